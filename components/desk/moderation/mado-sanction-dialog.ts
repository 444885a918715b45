import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { MemberStanding, SanctionKind } from '../../../api/moderation/contract.ts';
import { instantOfWallTime, wallTime } from '../notices/end-choices.ts';
import { messages as dialogMessages } from './dialog-messages.ts';
import { ModerationDialog } from './moderation-dialog.ts';
import { readyText } from './rules.ts';

const kinds: readonly SanctionKind[] = ['warning', 'silence', 'suspension'];
const dayMs = 86_400_000;
const spans = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs } as const;

/** Warns, silences or suspends somebody, with an end in the portal's time and a reason that they read. */
export class MadoSanctionDialog extends ModerationDialog {
  static override properties: PropertyDeclarations = {
    ...ModerationDialog.properties,
    standing: { attribute: false },
    spoken: { attribute: false },
    sanctioned: { attribute: false },
    kind: { state: true },
    until: { state: true },
  };

  declare standing: MemberStanding;
  /** The language in which they read it. */
  declare spoken: 'ja' | 'en';
  /** Told what is known of them now, and what was done. */
  declare sanctioned: (standing: MemberStanding, text: string) => void;
  declare kind: SanctionKind;
  /** As the field shows it. */
  declare until: string;

  constructor() {
    super();
    this.spoken = 'ja';
    this.kind = 'warning';
    this.until = '';
  }

  protected override get heading(): string {
    return dialogMessages[this.language].sanction.title(this.standing.author.name);
  }

  protected override get button(): string {
    return dialogMessages[this.language].sanction.send;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.until = wallTime(Date.now() + spans.week, this.timeZone);
    if (this.rules.length === 0) this.rule = '';
  }

  protected override onRule(isByFigure: boolean): void {
    this.fill('reason', readyText(this.chosenRule, this.spoken, 'mind'));
    if (isByFigure) this.querySelector('textarea')?.focus();
  }

  protected override async act(text: (name: string) => string): Promise<boolean> {
    const says = dialogMessages[this.language].sanction;
    const { kind, rule } = this;
    const { author, version } = this.standing;
    const until = instantOfWallTime(text('until'), this.timeZone);
    if (kind !== 'warning' && (until === null || until <= Date.now())) return this.miss('until', says.untilNeeded);
    const reason = text('reason');
    if (!reason) return this.miss('reason', says.reasonNeeded);
    const json = {
      version,
      kind,
      reason,
      ...(rule ? { rule } : {}),
      ...(kind === 'warning' || until === null ? {} : { until }),
    };
    const answer = await this.api().moderation.members[':id'].sanctions.$post({ param: { id: author.id }, json });
    this.sanctioned(await answer.json(), says.done(author.name, says.kinds[kind]));
    return true;
  }

  protected override fields(): TemplateResult {
    const says = dialogMessages[this.language].sanction;
    return html`<fieldset class="ticket-choices">
        <legend>${says.kind}</legend>
        ${kinds.map(
          (kind) =>
            html`<label
              ><input
                type="radio"
                name="kind"
                value=${kind}
                .checked=${kind === this.kind}
                @change=${() => (this.kind = kind)}
              /><span>${says.kinds[kind]}<span class="choice-hint">${says.explained[kind]}</span></span></label
            >`,
        )}
      </fieldset>
      ${this.kind === 'warning' ? nothing : this.#end()} ${this.ruleField()}
      ${this.textField('reason', { label: says.reason, value: '', hint: dialogMessages[this.language].noteHint, spoken: this.spoken })}`;
  }

  #end() {
    const says = dialogMessages[this.language].sanction;
    return html`<div class="field">
      <label for="dialog-until">${says.until}</label>
      <p class="field-hint" id="dialog-until-hint">${says.untilHint(this.timeZone)}</p>
      <div class="ticket-line">
        <input
          id="dialog-until"
          name="until"
          type="datetime-local"
          .value=${this.until}
          aria-invalid=${this.wrong === 'until'}
          aria-describedby="dialog-until-hint dialog-problem"
          @input=${({ target }: Event) => (this.until = (target as HTMLInputElement).value)}
        />
        ${(Object.keys(spans) as (keyof typeof spans)[]).map(
          (span) =>
            html`<button
              class="bulk-option"
              type="button"
              @click=${() => (this.until = wallTime(Date.now() + spans[span], this.timeZone))}
            >
              ${says.spans[span]}
            </button>`,
        )}
      </div>
    </div>`;
  }
}

customElements.define('mado-sanction-dialog', MadoSanctionDialog);

declare global {
  interface HTMLElementTagNameMap {
    'mado-sanction-dialog': MadoSanctionDialog;
  }
}

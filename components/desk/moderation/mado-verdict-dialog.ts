import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Reviewable } from '../../../api/moderation/contract.ts';
import { type AskedAction, messages as dialogMessages } from './dialog-messages.ts';
import { aboutText } from './item-parts.ts';
import { ModerationDialog } from './moderation-dialog.ts';
import { readyText, suggestedRule } from './rules.ts';

/** A verdict that was reached, as its author is told of it. */
export interface Verdict {
  rule?: string;
  note?: string;
}

/**
 * By which rule something is rejected, hidden or removed: its figure is enough. What is returned wants a reason besides,
 * for which there is a ready text.
 */
export class MadoVerdictDialog extends ModerationDialog {
  static override properties: PropertyDeclarations = {
    ...ModerationDialog.properties,
    action: { attribute: false },
    items: { attribute: false },
    decide: { attribute: false },
  };

  declare action: AskedAction;
  declare items: readonly Reviewable[];
  /** What happens with the verdict. */
  declare decide: (verdict: Verdict) => void;

  constructor() {
    super();
    this.action = 'reject';
    this.items = [];
  }

  protected override get heading(): string {
    return dialogMessages[this.language].verdicts[this.action].title(this.items.length);
  }

  protected override get button(): string {
    return dialogMessages[this.language].verdicts[this.action].send;
  }

  /** The language of those who read it; where they differ, that of the first. */
  get #spoken(): 'ja' | 'en' {
    return this.items[0]?.language ?? this.language;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.rule = suggestedRule(this.items, this.rules) ?? (this.rules.length === 0 ? '' : null);
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    if (this.action === 'return') this.fill('note', readyText(this.chosenRule, this.#spoken, 'revise'));
  }

  protected override onRule(isByFigure: boolean): void {
    if (this.action !== 'return') {
      if (isByFigure) void this.updateComplete.then(() => this.submit());
      return;
    }
    this.fill('note', readyText(this.chosenRule, this.#spoken, 'revise'));
    if (isByFigure) this.querySelector('textarea')?.focus();
  }

  protected override act(text: (name: string) => string): boolean {
    const says = dialogMessages[this.language];
    if (this.rule === null) return this.miss('rule', says.ruleNeeded);
    const note = text('note');
    if (this.action === 'return' && !note) return this.miss('note', says.noteNeeded);
    this.decide({ ...(this.rule ? { rule: this.rule } : {}), ...(note ? { note } : {}) });
    return true;
  }

  protected override fields(): TemplateResult {
    const says = dialogMessages[this.language];
    const [only] = this.items;
    const isOne = this.items.length === 1 && only;
    return html`${isOne ? html`<p class="dialog-about" lang=${only.language}>${aboutText(only, this.language)}</p>` : nothing}
    ${this.ruleField(this.action === 'return' ? '' : says.figureHint)}
    ${this.textField('note', { label: this.action === 'return' ? says.noteAsked : says.note, value: '', hint: says.noteHint, rows: 3, spoken: this.#spoken })}`;
  }
}

customElements.define('mado-verdict-dialog', MadoVerdictDialog);

declare global {
  interface HTMLElementTagNameMap {
    'mado-verdict-dialog': MadoVerdictDialog;
  }
}

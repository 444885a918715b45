import { html, type TemplateResult } from 'lit';
import { fire } from '../../events.ts';
import { DeskDetail } from '../desk-detail.ts';

/** What is known of a mail, by its name; `null` where it is not. */
type Facts = readonly (readonly [string, unknown] | null)[];

/** What can be done with a mail: each by its text. */
interface Acts<Act extends string> {
  label: string;
  /** Where it stands. */
  state: TemplateResult;
  acts: readonly Act[];
  texts: Record<Act, string>;
}

/**
 * One mail at the desk, in or out: what is known of it, where it stands and what can be done with it, and what it says.
 * @fires mado-mail-changed
 */
export abstract class DeskMailDetail<Mail extends object, Act extends string> extends DeskDetail<Mail> {
  /** Does it with the mail, and answers with the mail as it is then. */
  protected abstract send(act: Act): ReturnType<DeskDetail<Mail>['load']>;
  /** What is said once it is done. */
  protected abstract saidOf(act: Act): string;

  protected override tell(id: string): void {
    fire(this, 'mado-mail-changed', { id });
  }

  async #do(act: Act): Promise<void> {
    const isDone = await this.change(() => this.send(act), this.saidOf(act));
    if (isDone) this.querySelector<HTMLElement>('.ticket-title')?.focus();
  }

  protected facts(facts: Facts): TemplateResult {
    return html`<dl class="ticket-facts">
      ${facts
        .filter((known) => known !== null)
        .map(
          ([fact, value]) =>
            html`<div>
              <dt>${fact}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
    </dl>`;
  }

  protected acts({ label, state, acts, texts }: Acts<Act>): TemplateResult {
    return html`<div class="ticket-moves" role="group" aria-label=${label}>
      ${state}
      ${acts.map(
        (act) =>
          html`<button class="desk-link" type="button" aria-disabled=${this.isSending} @click=${() => this.#do(act)}>
            ${texts[act]}
          </button>`,
      )}
    </div>`;
  }
}

import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { CannedAnswer, CannedAnswerInput } from '../../../api/canned-answers/contract.ts';
import '../accounts/mado-confirm.ts';
import { Attempt } from '../attempt.ts';
import { DeskElement } from '../desk-element.ts';
import { hrefOf } from '../desk-place.ts';
import { deskProblem } from '../desk-problem.ts';
import { fire } from '../../events.ts';
import { answerText } from './answer-text.ts';
import { messages as cannedTexts } from './messages.ts';

const blank: CannedAnswerInput = { name: '', ja: '', en: '' };
const addressOf = (id: string | null) => hrefOf('canned-answers', { view: 'all', id });

/**
 * One canned answer, in both languages side by side, with what it becomes; a new one where no id is given.
 * @fires mado-canned-answer-changed
 * @fires answer-removed - with what it was
 */
export class MadoDeskCannedAnswer extends DeskElement {
  static override properties: PropertyDeclarations = {
    itemId: { attribute: false },
    item: { state: true },
    typed: { state: true },
    missing: { state: true },
    problem: { state: true },
    said: { state: true },
    isSending: { state: true },
  };

  declare itemId: string;
  /** As it is kept; `null` for a new one, and until it is there. */
  declare item: CannedAnswer | null;
  declare typed: CannedAnswerInput;
  declare missing: 'name' | 'text' | null;
  declare problem: string;
  declare said: string;
  declare isSending: boolean;
  readonly #attempt = new Attempt();

  constructor() {
    super();
    this.itemId = '';
    this.item = null;
    this.typed = blank;
    this.missing = null;
    this.problem = '';
    this.said = '';
    this.isSending = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('itemId')) return;
    // What was just saved as new gets its own address and stays as it is.
    if (this.item && this.item.id === this.itemId) return;
    this.item = null;
    this.typed = blank;
    this.missing = null;
    this.problem = '';
    this.said = '';
    if (this.itemId) void this.#fetch();
    else void this.updateComplete.then(() => this.querySelector('input')?.focus());
  }

  async #fetch(): Promise<void> {
    const { itemId } = this;
    this.problem = '';
    try {
      const { answers } = await (await this.api()['canned-answers'].$get()).json();
      if (itemId !== this.itemId) return;
      this.item = answers.find(({ id }) => id === itemId) ?? null;
      if (this.item) this.typed = this.item;
      else this.problem = cannedTexts[this.language].gone;
      await this.updateComplete;
      this.querySelector<HTMLElement>('.ticket-title')?.focus();
    } catch (error) {
      if (itemId === this.itemId) this.problem = this.explain(error);
    }
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending) return;
    const json = { name: this.typed.name.trim(), ja: this.typed.ja.trim(), en: this.typed.en.trim() };
    this.missing = !json.name ? 'name' : json.ja || json.en ? null : 'text';
    if (this.missing) {
      await this.updateComplete;
      this.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    await this.#send(async () => {
      const { 'canned-answers': route } = this.api();
      const headers = this.#attempt.headersFor(JSON.stringify(json));
      const param = { id: this.itemId };
      const answer = this.itemId ? route[':id'].$put({ param, json }) : route.$post({ json }, { headers });
      this.item = await (await answer).json();
      this.#attempt.end();
      this.typed = this.item;
      this.said = cannedTexts[this.language].saved;
      fire(this, 'mado-canned-answer-changed', { id: this.item.id });
      if (!this.itemId) location.hash = addressOf(this.item.id);
    });
  }

  async #remove(): Promise<void> {
    const { item } = this;
    if (!item) return;
    await this.#send(async () => {
      await this.api()['canned-answers'][':id'].$delete({ param: { id: item.id } });
      this.dispatchEvent(new CustomEvent('answer-removed', { detail: item }));
      fire(this, 'mado-canned-answer-changed', { id: item.id });
      location.hash = addressOf(null);
    });
  }

  async #send(call: () => Promise<void>): Promise<void> {
    this.isSending = true;
    this.problem = '';
    this.said = '';
    try {
      await call();
    } catch (error) {
      this.problem = this.explain(error);
    } finally {
      this.isSending = false;
    }
  }

  protected override render(): TemplateResult {
    const { language, item, itemId } = this;
    const says = cannedTexts[language];
    const mayChange = this.account?.role !== 'moderator';
    return html`<p class="visually-hidden" role="status">${this.said}</p>
      ${deskProblem(this.problem, language, null)}
      ${
        item || !itemId
          ? html`<article class="ticket canned-answer">
              <h2 class="ticket-title" tabindex="-1">${item?.name ?? says.newTitle}</h2>
              <form class="form" novalidate @submit=${(event: Event) => this.#save(event)}>
                ${this.#name()}
                <div class="canned-texts">
                  ${(['ja', 'en'] as const).map((written) => answerText(this, written, (text) => this.#type(text)))}
                </div>
                ${mayChange ? this.#buttons() : nothing}
              </form>
            </article>`
          : nothing
      }`;
  }

  #type(change: Partial<CannedAnswerInput>): void {
    this.typed = { ...this.typed, ...change };
    this.missing = null;
  }

  #name() {
    const says = cannedTexts[this.language];
    const isMissing = this.missing === 'name';
    return html`<div class="field">
      <label for="canned-name">${says.name}</label>
      <p class="field-hint" id="canned-name-hint">${says.nameHint}</p>
      <input
        id="canned-name"
        maxlength="80"
        required
        aria-invalid=${isMissing ? 'true' : 'false'}
        aria-describedby="canned-name-hint canned-name-error"
        .value=${this.typed.name}
        @input=${({ target }: Event) => this.#type({ name: (target as HTMLInputElement).value })}
      />
      <p class="field-error" id="canned-name-error" role="status">${isMissing ? says.missing.name : nothing}</p>
    </div>`;
  }

  #buttons() {
    const says = cannedTexts[this.language];
    return html`<div class="ticket-acts">
      <button class="button" data-primary type="submit" aria-disabled=${this.isSending ? 'true' : 'false'}>
        ${says.save}
      </button>
      ${
        this.item
          ? html`<mado-confirm
              .language=${this.language}
              .text=${says.remove}
              .question=${says.removeAsk}
              @confirm=${() => this.#remove()}
            ></mado-confirm>`
          : html`<a class="button" href=${addressOf(null)}>${says.cancel}</a>`
      }
    </div>`;
  }
}

customElements.define('mado-desk-canned-answer', MadoDeskCannedAnswer);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-canned-answer': MadoDeskCannedAnswer;
  }
}

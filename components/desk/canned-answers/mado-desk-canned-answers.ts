import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { CannedAnswer } from '../../../api/canned-answers/contract.ts';
import { DeskList, type DeskQuery } from '../desk-list.ts';
import type { DeskAddress, DeskPlace } from '../desk-place.ts';
import { matchingAnswers } from './matching-answers.ts';
import './mado-desk-canned-answer.ts';
import { messages as cannedTexts } from './messages.ts';

/** The answers that are written once and used often, in both languages. */
export class MadoDeskCannedAnswers extends DeskList<CannedAnswer, 'all'> {
  static override properties: PropertyDeclarations = { removed: { state: true } };

  /** The one that was deleted last, for whoever wants it back. */
  declare removed: CannedAnswer | null;
  #query = '';

  protected override readonly address: DeskAddress<'all'> = {
    page: 'canned-answers',
    views: ['all'],
    id: /^[0-9a-zA-Z-]{1,40}$/,
  };
  protected override readonly changeEvent = 'mado-canned-answer-changed';

  constructor() {
    super();
    this.removed = null;
  }

  protected override get texts() {
    return cannedTexts[this.language];
  }

  get #mayChange(): boolean {
    return this.account?.role !== 'moderator';
  }

  protected override async load(_: DeskQuery<'all'>, until: AbortSignal) {
    const { answers } = await (await this.api(until)['canned-answers'].$get()).json();
    return { items: [...matchingAnswers(answers, this.#query)], next: null };
  }

  protected override idOf({ id }: CannedAnswer): string {
    return id;
  }

  async #restore(): Promise<void> {
    const { removed } = this;
    if (!removed) return;
    const { name, ja, en } = removed;
    this.removed = null;
    try {
      await this.api()['canned-answers'].$post({ json: { name, ja, en } });
      await this.fetch();
      this.announcement = this.texts.restored;
    } catch (error) {
      this.removed = removed;
      this.problem = this.explain(error);
    }
    this.querySelector<HTMLElement>('.desk-list')?.focus();
  }

  protected override head(): TemplateResult {
    const says = this.texts;
    const onInput = ({ target, isComposing }: InputEvent) => {
      if (!isComposing) this.#find((target as HTMLInputElement).value);
    };
    return html`${
        this.#mayChange
          ? html`<p class="notice-create">
              <a class="button" data-primary href="#/canned-answers/new">${says.make}</a>
            </p>`
          : nothing
      }
      <div class="field customer-find">
        <label for="canned-search">${says.search}</label>
        <input
          id="canned-search"
          type="search"
          autocomplete="off"
          @input=${onInput}
          @compositionend=${({ target }: Event) => this.#find((target as HTMLInputElement).value)}
        />
      </div>
      ${
        this.removed
          ? html`<p class="composer-sent" role="status">
              ${says.removed(this.removed.name)}
              <button class="button" type="button" @click=${() => this.#restore()}>${says.undo}</button>
            </p>`
          : nothing
      }`;
  }

  #find(query: string): void {
    this.#query = query;
    void this.fetch();
  }

  protected override line({ name, ja, en, uses }: CannedAnswer): TemplateResult {
    const says = this.texts;
    const own = this.language === 'ja' ? ja || en : en || ja;
    return html`<span class="desk-subject">${name}</span>
      <span class="ticket-excerpt">${own}</span>
      <span class="desk-line-foot">
        ${ja && en ? nothing : html`<span class="state">${says.onlyIn[ja ? 'ja' : 'en']}</span>`}
        <span class="desk-time">${says.uses(uses)}</span>
      </span>`;
  }

  protected override opened({ id }: DeskPlace<'all'>): TemplateResult {
    return html`<mado-desk-canned-answer
      .language=${this.language}
      .account=${this.account}
      .itemId=${id ?? ''}
      @answer-removed=${({ detail }: CustomEvent<CannedAnswer>) => (this.removed = detail)}
    ></mado-desk-canned-answer>`;
  }
}

customElements.define('mado-desk-canned-answers', MadoDeskCannedAnswers);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-canned-answers': MadoDeskCannedAnswers;
  }
}

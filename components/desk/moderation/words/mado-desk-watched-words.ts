import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { WatchedWord, WatchedWordInput } from '../../../../api/moderation/contract.ts';
import { AccountForm } from '../../../account/account-form.ts';
import { hrefOf } from '../../desk-place.ts';
import { messages as queueTexts } from '../messages.ts';
import { foundIn, saysEnough } from './found-in.ts';
import { messages } from './messages.ts';

/** The words that make a post wait or keep it out: making, changing and deleting them, and trying them on a text. */
export class MadoDeskWatchedWords extends AccountForm {
  static override properties: PropertyDeclarations = {
    words: { state: true },
    edited: { state: true },
    removed: { state: true },
    text: { state: true },
    pattern: { state: true },
  };

  /** `null` until they are there. */
  declare words: readonly WatchedWord[] | null;
  declare edited: WatchedWord | null;
  /** The one that was deleted last, for whoever wants it back. */
  declare removed: WatchedWord | null;
  /** What words are tried on. */
  declare text: string;
  /** What is being typed as a word. */
  declare pattern: string;

  constructor() {
    super();
    this.words = null;
    this.edited = null;
    this.removed = null;
    this.text = '';
    this.pattern = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.attempt(() => this.#load());
  }

  async #load(): Promise<void> {
    this.words = (await (await this.api().moderation['watched-words'].$get()).json()).words;
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const says = messages[this.language];
    const pattern = this.pattern.trim();
    if (!saysEnough(pattern)) {
      this.errors = { pattern: says.patternNeeded };
      form.querySelector<HTMLElement>('[name=pattern]')?.focus();
      return;
    }
    const { edited } = this;
    const isDone = await this.send(event, async (text) => {
      const json = wordOf({ pattern, language: text('language'), action: text('action'), note: text('note') });
      const calls = this.api().moderation['watched-words'];
      await (edited ? calls[':id'].$put({ param: { id: edited.id }, json }) : calls.$post({ json }));
      await this.#load();
    });
    if (!isDone) return;
    this.done = edited ? says.saved(pattern) : says.added(pattern);
    this.removed = null;
    await this.#edit(null);
  }

  async #edit(word: WatchedWord | null): Promise<void> {
    this.edited = word;
    this.pattern = word?.pattern ?? '';
    this.errors = {};
    await this.updateComplete;
    this.querySelector<HTMLFormElement>('.word-form')?.reset();
    const field = this.querySelector<HTMLInputElement>('[name=pattern]');
    if (!field) return;
    field.value = this.pattern;
    field.focus();
  }

  async #remove(word: WatchedWord): Promise<void> {
    const isDone = await this.attempt(async () => {
      await this.api().moderation['watched-words'][':id'].$delete({ param: { id: word.id } });
      await this.#load();
    });
    if (!isDone) return;
    if (this.edited?.id === word.id) await this.#edit(null);
    this.removed = word;
    this.done = messages[this.language].removed(word.pattern);
    await this.updateComplete;
    this.querySelector<HTMLElement>('.word-restore')?.focus();
  }

  async #restore(): Promise<void> {
    const { removed } = this;
    if (!removed) return;
    const { pattern, language, action, note } = removed;
    const isDone = await this.attempt(async () => {
      const json = wordOf({ pattern, language: language ?? 'both', action, note: note ?? '' });
      await this.api().moderation['watched-words'].$post({ json });
      await this.#load();
    });
    if (!isDone) return;
    this.removed = null;
    this.done = messages[this.language].added(pattern);
    await this.updateComplete;
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override render(): TemplateResult {
    const says = messages[this.language];
    const watched = (this.words ?? []).map(({ pattern }) => pattern);
    const found = new Set(this.text.trim() ? foundIn(this.text, [this.pattern, ...watched]) : []);
    return html`<div class="account-page words-page">
      <p class="words-back">
        <a href=${hrefOf('moderation', { view: 'pending' })}>${queueTexts[this.language].toQueue}</a>
      </p>
      ${this.outcome()}
      ${
        this.removed
          ? html`<p>
              <button class="button word-restore" type="button" @click=${() => this.#restore()}>${says.restore}</button>
            </p>`
          : nothing
      }
      <section class="account-part">
        <h2 tabindex="-1">${says.title}</h2>
        <p>${says.lead}</p>
        ${this.#form()} ${this.#try(found)}
      </section>
      <section class="account-part" aria-labelledby="words-list">
        <h2 id="words-list">${says.listTitle}</h2>
        ${this.words?.length === 0 ? html`<p class="field-hint">${says.none}</p>` : nothing}
        <ul class="blocked-list">
          ${repeat(
            this.words ?? [],
            ({ id }) => id,
            (word) => this.#word(word, found.has(word.pattern)),
          )}
        </ul>
      </section>
    </div>`;
  }

  #form() {
    const says = messages[this.language];
    const { edited } = this;
    const error = this.errors['pattern'];
    return html`<form class="form word-form" novalidate @submit=${(event: SubmitEvent) => this.#save(event)}>
      ${edited ? html`<p class="word-editing">${says.editing(edited.pattern)}</p>` : nothing}
      <div class="field">
        <label for="word-pattern">${says.pattern}</label>
        <p class="field-hint" id="word-pattern-hint">${says.patternHint}</p>
        <input
          id="word-pattern"
          name="pattern"
          maxlength="100"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          .value=${this.pattern}
          aria-invalid=${error ? 'true' : 'false'}
          aria-describedby="word-pattern-hint word-pattern-error"
          @input=${({ target }: Event) => (this.pattern = (target as HTMLInputElement).value)}
        />
        <p class="field-error" id="word-pattern-error" role="alert">${error ?? ''}</p>
      </div>
      <div class="word-choices">
        ${choice('language', says.language, says.languages, edited ? (edited.language ?? 'both') : 'both')}
        ${choice('action', says.action, says.actions, edited?.action ?? 'queue')}
      </div>
      <div class="field">
        <label for="word-note">${says.note}</label>
        <input id="word-note" name="note" maxlength="200" autocomplete="off" value=${edited?.note ?? ''} />
      </div>
      <p class="form-send ticket-acts">
        <button class="button" data-primary type="submit" aria-disabled=${this.isSending}>
          ${edited ? says.save : says.add}
        </button>
        ${edited ? html`<button class="button" type="button" @click=${() => this.#edit(null)}>${says.cancel}</button>` : nothing}
      </p>
    </form>`;
  }

  #try(found: ReadonlySet<string>) {
    const says = messages[this.language];
    const said = !this.text.trim()
      ? ''
      : found.size > 0
        ? says.found([...found].join(this.language === 'ja' ? '、' : ', '))
        : says.foundNone;
    return html`<div class="word-try">
      <h3>${says.tryTitle}</h3>
      <div class="field">
        <label for="word-text">${says.tryLabel}</label>
        <p class="field-hint" id="word-text-hint">${says.tryHint}</p>
        <textarea
          id="word-text"
          rows="3"
          maxlength="2000"
          aria-describedby="word-text-hint"
          @input=${({ target }: Event) => (this.text = (target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      <p class="word-found" role="status" ?data-found=${found.size > 0}>${said}</p>
    </div>`;
  }

  #word(word: WatchedWord, isFound: boolean) {
    const says = messages[this.language];
    const { pattern, language, action, note, hits } = word;
    return html`<li ?data-found=${isFound}>
      <div>
        <p>
          <strong class="history-value">${pattern}</strong>
          <span class="state" data-state=${action === 'refuse' ? 'late' : 'open'}>${says.shortActions[action]}</span>
          ${language ? html`<span class="state">${says.languages[language]}</span>` : nothing}
          ${isFound ? html`<span class="state" data-state="soon">${says.foundMark}</span>` : nothing}
        </p>
        ${note ? html`<p>${note}</p>` : nothing}
        <p class="history-quiet">${says.hits(hits)}</p>
      </div>
      <p class="ticket-acts">
        <button class="button" type="button" aria-label=${`${says.edit}: ${pattern}`} @click=${() => this.#edit(word)}>
          ${says.edit}
        </button>
        <button
          class="button"
          type="button"
          aria-label=${`${says.remove}: ${pattern}`}
          @click=${() => this.#remove(word)}
        >
          ${says.remove}
        </button>
      </p>
    </li>`;
  }
}

/** A few choices of which one is taken. */
function choice(name: 'language' | 'action', label: string, texts: Record<string, string>, chosen: string) {
  return html`<div class="field">
    <label for=${`word-${name}`}>${label}</label>
    <select id=${`word-${name}`} name=${name}>
      ${Object.entries(texts).map(
        ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}
    </select>
  </div>`;
}

/** A word as the API takes it. */
function wordOf({
  pattern,
  language,
  action,
  note,
}: Record<'pattern' | 'language' | 'action' | 'note', string>): WatchedWordInput {
  return {
    pattern,
    language: language === 'ja' || language === 'en' ? language : null,
    action: action === 'refuse' ? 'refuse' : 'queue',
    ...(note ? { note } : {}),
  };
}

customElements.define('mado-desk-watched-words', MadoDeskWatchedWords);

declare global {
  interface HTMLElementTagNameMap {
    'mado-desk-watched-words': MadoDeskWatchedWords;
  }
}

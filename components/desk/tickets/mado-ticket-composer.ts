import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { CannedAnswer } from '../../../api/canned-answers/contract.ts';
import '../../attachments/mado-attachments.ts';
import { isConverting } from '../../search/composition.ts';
import type { SearchResult } from '../../search/search.ts';
import { fillVariables, unfilledIn, type VariableValues } from '../canned-answers/fill-variables.ts';
import '../canned-answers/mado-canned-picker.ts';
import { bindShortcuts } from '../shortcuts.ts';
import { insertText, isAtLineStart, isSlashAtLineStart, selectSlash } from './composer-field.ts';
import { type ComposerMode, messages as composerTexts } from './composer-messages.ts';
import { newsNotice, sentNotice, unfilledNotice } from './composer-notices.ts';
import { modeSwitch, type PickerName, pickerTools, sendButtons, startLink, writingField } from './composer-parts.ts';
import './mado-article-picker.ts';
import { ModeDrafts } from './mode-drafts.ts';
import { ReplySending } from './reply-sending.ts';
import { writingKeys } from './ticket-keys.ts';

/**
 * Where a reply or an internal note is written. Which of the two it is shows in its colour, its label and its button.
 * @fires composer-writing - with whether something stands in the reply
 * @fires composer-to-start - to read the conversation from its beginning
 */
export class MadoTicketComposer extends ReplySending {
  static override properties: PropertyDeclarations = {
    values: { attribute: false },
    mode: { state: true },
    isOpen: { state: true },
    picker: { state: true },
    unfilled: { state: true },
    foreign: { state: true },
  };

  /** What variables of canned answers become here. */
  declare values: VariableValues;
  declare mode: ComposerMode;
  /** Unfolded: it stays small until somebody writes. */
  declare isOpen: boolean;
  declare picker: PickerName | null;
  declare unfilled: readonly string[];
  /** The language of what was put in, where it is not the customer's. */
  declare foreign: 'ja' | 'en' | null;
  readonly #drafts = new ModeDrafts();

  constructor() {
    super();
    this.values = {};
    this.mode = 'reply';
    this.isOpen = false;
    this.picker = null;
    this.unfilled = [];
    this.foreign = null;
    bindShortcuts(this, writingKeys, {
      reply: () => this.#turn('reply'),
      note: () => this.#turn('note'),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('account') && !this.#mayReply) this.mode = 'note';
    if (this.#isOther(changed)) this.picker = null;
    if (!this.#isOther(changed) && !changed.has('mode')) return;
    const begun = this.#drafts.read(this.ticket.reference, this.mode);
    this.foreign = null;
    this.#look(begun);
    if (begun) this.isOpen = true;
  }

  /** What was begun here before. */
  protected override updated(changed: PropertyValues<this>): void {
    const { field } = this;
    if (field && (this.#isOther(changed) || changed.has('mode')))
      field.value = this.#drafts.read(this.ticket.reference, this.mode);
  }

  #isOther(changed: PropertyValues<this>): boolean {
    return changed.has('ticket') && changed.get('ticket')?.reference !== this.ticket.reference;
  }

  get #mayReply(): boolean {
    return !this.account || this.account.role === 'owner' || this.account.role === 'agent';
  }

  /** Turns to a reply or a note, and to its field. */
  async #turn(mode: ComposerMode): Promise<void> {
    if (mode === 'reply' && !this.#mayReply) return;
    this.mode = mode;
    this.picker = null;
    this.isOpen = true;
    await this.updateComplete;
    this.field?.focus();
  }

  #onInput(event: InputEvent): void {
    const field = event.target as HTMLTextAreaElement;
    this.keep(this.ticket.reference, field.value);
    if (this.mode === 'reply' && isSlashAtLineStart(field, event)) this.picker = 'canned';
  }

  protected override keep(reference: string, text: string): void {
    this.#drafts.keep(reference, this.mode, text);
    if (reference !== this.ticket.reference) return;
    this.#look(text);
    this.dispatchEvent(new CustomEvent('composer-writing', { detail: this.mode === 'reply' && text !== '' }));
  }

  #look(text: string): void {
    this.unfilled = this.mode === 'reply' ? unfilledIn(text).map(({ name }) => name) : [];
    if (!text) this.foreign = null;
    this.isEmpty = !text;
  }

  #onKey(event: KeyboardEvent): void {
    if (isConverting(event)) return;
    if (event.key === 'Escape') return this.#leave();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.#send(event.shiftKey);
  }

  async #send(isSolved = false): Promise<void> {
    const text = this.field?.value.trim();
    if (!text) this.field?.focus();
    else if (this.mode === 'note') await this.sendNote(text);
    else if (this.unfilled.length > 0) this.#leadToUnfilled();
    else await this.sendReply(text, isSolved ? 'solved' : 'waiting');
  }

  /** Folds, so that what was sent is in sight, and leads to the way back or the title. */
  protected override async rest(reference: string): Promise<void> {
    if (reference !== this.ticket.reference || this.field?.value) return;
    const isHere = this.contains(document.activeElement);
    this.isOpen = false;
    await this.updateComplete;
    const notice = this.querySelector<HTMLElement>('.composer-sent');
    if (isHere) (notice ?? this.#title)?.focus({ preventScroll: true });
  }

  /** To where keys are no letters; what was typed stays. */
  #leave(): void {
    if (!this.field?.value) this.isOpen = false;
    this.#title?.focus({ preventScroll: true });
  }

  get #title(): HTMLElement | null {
    return this.closest('.ticket')?.querySelector<HTMLElement>('.ticket-title') ?? null;
  }

  #leadToUnfilled(): void {
    const { field } = this;
    const [first] = unfilledIn(field?.value ?? '');
    if (!field || !first) return;
    field.focus();
    field.setSelectionRange(first.at, first.at + first.text.length);
  }

  #insert(text: string, isOnLineOfItsOwn = false): void {
    this.picker = null;
    const { field } = this;
    if (!field) return;
    selectSlash(field);
    insertText(field, isOnLineOfItsOwn && !isAtLineStart(field) ? `\n${text}` : text);
  }

  #putAnswer(answer: CannedAnswer): void {
    const { language: written } = this.ticket;
    const shown = answer[written] ? written : written === 'ja' ? 'en' : 'ja';
    this.#insert(fillVariables(answer[shown], this.values));
    this.foreign = shown === written ? null : shown;
    if (this.unfilled.length > 0) this.#leadToUnfilled();
    const { uses } = this.api()['canned-answers'][':id'];
    uses.$post({ param: { id: answer.id } }).catch(() => undefined);
  }

  #putArticle({ title, url, language }: SearchResult): void {
    this.#insert(`${title}\n${new URL(url, location.origin).href}\n`, true);
    this.foreign = language ?? null;
    void this.linkArticle(url.replace(/#.*$/, ''));
  }

  #toggle(picker: PickerName): void {
    this.picker = this.picker === picker ? null : picker;
  }

  #close(): void {
    this.picker = null;
    this.field?.focus();
  }

  protected override render(): TemplateResult {
    const { language, mode, isOpen, ticket } = this;
    const says = composerTexts[language];
    const toStart = () => this.dispatchEvent(new CustomEvent('composer-to-start'));
    return html`<form
      class="ticket-composer"
      aria-label=${says.composer}
      data-mode=${mode}
      ?data-open=${isOpen}
      @focusin=${({ target }: Event) => (this.isOpen ||= target === this.field)}
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        void this.#send(event.submitter?.dataset['then'] === 'solved');
      }}
    >
      ${this.takeable ? sentNotice(language, () => void this.takeBack()) : nothing}
      ${newsNotice(
        this.news,
        language,
        () => void this.sendAnyway(),
        () => this.readFirst(),
      )}
      <div class="composer-head">
        ${modeSwitch(mode, this.#mayReply ? ['reply', 'note'] : ['note'], language, (to) => void this.#turn(to))}
        ${isOpen && mode === 'reply' ? pickerTools(this.picker, language, (name) => this.#toggle(name)) : nothing}
        ${
          isOpen
            ? html`<button class="desk-link composer-fold" type="button" @click=${() => (this.isOpen = false)}>
                ${says.fold}
              </button>`
            : startLink(ticket, language, toStart)
        }
      </div>
      ${this.#picker()}
      ${writingField(mode, mode === 'reply' ? ticket.language : language, language, isOpen, {
        onInput: (event) => this.#onInput(event),
        onKey: (event) => this.#onKey(event),
      })}
      ${this.foreign && mode === 'reply' ? html`<p class="composer-unfilled">${says.otherLanguage[this.foreign]}</p>` : nothing}
      ${unfilledNotice(this.unfilled, language, () => this.#leadToUnfilled())}
      <mado-attachments class="field" .language=${language} ?hidden=${!isOpen || mode === 'note'}>
        <label for="reply-files">${says.files}</label>
        <input id="reply-files" name="files" type="file" multiple />
      </mado-attachments>
      ${sendButtons(mode, ticket.replyChannels, language, this.isSending)}
    </form>`;
  }

  #picker() {
    const { language, picker, ticket } = this;
    if (picker === 'canned') {
      return html`<mado-canned-picker
        .language=${language}
        .written=${ticket.language}
        @picker-picked=${({ detail }: CustomEvent<CannedAnswer>) => this.#putAnswer(detail)}
        @picker-closed=${() => this.#close()}
      ></mado-canned-picker>`;
    }
    if (picker === null) return nothing;
    return html`<mado-article-picker
      .language=${language}
      .written=${ticket.language}
      @picker-picked=${({ detail }: CustomEvent<SearchResult>) => this.#putArticle(detail)}
      @picker-closed=${() => this.#close()}
    ></mado-article-picker>`;
  }
}

customElements.define('mado-ticket-composer', MadoTicketComposer);

declare global {
  interface HTMLElementTagNameMap {
    'mado-ticket-composer': MadoTicketComposer;
  }
}

import { html, nothing, type PropertyDeclarations, render } from 'lit';
import { ApiProblem, apiClient } from '../../api/client.ts';
import type { OpenedTicket, TrailItem } from '../../api/tickets/contract.ts';
import { dateLocales } from '../../content/calendar.ts';
import type { MadoAttachments } from '../attachments/mado-attachments.ts';
import { flowAnswers } from '../base/flow-answers.ts';
import { formText } from '../base/form-text.ts';
import { LightElement } from '../base/light-element.ts';
import { newKey } from '../base/new-key.ts';
import { pageLanguage } from '../base/page.ts';
import { clearTrail, readTrail, removeFromTrail } from '../base/trail.ts';
import '../copy-link/mado-copy-link.ts';
import { fire } from '../events.ts';
import { search, type SearchResult } from '../search/search.ts';
import { forgetDraft, hasDraft, keepDraft, restoreDraft } from './draft.ts';
import { clearErrors, localErrors, showProblem } from './form-errors.ts';
import { messages } from './messages.ts';

const pauseMs = 300;
const shortestSubject = 2;
const mostSuggestions = 3;
/** After that long, it is said what is being waited for. */
const longWaitMs = 2000;

/**
 * The contact form with what a page alone cannot do: articles offered while the subject is typed, the trail shown and
 * removable, the answer in place. Without it the same form posts by itself.
 * @fires mado-suggestion-opened
 * @fires mado-ticket-opened
 */
export class MadoContact extends LightElement {
  static override properties: PropertyDeclarations = {
    opened: { state: true },
    suggestions: { state: true },
    trail: { state: true },
    isSending: { state: true },
    announcement: { state: true },
  };

  declare opened: OpenedTicket | null;
  declare suggestions: SearchResult[];
  declare trail: TrailItem[];
  declare isSending: boolean;
  declare announcement: string;

  #language = pageLanguage();
  #timer = 0;
  /** A retry of the same content carries the same key; other content is another message. */
  #attempt = { content: '', key: '' };
  #proof: Promise<() => Promise<string | null>> | null = null;

  constructor() {
    super();
    this.opened = null;
    this.suggestions = [];
    this.trail = readTrail();
    this.isSending = false;
    this.announcement = '';
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (!form) throw new Error('<mado-contact> needs a form inside');
    return form;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const form = this.#form;
    form.noValidate = true;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#send();
    });
    form.addEventListener('focusin', () => void this.#begin(), { once: true });
    restoreDraft(form);
    form.addEventListener('input', () => {
      if (hasDraft()) keepDraft(form);
    });
    const subject = form.querySelector<HTMLInputElement>('[name=subject]');
    if (!subject) return;
    subject.value ||= new URLSearchParams(location.search).get('subject')?.slice(0, 120) ?? '';
    subject.addEventListener('input', (event) => {
      if (!event.isComposing) this.#suggestSoon(subject);
    });
    subject.addEventListener('compositionend', () => this.#suggestSoon(subject));
    if (subject.value) this.#suggestSoon(subject);
  }

  /** Somebody begins to write: their browser begins to work. */
  #begin(): Promise<() => Promise<string | null>> {
    this.#proof ??= import('./proof.ts').then(
      ({ prepareProof }) => prepareProof('ticket'),
      () => () => Promise.resolve(null),
    );
    return this.#proof;
  }

  async #proven(): Promise<Record<string, string>> {
    const timer = window.setTimeout(() => {
      this.announcement = messages[this.#language].checking;
    }, longWaitMs);
    const proof = await (await this.#begin())();
    window.clearTimeout(timer);
    this.announcement = '';
    return proof === null ? {} : { 'Mado-Proof': proof };
  }

  #suggestSoon(subject: HTMLInputElement): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#suggest(subject), pauseMs);
  }

  async #suggest(subject: HTMLInputElement): Promise<void> {
    const query = subject.value.trim();
    if (query.length < shortestSubject) {
      this.suggestions = [];
      return;
    }
    // Suggestions are a courtesy: without an index, the form works as well.
    const found = await search(query, this.#language, { most: mostSuggestions }).catch(() => null);
    if (subject.value.trim() === query) this.suggestions = found?.fits ? found.results : [];
  }

  async #send(): Promise<void> {
    if (this.isSending) return;
    const form = this.#form;
    const says = messages[this.#language];
    const errors = localErrors(form, this.#language);
    if (errors.length > 0) {
      showProblem(form, says.check, errors);
      return;
    }
    clearErrors(form);
    const attachments = this.#attachments;
    if (attachments && !attachments.isFine) {
      attachments.lead();
      return;
    }
    this.isSending = true;
    try {
      const opened = await this.#post(new FormData(form));
      fire(this, 'mado-ticket-opened', { reference: opened.reference, trailLength: this.trail.length });
      clearTrail();
      forgetDraft();
      this.opened = opened;
      form.hidden = true;
      await this.updateComplete;
      this.querySelector<HTMLElement>('.receipt h2')?.focus();
    } catch (error) {
      if (error instanceof ApiProblem) {
        attachments?.fail(error.problem.errors ?? []);
        showProblem(form, error.problem.detail ?? error.problem.title, error.problem.errors ?? []);
      }
      // No network, no server, or an answer from something in between: what was written is still in the form.
      else {
        keepDraft(form);
        showProblem(form, says.unreachable, []);
      }
    } finally {
      this.isSending = false;
      if (attachments) attachments.sentBytes = null;
    }
  }

  /** Files can be chosen; `null` until somebody has come near. */
  get #attachments(): MadoAttachments | null {
    return this.querySelector('mado-attachments:defined');
  }

  async #post(fields: FormData): Promise<OpenedTicket> {
    const name = formText(fields, 'name');
    const json = {
      subject: formText(fields, 'subject'),
      message: formText(fields, 'message'),
      email: formText(fields, 'email'),
      language: this.#language,
      trail: this.trail,
      ...(name ? { name } : {}),
    };
    const attachments = this.#attachments;
    const files = attachments?.files ?? [];
    const content = JSON.stringify([json, ...files.map((file) => [file.name, file.size, file.lastModified])]);
    if (this.#attempt.content !== content) this.#attempt = { content, key: newKey() };
    if (attachments && files.length > 0) {
      const onProgress = (bytes: number) => {
        attachments.sentBytes = bytes;
      };
      const { key } = this.#attempt;
      const headers = await this.#proven();
      const { upload } = await import('../attachments/upload.ts');
      return upload<OpenedTicket>('/api/tickets', { json, files, key, headers, language: this.#language, onProgress });
    }
    const answer = await apiClient(this.#language).api.tickets.$post(
      { json },
      { headers: { 'Idempotency-Key': this.#attempt.key, ...(await this.#proven()) } },
    );
    return answer.json();
  }

  async #remove(item: TrailItem): Promise<void> {
    const index = this.trail.indexOf(item);
    removeFromTrail(item);
    this.trail = this.trail.filter((known) => known !== item);
    this.announcement = messages[this.#language].removed(nameOf(item));
    await this.updateComplete;
    const buttons = this.querySelectorAll<HTMLElement>('.trail-remove');
    (buttons[Math.min(index, buttons.length - 1)] ?? this.querySelector<HTMLElement>('button[type=submit]'))?.focus();
  }

  protected override updated(): void {
    const place = (name: string) => this.querySelector<HTMLElement>(`[data-place="${name}"]`);
    const suggestions = place('suggestions');
    const trail = place('trail');
    if (suggestions) render(this.#suggestionList(), suggestions);
    if (trail) render(this.#trailList(), trail);
    const button = this.querySelector<HTMLButtonElement>('button[type=submit]');
    button?.setAttribute('aria-disabled', String(this.isSending));
  }

  #suggestionList() {
    if (this.suggestions.length === 0) return nothing;
    return html`<section class="suggestions" aria-labelledby="suggestions-title">
      <h3 id="suggestions-title">${messages[this.#language].suggestions}</h3>
      <ul>
        ${this.suggestions.map(
          ({ url, title }, index) =>
            html`<li>
              <a
                href=${url}
                target="_blank"
                @click=${() => fire(this, 'mado-suggestion-opened', { url, rank: index + 1 })}
                >${title}</a
              >
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #trailList() {
    if (this.trail.length === 0) return nothing;
    const says = messages[this.#language];
    return html`<section class="trail" aria-labelledby="trail-title">
      <h3 id="trail-title">${says.trail}</h3>
      <p class="trail-lead">${says.trailLead}</p>
      <ul>
        ${this.trail.map(
          (item) =>
            html`<li>
              <span
                ><span class="trail-kind">${says[item.kind]}</span>${nameOf(item)}${
                  item.kind === 'flow' ? flowAnswers(item) : nothing
                }</span
              >
              <button
                class="trail-remove"
                type="button"
                aria-label=${says.removeOf(nameOf(item))}
                @click=${() => this.#remove(item)}
              >
                ${says.remove}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  protected override render() {
    const status = this.announcement || (this.isSending ? messages[this.#language].sending : '');
    return html`<p class="visually-hidden" role="status">${status}</p>
      ${this.opened ? this.#receipt(this.opened) : nothing}`;
  }

  #receipt({ reference, requestUrl, promisedBy }: OpenedTicket) {
    const says = messages[this.#language];
    const time =
      promisedBy === null
        ? null
        : new Intl.DateTimeFormat(dateLocales[this.#language], {
            dateStyle: 'long',
            timeStyle: 'short',
            ...(this.dataset['timeZone'] ? { timeZone: this.dataset['timeZone'] } : {}),
          }).format(promisedBy);
    return html`<div class="receipt notice">
      <h2 tabindex="-1">${says.received}</h2>
      <p>${says.reference}<strong class="reference">${reference}</strong></p>
      ${time ? html`<p>${says.promised(time)}</p>` : nothing}
      <p>${says.keep}</p>
      <mado-copy-link class="copy-link">
        <span class="copy-link-address" data-address>${new URL(requestUrl, location.href).href}</span>
      </mado-copy-link>
      <p><a class="button" data-primary href=${requestUrl}>${says.open}</a></p>
    </div>`;
  }
}

function nameOf(item: TrailItem): string {
  return item.kind === 'search' ? item.query : item.title;
}

customElements.define('mado-contact', MadoContact);

declare global {
  interface HTMLElementTagNameMap {
    'mado-contact': MadoContact;
  }
}

import { html, nothing, type PropertyDeclarations, render } from 'lit';
import { ApiProblem } from '../../api/client.ts';
import type { OpenedTicket, TrailItem } from '../../api/tickets/contract.ts';
import type { MadoAttachments } from '../attachments/mado-attachments.ts';
import { LightElement } from '../base/light-element.ts';
import { pageLanguage } from '../base/page.ts';
import { clearTrail, readTrail, removeFromTrail } from '../base/trail.ts';
// For the receipt; imported there, it would make every page's script longer.
import '../copy-link/mado-copy-link.ts';
import { fire } from '../events.ts';
import { search, type SearchResult } from '../search/search.ts';
import { forgetDraft, hasDraft, keepDraft, restoreDraft } from './draft.ts';
import { clearErrors, localErrors, showProblem } from './form-errors.ts';
import { messages } from './messages.ts';
import { receipt } from './receipt.ts';
import { Sending } from './sending.ts';
import { suggestionList } from './suggestion-list.ts';
import { nameOf, trailList } from './trail-list.ts';

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
  #sending = new Sending();
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
      const opened = await this.#sending.send({
        fields: new FormData(form),
        trail: this.trail,
        language: this.#language,
        attachments,
        proven: () => this.#proven(),
      });
      fire(this, 'mado-ticket-opened', { reference: opened.reference, trailLength: this.trail.length });
      clearTrail();
      forgetDraft();
      this.opened = opened;
      form.hidden = true;
      await this.updateComplete;
      // Whole, though it stands where the end of a long form was.
      this.querySelector('.receipt')?.scrollIntoView();
      this.querySelector<HTMLElement>('.receipt h2')?.focus({ preventScroll: true });
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

  async #remove(item: TrailItem): Promise<void> {
    const index = this.trail.indexOf(item);
    removeFromTrail(item);
    this.trail = this.trail.filter((known) => known !== item);
    this.announcement = messages[this.#language].removed(nameOf(item));
    await this.updateComplete;
    const buttons = this.querySelectorAll<HTMLElement>('.trail .form-remove');
    (buttons[Math.min(index, buttons.length - 1)] ?? this.querySelector<HTMLElement>('button[type=submit]'))?.focus();
  }

  protected override updated(): void {
    const place = (name: string) => this.querySelector<HTMLElement>(`[data-place="${name}"]`);
    const suggestions = place('suggestions');
    const trail = place('trail');
    const onOpen = (url: string, rank: number) => fire(this, 'mado-suggestion-opened', { url, rank });
    if (suggestions) render(suggestionList(this.suggestions, this.#language, onOpen), suggestions);
    if (trail)
      render(
        trailList(this.trail, this.#language, (item) => void this.#remove(item)),
        trail,
      );
    const button = this.querySelector<HTMLButtonElement>('button[type=submit]');
    button?.setAttribute('aria-disabled', String(this.isSending));
  }

  protected override render() {
    const status = this.announcement || (this.isSending ? messages[this.#language].sending : '');
    return html`<p class="visually-hidden" role="status">${status}</p>
      ${this.opened ? receipt(this.opened, this.#language, this.dataset['timeZone']) : nothing}`;
  }
}

customElements.define('mado-contact', MadoContact);

declare global {
  interface HTMLElementTagNameMap {
    'mado-contact': MadoContact;
  }
}

import { html, nothing, type PropertyDeclarations, render } from 'lit';
import { ApiProblem } from '../../api/client.ts';
import type { OpenedTicket, TrailItem } from '../../api/tickets/contract.ts';
import type { Calendar } from '../../content/calendar.ts';
import type { MadoAttachments } from '../attachments/mado-attachments.ts';
import { LightElement } from '../base/light-element.ts';
import { pageLanguage } from '../base/page.ts';
import { addToTrail, clearTrail, readTrail, removeFromTrail } from '../base/trail.ts';
// For the receipt; imported there, it would make every page's script longer.
import '../copy-link/mado-copy-link.ts';
import { fire } from '../events.ts';
import type { Letter } from '../letters/letter.ts';
import { areLettersMarked } from '../letters/letter-mark.ts';
import { Deflection } from './deflection.ts';
import { draftNote, solvedNote } from './draft-note.ts';
import { type ShownAnswer, shownAnswersIn } from './fields.ts';
import { clearErrors, localErrors, showProblem } from './form-errors.ts';
import { messages } from './messages.ts';
import { Proving } from './proving.ts';
import { receipt } from './receipt.ts';
import { readUsualReply } from './reply-times.ts';
import { Sending } from './sending.ts';
import { type Suggested, suggestWhileTyping } from './suggesting.ts';
import { suggestionList } from './suggestion-list.ts';
import { nameOf, trailList } from './trail-list.ts';
import type { WaitingLetters } from './waiting.ts';
import { type OtherWay, ways } from './ways.ts';
import { WrittenForm } from './written-form.ts';

const nothingSuggested: Suggested = { place: 'suggestions', results: [] };

/**
 * The contact form with what a page alone cannot do: questions that change with the category, articles offered while
 * somebody types, the trail shown and removable, what is typed kept on the device, the answer in place, and a message
 * that waits where nobody answers. Without it the same form posts by itself.
 * @attr data-time-zone - the portal's own
 * @attr data-others - channels that answer at once, as JSON
 * @fires mado-suggestion-opened
 * @fires mado-deflected
 * @fires mado-ticket-opened
 */
export class MadoContact extends LightElement {
  static override properties: PropertyDeclarations = {
    opened: { state: true },
    suggested: { state: true },
    trail: { state: true },
    isSending: { state: true },
    isDrafted: { state: true },
    isSolved: { state: true },
    usual: { state: true },
    announcement: { state: true },
  };

  declare opened: { ticket: OpenedTicket; answers: ShownAnswer[] } | null;
  declare suggested: Suggested;
  declare trail: TrailItem[];
  declare isSending: boolean;
  declare isDrafted: boolean;
  /** An offered article answered it: nothing is being written any more. */
  declare isSolved: boolean;
  /** After how many minutes of opening time a first answer usually comes. */
  declare usual: number | null;
  declare announcement: string;

  #language = pageLanguage();
  #sending = new Sending();
  #deflection = new Deflection(this);
  #proving = new Proving();
  #written: WrittenForm | null = null;
  #suggesting: { forget: () => void } | null = null;
  #letters: Promise<WaitingLetters> | null = null;
  #leaving = new AbortController();

  constructor() {
    super();
    this.opened = null;
    this.suggested = nothingSuggested;
    this.trail = readTrail();
    this.isSending = false;
    this.isDrafted = false;
    this.isSolved = false;
    this.usual = null;
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
    form.addEventListener('focusin', () => void this.#proving.begin(), { once: true });
    this.#written ??= new WrittenForm(form, (topic, questions) => {
      this.announcement = messages[this.#language].asked(topic, questions);
      this.#keepDraft();
    });
    this.isDrafted = this.#written.isKept;
    form.addEventListener('input', () => this.#keepDraft());
    this.#suggesting = suggestWhileTyping(form, this.#language, (suggested) => {
      this.suggested = suggested;
    });
    if (areLettersMarked()) void this.#waiting();
    void this.#readUsual();
  }

  async #send(): Promise<void> {
    if (this.isSending) return;
    const form = this.#form;
    const errors = localErrors(form, this.#language);
    if (errors.length > 0) {
      showProblem(form, messages[this.#language].check, errors);
      return;
    }
    clearErrors(form);
    const attachments = this.#attachments;
    if (attachments && !attachments.isFine) {
      attachments.lead();
      return;
    }
    this.isSending = true;
    const written = { form, trail: this.trail, language: this.#language, attachments };
    const letter = this.#sending.letter(written);
    try {
      const ticket = await this.#sending.send({ ...written, proven: () => this.#proven });
      fire(this, 'mado-ticket-opened', { reference: ticket.reference, trailLength: this.trail.length });
      const answers = shownAnswersIn(form);
      this.#empty();
      this.opened = { ticket, answers };
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
      // No network, no server, or an answer from something in between.
      else await this.#wait(letter);
    } finally {
      this.isSending = false;
      if (attachments) attachments.sentBytes = null;
    }
  }

  async #readUsual(): Promise<void> {
    this.usual = await readUsualReply();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
  }

  get #proven(): Promise<Record<string, string>> {
    return this.#proving.headers((isLong) => {
      this.announcement = isLong ? messages[this.#language].checking : '';
    });
  }

  /** The message waits on this device; where it cannot, it stays in the form. */
  async #wait(letter: Letter): Promise<void> {
    try {
      await (await this.#waiting()).keep(letter);
      this.#empty();
    } catch {
      this.#keepDraft();
      showProblem(this.#form, messages[this.#language].unreachable, []);
    }
  }

  #waiting(): Promise<WaitingLetters> {
    this.#letters ??= import('./waiting.ts').then(
      ({ WaitingLetters }) =>
        new WaitingLetters({
          place: this.#place('letters') ?? this.insertBefore(document.createElement('div'), this.#form),
          language: this.#language,
          giveBack: (letter, isAsked) => void this.#giveBack(letter, isAsked),
          isFormEmpty: () => !this.isSending && (this.#written?.isEmpty ?? false),
          announce: (text) => {
            this.announcement = text;
          },
          signal: this.#leaving.signal,
        }),
    );
    return this.#letters;
  }

  async #giveBack({ text, files, state }: Letter, isAsked: boolean): Promise<void> {
    const { subject, message, email, name = '', category = '', answers = {} } = text;
    const answered = Object.entries(answers).map(([id, answer]) => [`answer-${id}`, answer]);
    this.#empty();
    this.#written?.fill({ subject, message, email, name, category, ...Object.fromEntries(answered) });
    this.#keepDraft();
    for (const item of text.trail) addToTrail(item);
    this.trail = readTrail();
    if (files.length > 0) {
      await import('../attachments/mado-attachments.ts');
      this.#attachments?.put(files);
    }
    const says = messages[this.#language];
    if (state.kind === 'returned') {
      const errors = state.why === 'refused' ? state.errors : [];
      showProblem(this.#form, state.why === 'refused' ? state.title : says.expired, errors);
    } else if (isAsked) this.querySelector<HTMLElement>('[name=subject]')?.focus();
  }

  /** What was written has left the form: nothing of it stays. */
  #empty(): void {
    this.#deflection.settle();
    clearTrail();
    this.trail = [];
    this.#clear();
  }

  #clear(): void {
    this.#written?.clear();
    this.#suggesting?.forget();
    this.suggested = nothingSuggested;
    this.isDrafted = false;
  }

  #keepDraft(): void {
    this.isDrafted = this.#written?.keep() ?? false;
  }

  #startOver(): void {
    this.#clear();
    this.announcement = messages[this.#language].startedOver;
    this.querySelector<HTMLElement>('[name=subject]')?.focus();
  }

  #openSuggestion(url: string, rank: number): void {
    fire(this, 'mado-suggestion-opened', { url, rank });
    this.#deflection.open(url);
    this.requestUpdate();
  }

  async #solve(): Promise<void> {
    this.#deflection.solve();
    this.#clear();
    this.isSolved = true;
    this.#form.hidden = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.solved')?.focus();
  }

  async #writeAfterAll(): Promise<void> {
    this.isSolved = false;
    this.#form.hidden = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[name=subject]')?.focus();
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

  #place(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-place="${name}"]`);
  }

  protected override updated(): void {
    const language = this.#language;
    const draw = (name: string, content: unknown) => {
      const place = this.#place(name);
      if (place) render(content, place);
    };
    const { place, results } = this.suggested;
    const acts = {
      onOpen: (url: string, rank: number) => this.#openSuggestion(url, rank),
      onSolved: this.#deflection.opened === null ? null : () => void this.#solve(),
    };
    for (const name of ['suggestions', 'message-suggestions']) {
      draw(name, suggestionList(name === place ? results : [], language, acts));
    }
    draw(
      'trail',
      trailList(this.trail, language, (item) => void this.#remove(item)),
    );
    draw('draft', this.isDrafted ? draftNote(language, () => this.#startOver()) : nothing);
    draw('ways', this.opened ? nothing : this.#ways);
    this.querySelector('button[type=submit]')?.setAttribute('aria-disabled', String(this.isSending));
  }

  get #ways() {
    const hours = this.parentElement?.querySelector<HTMLElement>('mado-hours.reply-by');
    if (!hours) return nothing;
    const calendar = JSON.parse(hours.dataset['calendar'] ?? 'null') as Calendar;
    const others = JSON.parse(this.dataset['others'] ?? '[]') as OtherWay[];
    const promised = Number(hours.dataset['replyMinutes']);
    return ways({ calendar, promised, usual: this.usual }, others, this.#language);
  }

  protected override render() {
    const status = this.announcement || (this.isSending ? messages[this.#language].sending : '');
    const { opened } = this;
    return html`<p class="visually-hidden" role="status">${status}</p>
      ${this.isSolved ? solvedNote(this.#language, () => void this.#writeAfterAll()) : nothing}
      ${opened ? receipt(opened.ticket, opened.answers, this.#language, this.dataset['timeZone']) : nothing}`;
  }
}

customElements.define('mado-contact', MadoContact);

declare global {
  interface HTMLElementTagNameMap {
    'mado-contact': MadoContact;
  }
}

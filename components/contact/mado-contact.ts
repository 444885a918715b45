import { html, nothing, type PropertyDeclarations, render } from 'lit';
import type { OpenedTicket } from '../../api/tickets/opening-contract.ts';
import type { Calendar } from '../../content/calendar.ts';
import { LightElement } from '../base/light-element.ts';
import { pageLanguage } from '../base/page.ts';
// For the receipt; imported there, it would make every page's script longer.
import '../copy-link/mado-copy-link.ts';
import { fire } from '../events.ts';
import type { Letter } from '../letters/letter.ts';
import { Delivery } from './delivery.ts';
import type { Draft } from './draft.ts';
import { draftNote, solvedNote } from './draft-note.ts';
import { type ShownAnswer, shownAnswersIn } from './fields.ts';
import { messages } from './messages.ts';
import { OfferedArticles } from './offered-articles.ts';
import { OwnTrail } from './own-trail.ts';
import { receipt } from './receipt.ts';
import { readUsualReply } from './reply-times.ts';
import { type OtherWay, ways } from './ways.ts';
import { WrittenForm } from './written-form.ts';

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
    isDrafted: { state: true },
    isSolved: { state: true },
    usual: { state: true },
    announcement: { state: true },
  };

  declare opened: { ticket: OpenedTicket; answers: ShownAnswer[] } | null;
  declare isDrafted: boolean;
  /** An offered article answered it: nothing is being written any more. */
  declare isSolved: boolean;
  /** After how many minutes of opening time a first answer usually comes. */
  declare usual: number | null;
  declare announcement: string;

  #language = pageLanguage();
  #articles = new OfferedArticles(this, this.#language);
  #trail = new OwnTrail(this, this.#language, (text) => this.#announce(text));
  #written: WrittenForm | null = null;
  #delivery: Delivery | null = null;

  constructor() {
    super();
    this.opened = null;
    this.isDrafted = false;
    this.isSolved = false;
    this.usual = null;
    this.announcement = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const form = this.#form;
    form.noValidate = true;
    this.#written ??= new WrittenForm(form, (topic, questions) => {
      this.#announce(messages[this.#language].asked(topic, questions));
      this.#keepDraft();
    });
    this.isDrafted = this.#written.isKept;
    this.#delivery = this.#deliveryOf(form);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#delivery?.send();
    });
    form.addEventListener('input', () => this.#keepDraft());
    this.#articles.watch(form);
    void this.#readUsual();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#delivery?.end();
  }

  /** Puts words, and the category they are about, into what is empty. */
  fillIn(fields: Draft): void {
    this.#written?.fill(fields);
    this.#keepDraft();
  }

  get #form(): HTMLFormElement {
    const form = this.querySelector('form');
    if (!form) throw new Error('<mado-contact> needs a form inside');
    return form;
  }

  #deliveryOf(form: HTMLFormElement): Delivery {
    return new Delivery({
      form,
      language: this.#language,
      place: this.#place('letters') ?? this.insertBefore(document.createElement('div'), form),
      trail: () => this.#trail.items,
      isEmpty: () => this.#written?.isEmpty ?? false,
      keepDraft: () => this.#keepDraft(),
      arrived: (ticket) => void this.#arrived(ticket),
      laidAside: () => this.#empty(),
      givenBack: (letter) => this.#writeOn(letter),
      announce: (text) => this.#announce(text),
      changed: () => this.requestUpdate(),
    });
  }

  async #arrived(ticket: OpenedTicket): Promise<void> {
    fire(this, 'mado-ticket-opened', { reference: ticket.reference, trailLength: this.#trail.items.length });
    const answers = shownAnswersIn(this.#form);
    this.#empty();
    this.opened = { ticket, answers };
    this.#form.hidden = true;
    await this.updateComplete;
    // Whole, though it stands where the end of a long form was.
    this.querySelector('.receipt')?.scrollIntoView();
    this.querySelector<HTMLElement>('.receipt h2')?.focus({ preventScroll: true });
  }

  #writeOn({ text }: Letter): void {
    const { subject, message, email, name = '', category = '', answers = {} } = text;
    const answered = Object.entries(answers).map(([id, answer]) => [`answer-${id}`, answer]);
    this.#empty();
    this.fillIn({ subject, message, email, name, category, ...Object.fromEntries(answered) });
    this.#trail.add(text.trail);
  }

  /** What was written has left the form: nothing of it stays. */
  #empty(): void {
    this.#articles.settle();
    this.#trail.clear();
    this.#clear();
  }

  #clear(): void {
    this.#written?.clear();
    this.#articles.forget();
    this.isDrafted = false;
  }

  #keepDraft(): void {
    this.isDrafted = this.#written?.keep() ?? false;
  }

  #startOver(): void {
    this.#clear();
    this.#announce(messages[this.#language].startedOver);
    this.#focusFirst();
  }

  async #solve(): Promise<void> {
    this.#articles.solve();
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
    this.#focusFirst();
  }

  #focusFirst(): void {
    this.querySelector<HTMLElement>('[name=subject]')?.focus();
  }

  async #readUsual(): Promise<void> {
    this.usual = await readUsualReply();
  }

  #announce(text: string): void {
    this.announcement = text;
  }

  #place(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-place="${name}"]`);
  }

  protected override updated(): void {
    const draw = (name: string, content: unknown) => {
      const place = this.#place(name);
      if (place) render(content, place);
    };
    for (const place of ['suggestions', 'message-suggestions'] as const) {
      draw(
        place,
        this.#articles.at(place, () => void this.#solve()),
      );
    }
    draw('trail', this.#trail.list);
    draw('draft', this.isDrafted ? draftNote(this.#language, () => this.#startOver()) : nothing);
    draw('ways', this.opened ? nothing : this.#ways);
    draw('sending', this.#isSending ? this.#status : nothing);
    this.querySelector('button[type=submit]')?.setAttribute('aria-disabled', String(this.#isSending));
  }

  get #isSending(): boolean {
    return this.#delivery?.isSending ?? false;
  }

  get #status(): string {
    return this.announcement || (this.#isSending ? messages[this.#language].sending : '');
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
    const { opened } = this;
    return html`<p class="visually-hidden" role="status">${this.#status}</p>
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

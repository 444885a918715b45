import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { Ticket, TicketState } from '../../../api/tickets/contract.ts';
import type { MadoAttachments } from '../../attachments/mado-attachments.ts';
import { Attempt } from '../attempt.ts';
import { DeskElement } from '../desk-element.ts';
import { messages as composerTexts } from './composer-messages.ts';
import { messages } from './messages.ts';
import { chooseAgain, sendReply, takeable } from './send-reply.ts';
import { newSince } from './thread.ts';
import type { TicketWays } from './ticket-ways.ts';

interface Sent {
  id: string;
  reference: string;
  text: string;
  files: readonly File[];
  /** The state that the ticket was in, where sending moved it on. */
  before: TicketState | null;
}

/**
 * Sends what was written: never past a message that its writer has not seen, once however often it is tried, and back
 * into the field for as long as it can be taken back.
 */
export abstract class ReplySending extends DeskElement {
  static override properties: PropertyDeclarations = {
    ticket: { attribute: false },
    ways: { attribute: false },
    isSending: { attribute: false },
    news: { state: true },
    takeable: { state: true },
  };

  declare ticket: Ticket;
  declare ways: TicketWays;
  declare isSending: boolean;
  /** How many messages came that the text does not know of, once somebody wants to send it. */
  declare news: number;
  declare takeable: Sent | null;
  /** Whether nothing stands in the field. */
  protected isEmpty = true;

  /** Sent again after a failure, it is the same reply, or the same note. */
  readonly #reply = new Attempt();
  readonly #note = new Attempt();
  /** The ticket as it was when the text was begun. */
  #seen: Ticket | null = null;
  #then: TicketState = 'waiting';
  #forgetting = 0;

  constructor() {
    super();
    this.isSending = false;
    this.news = 0;
    this.takeable = null;
  }

  /** Keeps what stands in the field. */
  protected abstract keep(reference: string, text: string): void;

  protected get field(): HTMLTextAreaElement | null {
    return this.querySelector('#reply');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#forgetting);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('ticket')) return;
    const isOther = this.#seen?.reference !== this.ticket.reference;
    if (isOther || this.isEmpty) this.#seen = this.ticket;
    if (!isOther) return;
    this.news = 0;
    this.takeable = null;
  }

  protected async sendReply(text: string, then: TicketState): Promise<void> {
    const attachments = this.querySelector<MadoAttachments>('mado-attachments');
    if (!attachments || this.isSending) return;
    if (!attachments.isFine) return attachments.lead();
    this.#then = then;
    const { ticket, ways } = this;
    const { reference, state: before } = ticket;
    const latest = await ways.latest();
    if (reference !== this.ticket.reference) return;
    this.news = latest ? newSince(this.#seen ?? ticket, latest).length : 0;
    if (this.news > 0) return this.#ask();

    const { files } = attachments;
    const channel = this.querySelector<HTMLSelectElement>('#reply-channel')?.value;
    let answered: Ticket | null = null;
    const isSent = await ways.change(async ({ version }) => {
      const reply = { message: text, version, ...(channel ? { channel } : {}) };
      answered = await sendReply(reference, reply, attachments, this.#reply, this.language);
      return { json: async () => answered as Ticket };
    }, composerTexts[this.language].sent);
    if (!isSent || !answered) return;
    this.#reply.end();
    if (reference === this.ticket.reference) attachments.clear();
    this.#emptied(reference, text, answered);
    this.#offerUndo(answered, { reference, text, files, before: then === 'waiting' ? null : before });
    if (then !== 'waiting') await this.#move(reference, then);
    await this.rest(reference);
  }

  /** Nothing more is to be written for now. */
  protected abstract rest(reference: string): Promise<void>;

  /** Sends what was asked about. */
  protected async sendAnyway(): Promise<void> {
    this.readFirst();
    await this.sendReply(this.field?.value.trim() ?? '', this.#then);
  }

  /** What came is known from now on. */
  protected readFirst(): void {
    this.#seen = this.ticket;
    this.news = 0;
    this.field?.focus();
  }

  protected async sendNote(body: string): Promise<void> {
    const { reference } = this.ticket;
    const headers = this.#note.headersFor(`${reference}\n${body}`);
    const isAdded = await this.ways.change(
      () => this.api().tickets[':reference'].notes.$post({ param: { reference }, json: { body } }, { headers }),
      composerTexts[this.language].noted,
    );
    if (!isAdded) return;
    this.#note.end();
    this.#emptied(reference, body, this.ticket);
    await this.rest(reference);
  }

  protected async linkArticle(url: string): Promise<void> {
    const param = { reference: this.ticket.reference };
    await this.ways.change(
      () => this.api().tickets[':reference'].articles.$post({ param, json: { url } }),
      composerTexts[this.language].linked,
    );
  }

  /** Takes the reply back, and puts it where it was written, before what was typed since. */
  protected async takeBack(): Promise<void> {
    const sent = this.takeable;
    if (!sent) return;
    const { reference, id, text, files, before } = sent;
    const isBack = await this.ways.change(
      () => this.api().tickets[':reference'].messages[':id'].$delete({ param: { reference, id } }),
      composerTexts[this.language].takenBack,
    );
    this.takeable = null;
    if (!isBack || reference !== this.ticket.reference) return;
    const { field } = this;
    if (field) {
      field.value = [text, field.value].filter(Boolean).join('\n\n');
      this.keep(reference, field.value);
      field.focus();
    }
    const attachments = this.querySelector<MadoAttachments>('mado-attachments');
    if (attachments) chooseAgain(attachments, files);
    // Taking back undoes what the reply did to the state, not that it was solved after it.
    if (before && this.ticket.state === 'solved' && before !== 'solved') await this.#move(reference, 'open');
  }

  async #ask(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('.composer-news')?.focus();
  }

  /** What was typed on while it was under way belongs to the next one. */
  #emptied(reference: string, sent: string, now: Ticket): void {
    const { field } = this;
    if (reference !== this.ticket.reference || !field || field.value.trim() === sent) this.keep(reference, '');
    if (reference !== this.ticket.reference || !field) return;
    if (field.value.trim() === sent) field.value = '';
    this.#seen = now;
  }

  #offerUndo(answered: Ticket, sent: Omit<Sent, 'id'>): void {
    const found = takeable(answered);
    window.clearTimeout(this.#forgetting);
    this.takeable = found && { ...sent, id: found.id };
    if (found) this.#forgetting = window.setTimeout(() => (this.takeable = null), found.forMs);
  }

  async #move(reference: string, state: TicketState): Promise<void> {
    const says = messages[this.language];
    await this.ways.change(
      ({ version }) => this.api().tickets[':reference'].state.$put({ param: { reference }, json: { state, version } }),
      says.moved(says.states[state]),
    );
  }
}

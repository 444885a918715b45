import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ConversationEvent, Note, Ticket } from '../../../api/tickets/contract.ts';
import { timeText } from '../time-text.ts';
import { eventText, type NameOf } from './event-text.ts';
import { messageItem, paragraphs, type ThreadLook } from './message-item.ts';
import { type ThreadEntry, threadOf } from './thread.ts';
import { messages as threadTexts } from './thread-messages.ts';

/** The whole conversation in the order of time: messages, what staff say among themselves, and what was done. */
export function ticketThread(ticket: Ticket, look: Omit<ThreadLook, 'written'>, nameOf: NameOf): TemplateResult {
  const whole = { ...look, written: ticket.language };
  return html`<section class="ticket-thread" aria-labelledby="thread">
    <h3 id="thread" class="visually-hidden">${threadTexts[look.language].thread}</h3>
    <ol class="messages">
      ${repeat(threadOf(ticket), idOf, (entry) => {
        if (entry.kind === 'message') return messageItem(entry.message, whole);
        return entry.kind === 'note' ? noteItem(entry.note, whole) : eventItem(entry.event, whole, nameOf);
      })}
    </ol>
  </section>`;
}

function idOf(entry: ThreadEntry): string {
  if (entry.kind === 'message') return entry.message.id;
  return entry.kind === 'note' ? entry.note.id : entry.event.id;
}

/** Tinted and labelled: nobody may take it for something that a customer reads. */
function noteItem({ author, body, createdAt }: Note, { language, timeZone }: ThreadLook) {
  const says = threadTexts[language];
  return html`<li class="message note">
    <p class="message-head">
      <span class="note-label">${says.internal}</span>
      <strong>${author.name}</strong>
      <time datetime=${new Date(createdAt).toISOString()}>${timeText(createdAt, language, timeZone)}</time>
      <span>${says.internalWhy}</span>
    </p>
    <div class="message-body">${paragraphs(body)}</div>
  </li>`;
}

function eventItem(event: ConversationEvent, { language, timeZone }: ThreadLook, nameOf: NameOf) {
  const { createdAt } = event;
  return html`<li class="thread-event">
    ${eventText(event, language, timeZone, nameOf)}
    <time datetime=${new Date(createdAt).toISOString()}>${timeText(createdAt, language, timeZone)}</time>
  </li>`;
}

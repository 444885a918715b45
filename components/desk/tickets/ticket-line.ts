import { html, nothing, type TemplateResult } from 'lit';
import type { Colleagues } from '../../../api/desk/contract.ts';
import type { TicketSummary } from '../../../api/tickets/contract.ts';
import { marked } from '../../search/core/excerpt.ts';
import { timeText } from '../time-text.ts';
import { dueOf } from './due.ts';
import { mark } from './list-marks.ts';
import { messages } from './list-messages.ts';
import { messages as ticketMessages } from './messages.ts';
import { priorityTexts } from './priority-texts.ts';

/** A ticket of the list; one that was searched for, with the place where it was found. */
export interface ListedTicket extends TicketSummary {
  excerpt?: string;
}

export interface LineContext {
  language: 'ja' | 'en';
  timeZone: string;
  now: number;
  /** The channels of the portal; empty until they are there. */
  channels: Colleagues['channels'];
  /** What was searched for; its words are marked. */
  query: string;
  /** Whether somebody changed it since this person looked. */
  isChanged: boolean;
}

/** A ticket in the list: who, what, and what an agent decides by. */
export function ticketLine(ticket: ListedTicket, context: LineContext): TemplateResult {
  const { reference, subject, customer, state, language: spoken, priority, tags, excerpt } = ticket;
  const { language, query, isChanged } = context;
  const says = messages[language];
  return html`<span class="desk-line-head">
      <span class="desk-customer">${words(customer, query)}</span>
      <span class="reference">${reference}</span>
      ${isChanged ? html`<span class="line-changed">${says.changed}</span>` : nothing} ${way(ticket, context)}
    </span>
    <span class="desk-subject" lang=${spoken}>${words(subject, query)}</span>
    ${excerpt ? html`<span class="line-excerpt" lang=${spoken}>${words(excerpt, query)}</span>` : nothing}
    <span class="desk-line-foot">
      <span class="state" data-state=${state}>${ticketMessages[language].states[state]}</span>
      ${dueMark(ticket, context)}
      ${
        priority === 'normal'
          ? nothing
          : html`<span class="line-fact" data-priority=${priority}
              >${mark(priority)}${priorityTexts[language][priority]}</span
            >`
      }
      ${tags.map((tag) => html`<span class="line-tag">${tag}</span>`)} ${whose(ticket, language)}
    </span>`;
}

/** How the answer stands: in words, with a shape where it is late or nearly so. */
function dueMark(ticket: TicketSummary, { language, timeZone, now }: LineContext): TemplateResult | typeof nothing {
  const says = messages[language];
  if (ticket.snoozedUntil !== null && ticket.snoozedUntil > now) {
    const until = timeText(ticket.snoozedUntil, language, timeZone);
    return html`<span class="line-fact">${says.snoozedUntil(until)}</span>`;
  }
  const due = dueOf(ticket, now);
  if (!due) return nothing;
  const span = says.span(due.minutes);
  switch (due.kind) {
    case 'overdue':
      return html`<span class="state" data-state="late">${mark('overdue')}${says.overdue(span)}</span>`;
    case 'soon':
      return html`<span class="state" data-state="soon">${mark('soon')}${says.dueIn(span)}</span>`;
    case 'later':
      return html`<span class="line-fact">${says.dueAt(timeText(due.at, language, timeZone))}</span>`;
    case 'waits':
      return html`<span class="line-fact">${says.waits(span)}</span>`;
  }
}

/** In which language and how it came, and when the last was written. */
function way(
  { channel, language: spoken, lastMessageAt }: TicketSummary,
  { language, timeZone, channels }: LineContext,
) {
  const says = messages[language];
  const name = channels.find(({ id }) => id === channel)?.name[language] ?? channel;
  return html`<span class="line-way">
    ${spoken === language ? nothing : html`<span class="line-language" title=${says.languages[spoken]}>${spoken}</span>`}
    <span title=${name}>${mark(channel, 'channel')}<span class="visually-hidden">${name}</span></span>
    <span class="desk-time">${timeText(lastMessageAt, language, timeZone)}</span>
  </span>`;
}

/** Who has it. */
function whose({ assignee }: TicketSummary, language: 'ja' | 'en') {
  if (!assignee) return nothing;
  const text = messages[language].assignee(assignee.name);
  return html`<span class="line-assignee" title=${text}
    ><span aria-hidden="true">${initials(assignee.name)}</span><span class="visually-hidden">${text}</span></span
  >`;
}

/** Two letters of a name as its people shorten it: 高橋 誠 is 高橋, Makoto Takahashi is MT. */
export function initials(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/);
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(first))
    return Array.from(first).slice(0, 2).join('');
  return [first, others.at(-1) ?? '']
    .map((part) => Array.from(part)[0] ?? '')
    .join('')
    .toUpperCase();
}

/** A text with the words that were searched for marked. */
function words(text: string, query: string) {
  const asked = query.split(/\s+/).filter((word) => word !== '');
  if (asked.length === 0) return text;
  return marked(text, asked).map(({ text: piece, isMatch }) => (isMatch ? html`<mark>${piece}</mark>` : piece));
}

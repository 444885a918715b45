import { html, nothing, type TemplateResult } from 'lit';
import type { StaffMessage } from '../../../api/tickets/contract.ts';
import { hrefOf } from '../desk-place.ts';
import { timeText } from '../time-text.ts';
import { messageFiles } from './message-files.ts';
import { messages as threadTexts } from './thread-messages.ts';
import { ticketTrail } from './ticket-trail.ts';

export interface ThreadLook {
  /** Of the desk. */
  language: 'ja' | 'en';
  /** Of the conversation. */
  written: 'ja' | 'en';
  timeZone: string;
}

/** A message: who wrote it through which channel, how sure that is, its words and files, and whether it arrived. */
export function messageItem(message: StaffMessage, { language, written, timeZone }: ThreadLook): TemplateResult {
  const says = threadTexts[language];
  const { direction, author, createdAt, body, trail, attachments, channel, isTakenBack } = message;
  return html`<li class="message" data-direction=${direction} ?data-taken-back=${isTakenBack}>
    <p class="message-head">
      <strong>${author ?? says.from[direction]}</strong>
      <span class="mark" data-channel=${channel}>${says.channels[channel] ?? channel.toUpperCase()}</span>
      <time datetime=${new Date(createdAt).toISOString()}>${timeText(createdAt, language, timeZone)}</time>
    </p>
    ${proof(message, language)} ${isTakenBack ? html`<p class="message-fate">${says.takenBack}</p>` : nothing}
    <div class="message-body" lang=${written}>
      ${isTakenBack ? html`<del>${paragraphs(body)}</del>` : paragraphs(body)}
    </div>
    ${quoted(message, language, written)} ${messageFiles(attachments, language)} ${ticketTrail(trail, language)}
    ${isTakenBack ? nothing : delivery(message, language)}
  </li>`;
}

export function paragraphs(body: string): TemplateResult[] {
  return body.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`);
}

/** Whether the sender is who they say they are, with what that rests on; nothing where nobody can tell. */
function proof({ isSenderProven, sender, direction }: StaffMessage, language: 'ja' | 'en') {
  if (isSenderProven === null || direction === 'out') return nothing;
  const says = threadTexts[language];
  return html`<details class="message-proof" ?data-proven=${isSenderProven}>
    <summary>${isSenderProven ? says.proven : says.unproven}</summary>
    <p>${isSenderProven ? says.provenWhy : says.unprovenWhy(sender)}</p>
  </details>`;
}

function quoted({ quoted: text }: StaffMessage, language: 'ja' | 'en', written: 'ja' | 'en') {
  if (!text) return nothing;
  return html`<details class="message-quoted">
    <summary>${threadTexts[language].quoted}</summary>
    <div lang=${written}>${text}</div>
  </details>`;
}

function delivery({ delivery: state, direction }: StaffMessage, language: 'ja' | 'en') {
  if (state === null || direction === 'in') return nothing;
  const says = threadTexts[language];
  const isLost = state === 'failed' || state === 'bounced';
  return html`<p class="message-fate" data-delivery=${state}>
    ${says.delivery[state]} ${isLost ? html`<a href=${hrefOf('outbox', { view: 'dead' })}>${says.outbox}</a>` : nothing}
  </p>`;
}

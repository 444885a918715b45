import { html, nothing, type TemplateResult } from 'lit';
import type { Attachment } from '../../../api/attachments/contract.ts';
import type { Ticket } from '../../../api/tickets/contract.ts';
import { hrefOf } from '../desk-place.ts';
import { sizeText } from '../../attachments/size-text.ts';
import { timeText } from '../time-text.ts';
import { messages } from './messages.ts';
import { ticketTrail } from './ticket-trail.ts';

/** Who wrote, when, and by when an answer is promised. */
export function ticketFacts(ticket: Ticket, language: 'ja' | 'en', timeZone: string): TemplateResult {
  const says = messages[language];
  const { name, email, emailVerified, createdAt, reference, promisedBy } = ticket;
  return html`<dl class="ticket-facts">
    <div>
      <dt>${says.customer}</dt>
      <dd>
        ${name ? html`${name} ` : nothing}<span>${email}</span>
        ${emailVerified ? nothing : html`<span class="state">${says.unverified}</span>`}
      </dd>
    </div>
    <div>
      <dt>${says.opened}</dt>
      <dd>${timeText(createdAt, language, timeZone)} <span class="reference">${reference}</span></dd>
    </div>
    ${
      promisedBy === null
        ? nothing
        : html`<div>
            <dt>${says.promised}</dt>
            <dd>${timeText(promisedBy, language, timeZone)}</dd>
          </div>`
    }
  </dl>`;
}

/** What else the customer has asked; nothing when there is none. */
export function otherTickets(ticket: Ticket, language: 'ja' | 'en'): TemplateResult | typeof nothing {
  if (ticket.otherTickets.length === 0) return nothing;
  const says = messages[language];
  return html`<section class="ticket-others" aria-labelledby="others">
    <h3 id="others">${says.others}</h3>
    <ul>
      ${ticket.otherTickets.map(
        ({ reference, subject, state }) =>
          html`<li>
            <a href=${hrefOf('tickets', { view: 'all', id: reference })}>${subject}</a>
            <span class="state" data-state=${state}>${says.states[state]}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Everything that was written, with what the customer did before. */
export function ticketMessages(ticket: Ticket, language: 'ja' | 'en', timeZone: string): TemplateResult {
  const says = messages[language];
  return html`<section aria-labelledby="conversation">
    <h3 id="conversation" class="visually-hidden">${says.conversation}</h3>
    <ol class="messages">
      ${ticket.messages.map(
        ({ direction, author, createdAt, body, trail, attachments }) =>
          html`<li class="message" data-direction=${direction}>
            <p class="message-head">
              <strong>${author ?? says.from[direction]}</strong>
              <time datetime=${new Date(createdAt).toISOString()}>${timeText(createdAt, language, timeZone)}</time>
            </p>
            <div class="message-body" lang=${ticket.language}>
              ${body.split(/\n{2,}/).map((paragraph) => html`<p>${paragraph}</p>`)}
            </div>
            ${messageFiles(attachments, language)} ${ticketTrail(trail, language)}
          </li>`,
      )}
    </ol>
  </section>`;
}

/** The files that came with a message: pictures in place, as they were drawn anew, the others by name. */
function messageFiles(attachments: readonly Attachment[], language: 'ja' | 'en'): TemplateResult | typeof nothing {
  if (attachments.length === 0) return nothing;
  return html`<ul class="message-files">
    ${attachments.map(({ id, name, bytes, preview }) => {
      const address = `/api/attachments/${id}`;
      return html`<li>
        ${
          preview
            ? html`<a href=${`${address}/preview`} target="_blank"
                ><img
                  src=${`${address}/preview`}
                  width=${preview.width}
                  height=${preview.height}
                  loading="lazy"
                  alt=${name}
              /></a>`
            : nothing
        }
        <a class="message-file" href=${address} download=${name}>${name} <span>${sizeText(bytes, language)}</span></a>
      </li>`;
    })}
  </ul>`;
}

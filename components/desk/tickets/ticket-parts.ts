import { html, nothing, type TemplateResult } from 'lit';
import type { Ticket } from '../../../api/tickets/contract.ts';
import { hrefOf } from '../desk-place.ts';
import { timeText } from '../time-text.ts';
import { messages as conversationTexts } from './conversation-messages.ts';
import { messages } from './messages.ts';
import { priorityTexts } from './priority-texts.ts';
import { messages as propertiesTexts } from './properties-messages.ts';

/** Who wrote, when, how urgent it is, and by when an answer is due. */
export function ticketFacts(ticket: Ticket, language: 'ja' | 'en', timeZone: string): TemplateResult {
  const says = messages[language];
  const { name, email, emailVerified, createdAt, reference, promisedBy, dueAt, priority } = ticket;
  const due = promisedBy ?? dueAt;
  const isLate = due !== null && due < Date.now();
  return html`<dl class="ticket-facts">
    <div>
      <dt class="visually-hidden">${says.customer}</dt>
      <dd>
        ${name ? html`${name} ` : nothing}<span class="ticket-address">${email}</span>
        ${email && !emailVerified ? html`<span class="state">${says.unverified}</span>` : nothing}
      </dd>
    </div>
    <div>
      <dt class="visually-hidden">${says.opened}</dt>
      <dd><span class="reference">${reference}</span> ${timeText(createdAt, language, timeZone)}</dd>
    </div>
    ${
      due === null
        ? nothing
        : html`<div>
            <dt>${promisedBy === null ? conversationTexts[language].due : says.promised}</dt>
            <dd>
              ${timeText(due, language, timeZone)}
              ${isLate ? html`<span class="state" data-state="late">${says.late}</span>` : nothing}
            </dd>
          </div>`
    }
    ${
      priority === 'normal'
        ? nothing
        : html`<div>
            <dt class="visually-hidden">${propertiesTexts[language].priority}</dt>
            <dd><span class="state" data-priority=${priority}>${priorityTexts[language][priority]}</span></dd>
          </div>`
    }
  </dl>`;
}

/** The conversations that this one goes on from, or went into. */
export function ticketLinks({ continues, mergedInto }: Ticket, language: 'ja' | 'en'): TemplateResult | typeof nothing {
  if (!continues && !mergedInto) return nothing;
  const says = conversationTexts[language];
  const link = (text: string, linked: Ticket['continues']) =>
    linked
      ? html`<p>
          ${text}<a href=${hrefOf('tickets', { view: 'all', id: linked.reference })}>${linked.subject}</a>
          <span class="state" data-state=${linked.state}>${messages[language].states[linked.state]}</span>
        </p>`
      : nothing;
  return html`<div class="ticket-links">${link(says.continues, continues)} ${link(says.mergedInto, mergedInto)}</div>`;
}

/** What the customer answered to the questions of the category, in their words. */
export function ticketAnswers({ answers, language: written }: Ticket, language: 'ja' | 'en') {
  if (answers.length === 0) return nothing;
  return html`<section class="ticket-answers" aria-labelledby="answers">
    <h3 id="answers" class="visually-hidden">${conversationTexts[language].answers}</h3>
    <dl lang=${written}>
      ${answers.map(
        ({ question, answer }) =>
          html`<div>
            <dt>${question}</dt>
            <dd>${answer}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

/** The articles that were pointed to, and what the customer said in the end. */
export function ticketOutcome({ articles, rating }: Ticket, language: 'ja' | 'en', timeZone: string) {
  const says = conversationTexts[language];
  const pointed = html`<section class="ticket-articles" aria-labelledby="articles">
    <h3 id="articles">${says.articles}</h3>
    <ul>
      ${articles.map(({ url, title }) => html`<li><a href=${url} target="_blank">${title}</a></li>`)}
    </ul>
  </section>`;
  const rated = html`<section class="ticket-rating" aria-labelledby="rating">
    <h3 id="rating">${says.rating}</h3>
    <p>
      <span class="state" data-score=${rating?.score ?? nothing}>${says.ratings[rating?.score ?? 'good']}</span>
      ${timeText(rating?.at ?? 0, language, timeZone)}
    </p>
    ${rating?.comment ? html`<blockquote>${rating.comment}</blockquote>` : nothing}
  </section>`;
  return html`${rating ? rated : nothing} ${articles.length > 0 ? pointed : nothing}`;
}

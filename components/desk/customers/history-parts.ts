import { html, nothing, type TemplateResult } from 'lit';
import type { CustomerHistory, CustomerOrders, Order, TimelineEntry } from '../../../api/customers/contract.ts';
import { hrefOf } from '../desk-place.ts';
import { messages as ticketMessages } from '../tickets/messages.ts';
import { timeText } from '../time-text.ts';
import { messages } from './history-messages.ts';

/** What the parts of a history are shown in. */
export interface Shown {
  language: 'ja' | 'en';
  timeZone: string;
  /** The conversation that is open beside it. */
  openReference: string;
}

/** What happened with a customer, with the way to each conversation. */
export function timelineList(
  { timeline, hasOlder }: Pick<CustomerHistory, 'timeline' | 'hasOlder'>,
  shown: Shown,
): TemplateResult {
  const says = messages[shown.language];
  if (timeline.length === 0) return html`<p class="history-quiet">${says.timelineNone}</p>`;
  return html`<ol class="history-timeline">
      ${timeline.map(
        (entry) =>
          html`<li data-kind=${entry.kind}>
            <time datetime=${new Date(entry.at).toISOString()}
              >${timeText(entry.at, shown.language, shown.timeZone)}</time
            >
            ${entryText(entry, shown)}
          </li>`,
      )}
    </ol>
    ${hasOlder ? html`<p class="history-quiet">${says.older}</p>` : nothing}`;
}

function entryText(entry: TimelineEntry, { language, openReference }: Shown) {
  const says = messages[language];
  switch (entry.kind) {
    case 'conversation': {
      const { reference, subject, state, channel, excerpt } = entry;
      const isOpen = reference === openReference;
      return html`<p>
          ${
            isOpen
              ? html`<strong aria-current="true">${subject}</strong> <span class="history-quiet">${says.open}</span>`
              : html`<a href=${hrefOf('tickets', { view: 'all', id: reference })}>${subject}</a>`
          }
        </p>
        ${excerpt && !isOpen ? html`<p class="history-excerpt">${excerpt}</p>` : nothing}
        <p class="history-quiet">
          <span class="state" data-state=${state}>${ticketMessages[language].states[state]}</span>
          ${says.channels[channel] ?? channel} <span class="reference">${reference}</span>
        </p>`;
    }
    case 'page':
      return html`<p><span class="history-quiet">${says.read}</span> <a href=${entry.url}>${entry.title}</a></p>`;
    case 'search':
      return html`<p><span class="history-quiet">${says.searched}</span> ${entry.query}</p>`;
    default:
      return html`<p>${says.rated[entry.score]} <span class="reference">${entry.reference}</span></p>
        ${entry.comment ? html`<p class="history-excerpt">${entry.comment}</p>` : nothing}`;
  }
}

/** What the shop said; nothing where it is not asked. `null` while it has not answered. */
export function ordersSection(answer: CustomerOrders | null, language: 'ja' | 'en'): TemplateResult | typeof nothing {
  if (answer?.state === 'off') return nothing;
  const says = messages[language];
  return html`<section aria-labelledby="history-orders">
    <h3 id="history-orders">${says.orders}</h3>
    ${
      !answer
        ? html`<p class="history-quiet">${says.ordersLoading}</p>`
        : answer.state === 'unreachable'
          ? html`<p class="history-quiet">${says.ordersUnreachable}</p>`
          : answer.orders.length === 0
            ? html`<p class="history-quiet">${says.ordersNone}</p>`
            : html`<ul class="history-orders">
                ${answer.orders.map((order) => orderLine(order, language))}
              </ul>`
    }
  </section>`;
}

function orderLine({ number, placedAt, status, total, items, url }: Order, language: 'ja' | 'en') {
  const day = Number.isNaN(Date.parse(placedAt)) ? placedAt : placedAt.slice(0, 10).replaceAll('-', '/');
  return html`<li>
    <p>
      ${url ? html`<a href=${url} rel="noreferrer" target="_blank">${number}</a>` : html`<strong>${number}</strong>`}
      <span class="state">${status}</span>
    </p>
    <p class="history-quiet">${day}${total ? ` · ${total}` : nothing}</p>
    ${items.length > 0 ? html`<p class="history-excerpt">${items.join(language === 'ja' ? '、' : ', ')}</p>` : nothing}
  </li>`;
}

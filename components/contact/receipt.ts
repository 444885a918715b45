import { html, nothing, type TemplateResult } from 'lit';
import type { OpenedTicket } from '../../api/tickets/opening-contract.ts';
import { dateLocales } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { ShownAnswer } from './fields.ts';
import { messages } from './messages.ts';

/** What takes the place of the form once a message has arrived: its number, until when we answer, and its page. */
export function receipt(
  { reference, requestUrl, promisedBy, isAnsweredByMail }: OpenedTicket,
  answers: readonly ShownAnswer[],
  language: Language,
  timeZone: string | undefined,
): TemplateResult {
  const says = messages[language];
  const time =
    promisedBy === null
      ? null
      : new Intl.DateTimeFormat(dateLocales[language], {
          dateStyle: 'long',
          timeStyle: 'short',
          ...(timeZone ? { timeZone } : {}),
        }).format(promisedBy);
  return html`<div class="receipt notice">
    <h2 tabindex="-1">${says.received}</h2>
    <p>${says.reference}<strong class="reference">${reference}</strong></p>
    ${time ? html`<p>${says.promised(time)}</p>` : nothing}
    <p>${isAnsweredByMail ? says.keep : says.keepPage}</p>
    <mado-copy-link class="copy-link">
      <span class="copy-link-address" data-address>${new URL(requestUrl, location.href).href}</span>
    </mado-copy-link>
    <p><a class="button" data-primary href=${requestUrl}>${says.open}</a></p>
    ${answers.length > 0 ? answerList(answers, says.answers) : nothing}
  </div>`;
}

function answerList(answers: readonly ShownAnswer[], title: string): TemplateResult {
  return html`<h3>${title}</h3>
    <dl class="answers">
      ${answers.map(
        ({ question, answer }) =>
          html`<div>
            <dt>${question}</dt>
            <dd>${answer}</dd>
          </div>`,
      )}
    </dl>`;
}

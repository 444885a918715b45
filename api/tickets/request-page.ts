import { html } from 'hono/html';
import { dateLocales } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { Attachment } from '../attachments/contract.ts';
import { sizeText } from '../attachments/size-text.ts';
import { linkedText } from '../sanitise/linked-text.ts';
import type { Fragment } from '../http/pages.ts';
import type { Services } from '../services.ts';
import type { CustomerRequest, Message, TicketState } from './contract.ts';
import type { Answer } from './opening-contract.ts';
import type { Rating, Score } from '../ratings/contract.ts';
import { ratingForm } from '../ratings/rating-form.ts';
import { stateTexts } from './state-texts.ts';

/** States in which a first reply is still to come. */
const stillPromised: ReadonlySet<TicketState> = new Set(['new', 'open', 'on-hold']);
const isDone: ReadonlySet<TicketState> = new Set(['solved', 'closed']);

/** The request page of a customer: the site's shell with the conversation in it. */
export async function requestPage(
  { pages, timeZone, random, clock, publicUrl, outbox }: Services,
  language: Language,
  request: CustomerRequest,
  token: string,
  { rating, wished }: { rating: Rating | null; wished: Score | null } = { rating: null, wished: null },
): Promise<string | null> {
  const says = texts[language];
  const format = (at: number) => timeTag(at, language, timeZone());
  return pages.filled(`/${language}/requests/shell/`, {
    reference: html`${request.reference}`,
    address: html`${publicUrl}/${language}/requests/${token}/`,
    subject: html`${request.subject}`,
    state: html`<span class="state" data-state="${request.state}">${stateTexts[language][request.state]}</span>`,
    promise:
      !stillPromised.has(request.state) || request.promisedBy === null || request.promisedBy < clock()
        ? ''
        : html`${(outbox.isSending ? says.promised : says.promisedHere)(format(request.promisedBy))}`,
    answers: answerList(request.answers),
    messages: html`${request.messages.map((message) => messageItem(message, says, format, language))}`,
    moves: moveButton(request.state, says),
    rating: isDone.has(request.state) ? ratingForm(language, rating, wished) : '',
    key: html`<input type="hidden" name="key" value="${random(16).toString('hex')}" />`,
  });
}

/** What was answered to the questions of the category. */
function answerList(answers: readonly Answer[]) {
  if (answers.length === 0) return '';
  return html`${answers.map(
    ({ question, answer }) =>
      html`<div>
        <dt>${question}</dt>
        <dd>${answer}</dd>
      </div>`,
  )}`;
}

/** What the customer may say of the state by a button. */
function moveButton(state: TicketState, says: Texts) {
  if (state === 'closed' || state === 'spam') return '';
  const [value, text] = state === 'solved' ? ['open', says.notSolved] : ['solved', says.solved];
  return html`<form id="moves" action="state" method="post">
    <input type="hidden" name="state" value="${value}" />
    <button class="button" type="submit">${text}</button>
  </form>`;
}

function messageItem(
  message: Message,
  says: Texts,
  format: (at: number) => ReturnType<typeof html>,
  language: Language,
) {
  const isFromUs = message.direction === 'out';
  return html`<li class="message" data-direction="${message.direction}" id="message-${message.id}">
    <p class="message-head">
      <strong>${isFromUs ? says.agent(message.author) : says.you}</strong> ${format(message.createdAt)}
    </p>
    <div class="message-body">${isFromUs ? paragraphs(message.body, linkedText) : paragraphs(message.body)}</div>
    ${files(message.attachments, language)}
  </li>`;
}

/** Plain text as paragraphs: blank lines part them, other line ends stay. What we write ourselves may hold links. */
function paragraphs(text: string, shown: (text: string) => Fragment | string = (text) => text) {
  return text.split(/\n{2,}/).map((paragraph) => html`<p>${shown(paragraph)}</p>`);
}

/** Pictures in place, as they were drawn anew; every file by its name. */
function files(attachments: readonly Attachment[], language: Language) {
  if (attachments.length === 0) return '';
  return html`<ul class="message-files">
    ${attachments.map(({ id, name, bytes, preview }) => {
      const address = `attachments/${id}`;
      const picture =
        preview &&
        html`<a href="${address}/preview"
          ><img
            src="${address}/preview"
            width="${preview.width}"
            height="${preview.height}"
            loading="lazy"
            alt="${name}"
        /></a>`;
      return html`<li>
        ${picture ?? ''}<a class="message-file" href="${address}" download="${name}"
          >${name} <span>${sizeText(bytes, language)}</span></a
        >
      </li>`;
    })}
  </ul>`;
}

function timeTag(at: number, language: Language, timeZone: string) {
  const text = new Intl.DateTimeFormat(dateLocales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(at);
  return html`<time datetime="${new Date(at).toISOString()}">${text}</time>`;
}

interface Texts {
  you: string;
  agent: (name: string | null) => string;
  promised: (time: ReturnType<typeof html>) => ReturnType<typeof html>;
  /** Without a mail server. */
  promisedHere: (time: ReturnType<typeof html>) => ReturnType<typeof html>;
  solved: string;
  notSolved: string;
}

const texts: Record<Language, Texts> = {
  ja: {
    you: 'お客様',
    agent: (name) => (name ? `お客様窓口　${name}` : 'お客様窓口'),
    promised: (time) => html`${time}までに、メールとこのページでお返事します。`,
    promisedHere: (time) =>
      html`${time}までに、このページでお返事します。メールではお知らせしませんので、ページのアドレスを保存しておいてください。`,
    solved: '解決したので終了する',
    notSolved: 'まだ解決していない',
  },
  en: {
    you: 'You',
    agent: (name) => (name ? `${name}, customer care` : 'Customer care'),
    promised: (time) => html`We will answer by ${time}, by e-mail and on this page.`,
    promisedHere: (time) =>
      html`We will answer by ${time}, on this page. We don’t send answers by e-mail, so please keep its address.`,
    solved: 'This is solved',
    notSolved: 'It isn’t solved yet',
  },
};

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dateLocales } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';
import { expiresAt, type Letter } from './letter.ts';
import { messages } from './messages.ts';

interface Acts {
  /** Whether a try is under way. */
  isTrying: boolean;
  tryNow: () => void;
  edit: (letter: Letter) => void;
  erase: (letter: Letter) => void;
  dismiss: (letter: Letter) => void;
}

/** Each message that waits on this device, or did, and what may be done about it: beside the contact form. */
export function letterList(
  letters: readonly Letter[],
  language: Language,
  acts: Acts,
): TemplateResult | typeof nothing {
  if (letters.length === 0) return nothing;
  return html`<section class="letters" aria-label=${messages[language].region}>
    ${repeat(
      letters,
      ({ key }) => key,
      (letter) =>
        html`<div class="letter notice" data-key=${letter.key} data-state=${letter.state.kind}>
          ${letterItem(letter, language, acts)}
        </div>`,
    )}
  </section>`;
}

function letterItem(letter: Letter, language: Language, { isTrying, tryNow, edit, erase, dismiss }: Acts) {
  const says = messages[language];
  const { state, text } = letter;
  if (state.kind === 'sent') {
    return html`<h3 tabindex="-1">${says.sentTitle}</h3>
      <p role="status">${says.sent(state.opened.reference)}</p>
      <p class="letter-acts">
        <a class="button" data-primary href=${state.opened.requestUrl}>${says.open}</a>
        <button class="button" type="button" @click=${() => dismiss(letter)}>${says.dismiss}</button>
      </p>`;
  }
  const about = html`<p class="letter-subject">${says.subject}${language === 'ja' ? '：' : ': '}${text.subject}</p>`;
  const editing = html`<button class="button" type="button" @click=${() => edit(letter)}>${says.edit}</button>`;
  const erasing = html`<button class="button" type="button" @click=${() => erase(letter)}>${says.erase}</button>`;
  if (state.kind === 'returned') {
    return html`<h3 tabindex="-1">${says.returnedTitle}</h3>
      <p>${state.why === 'refused' ? says.refused(state.title.replace(/[。.]$/, '')) : says.expired}</p>
      ${about}
      <p class="letter-acts">${editing} ${erasing}</p>`;
  }
  const day = new Intl.DateTimeFormat(dateLocales[language], { dateStyle: 'long' }).format(expiresAt(letter));
  return html`<h3 tabindex="-1">${says.waitingTitle}</h3>
    <p>${says.waiting(day)}</p>
    ${about}
    <p class="form-note">${says.shared}</p>
    <p class="visually-hidden" role="status">${isTrying ? says.trying : ''}</p>
    <p class="letter-acts">
      <button class="button" data-primary type="button" aria-disabled=${isTrying} @click=${tryNow}>
        ${isTrying ? says.trying : says.tryNow}
      </button>
      ${editing} ${erasing}
    </p>`;
}

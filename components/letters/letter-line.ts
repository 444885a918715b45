import { html, nothing, render } from 'lit';
import { pageLanguage } from '../base/page.ts';
import { dismissLetter } from './deliver-letters.ts';
import type { Letter } from './letter.ts';
import { messages } from './messages.ts';
import { watchLetters } from './watch-letters.ts';

/**
 * On every page but the contact page: sends what waits on this device, and says in one calm line at the foot of the
 * window that it waits, or that it has been sent. Who looks over somebody's shoulder reads nothing of the message.
 */
export function showLetterLine(): void {
  const language = pageLanguage();
  const says = messages[language];
  const line = document.createElement('aside');
  line.className = 'letter-line';
  line.setAttribute('aria-label', says.region);
  const contact = `/${language}/contact/#contact-title`;
  const show = (letters: Letter[]) => {
    if (letters.length > 0 && !line.isConnected) document.body.append(line);
    const sent = letters.find(({ state }) => state.kind === 'sent');
    const isReturned = letters.some(({ state }) => state.kind === 'returned');
    const told =
      sent?.state.kind === 'sent'
        ? html`${says.sent(sent.state.opened.reference)}
            <a href=${sent.state.opened.requestUrl}>${says.open}</a>
            <button type="button" @click=${() => void dismissLetter(sent.key).then(() => watched.tryNow())}>
              ${says.dismiss}
            </button>`
        : html`${isReturned ? says.returnedShort : says.waitingShort} <a href=${contact}>${says.toForm}</a>`;
    render(letters.length > 0 ? html`<p role="status">${told}</p>` : nothing, line);
    if (letters.length === 0) line.remove();
  };
  const watched = watchLetters(show);
}

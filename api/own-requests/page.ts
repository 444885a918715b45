import { html } from 'hono/html';
import { dateLocales } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { Services } from '../services.ts';
import { stateTexts } from '../tickets/state-texts.ts';
import type { OwnRequest } from './list.ts';

/** The list of somebody's requests, in the site's shell; `null` when the build has none. */
export function ownRequestsPage(
  { pages, timeZone }: Services,
  language: Language,
  { address, requests }: { address: string; requests: readonly OwnRequest[] },
): Promise<string | null> {
  const says = texts[language];
  const day = new Intl.DateTimeFormat(dateLocales[language], { dateStyle: 'long', timeZone: timeZone() });
  const items = requests.map(
    (request) =>
      html`<li>
        <a href="${request.url}" lang="${request.language}">${request.subject}</a>
        <p>
          <span class="state" data-state="${request.state}">${stateTexts[language][request.state]}</span>
          <span class="reference">${request.reference}</span>
          <time datetime="${new Date(request.lastMessageAt).toISOString()}">${day.format(request.lastMessageAt)}</time>
        </p>
      </li>`,
  );
  return pages.filled(`/${language}/my-requests/shell/`, {
    address: html`${address}`,
    requests: requests.length > 0 ? html`${items}` : '',
    none: requests.length > 0 ? '' : html`${says.none}`,
  });
}

const texts = {
  ja: { none: 'このメールアドレスでいただいたお問い合わせはありません。' },
  en: { none: 'There are no requests from this e-mail address.' },
};

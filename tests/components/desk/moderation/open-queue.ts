import { page } from 'vitest/browser';
// In the order of the page: the first names the layers.
import '../../../../site/styles/site.css';
import '../../../../site/styles/desk.css';
import '../../../../site/styles/desk-nav.css';
import '../../../../site/styles/desk-accounts.css';
import '../../../../site/styles/desk-moderation.css';
import '../../../../site/styles/desk-posts.css';
import '../../../../site/styles/desk-member.css';
import '../../../../site/styles/desk-dialogs.css';
import '../../../../site/styles/desk-words.css';
import '../../../../components/desk/moderation/mado-desk-moderation.ts';
import { find, show } from '../../fixtures.ts';
import { forum, hana } from './reviewables.ts';

interface Opening {
  hash?: string;
  language?: 'ja' | 'en';
  width?: number;
}

export const categories = [
  { slug: 'shoes', name: { ja: '靴えらび', en: 'Shoes' } },
  { slug: 'returns', name: { ja: '返品・交換', en: 'Returns' } },
];

/** Puts the queue on a page with that address, as the desk does. */
export async function openQueue({ hash = '#/moderation/pending', language = 'ja', width = 1280 }: Opening = {}) {
  await page.viewport(width, 800);
  show('', language);
  history.replaceState(null, '', `${location.pathname}${location.search}${hash}`);
  const queue = document.createElement('mado-desk-moderation');
  Object.assign(queue, { language, timeZone: 'Asia/Tokyo', account: { ...hana, language }, categories, forum });
  find('main').append(queue);
  return queue;
}

/** What the list shows, by its ids. */
export const listed = () =>
  [...document.querySelectorAll<HTMLElement>('.ticket-row')].map(({ dataset }) => dataset['id']);
/** The title of what is open. */
export const title = () => document.querySelector('.item .ticket-title')?.textContent ?? '';
/** What the line with the last deed says. */
export const said = () => document.querySelector('.queue-said p')?.textContent ?? '';
export const dialog = () => document.querySelector<HTMLDialogElement>('dialog:modal');

/** The button within the page that says this; its key is not part of what it says. */
export function button(text: string, within: ParentNode = document): HTMLElement {
  const found = [...within.querySelectorAll<HTMLElement>('button')].find((each) => {
    const copy = each.cloneNode(true) as HTMLElement;
    for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove();
    return (each.getAttribute('aria-label') ?? copy.textContent).trim() === text;
  });
  if (!found) throw new Error(`No button says ${text}`);
  return found;
}

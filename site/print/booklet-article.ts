import { type HTMLElement, parse } from 'node-html-parser';
import type { ArticleSummary } from '../../content/schema/snapshot.ts';
import { addressText } from './address-text.ts';
import { placeOf } from './chapters.ts';
import { escaped } from './markup.ts';
import type { PrintMessages } from './messages.ts';

/** What an article of a booklet has to know of the others. */
export interface Surroundings {
  /** Places inside the booklet, by the address of the page that is printed there. */
  places: ReadonlyMap<string, string>;
  /** The page of a place, once it is known. */
  pages: ReadonlyMap<string, number>;
  /** Where the site lives: `https://help.example.com`. */
  origin: string;
  says: PrintMessages;
}

/** What only a screen needs, and notes on the translation: a booklet is of one language, and does not grow old by another. */
const left = '.stale, .breadcrumb, .contents, .platform-switch, .flow-hint, .flow-kind, .flow-back, script';
const naming = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'];

/**
 * The article of a built page as it stands in a booklet: one heading level down, everything open, its places named so
 * that no other article has the same, its links leading into the booklet where they can.
 */
export function bookletArticle(html: string, article: ArticleSummary, around: Surroundings): string {
  const root = parse(html).querySelector('.article');
  if (!root) throw new Error(`${article.url} has no article to print`);
  const place = placeOf(article);
  for (const element of root.querySelectorAll(left)) element.remove();
  open(root);
  nameApart(root, place);
  for (const link of root.querySelectorAll('a[href]')) lead(link, article, around);
  for (const heading of root.querySelectorAll('h1, h2, h3')) {
    heading.tagName = `H${Number(heading.tagName[1]) + 1}`;
  }
  imprint(root, article, around);
  // The heading is the place: the article's own box may begin at the foot of the page before.
  root.querySelector('h2')?.setAttribute('id', place);
  return `<article class="booklet-article" data-kind="${article.kind}">${root.innerHTML}</article>`;
}

/** Pictures are not put off, what is folded lies open, and a film is its first picture and where it can be seen. */
function open(root: HTMLElement): void {
  for (const image of root.querySelectorAll('[loading]')) image.removeAttribute('loading');
  for (const details of root.querySelectorAll('details')) details.setAttribute('open', '');
  for (const video of root.querySelectorAll('video')) {
    const poster = video.getAttribute('poster');
    video.replaceWith(poster ? `<img src="${escaped(poster)}" alt="">` : '');
  }
}

function nameApart(root: HTMLElement, place: string): void {
  for (const element of root.querySelectorAll('[id]')) element.setAttribute('id', `${place}--${element.id}`);
  for (const name of naming) {
    for (const element of root.querySelectorAll(`[${name}]`)) {
      const ids = (element.getAttribute(name) ?? '').split(' ').map((id) => `${place}--${id}`);
      element.setAttribute(name, ids.join(' '));
    }
  }
}

/** Turns a link to where it leads in the booklet, and writes after it the page there, or else its address. */
function lead(link: HTMLElement, article: ArticleSummary, { places, pages, origin, says }: Surroundings): void {
  const href = link.getAttribute('href') ?? '';
  link.removeAttribute('data-printed');
  if (href.startsWith('#')) {
    link.setAttribute('href', `#${placeOf(article)}--${href.slice(1)}`);
    return;
  }
  const url = new URL(href, `${origin}${article.url}`);
  const place = url.origin === origin ? places.get(url.pathname) : undefined;
  if (place) {
    link.setAttribute('href', `#${place}`);
    const page = pages.get(place);
    append(link, 'page-reference', says.booklet.onPage(page === undefined ? '00' : String(page)));
    return;
  }
  link.setAttribute('href', url.href);
  const address = addressText(url.href, link.textContent, '');
  if (address) append(link, 'address', says.booklet.elsewhere(address.replace(/^https?:\/\//, '')));
}

function append(link: HTMLElement, className: string, text: string): void {
  link.insertAdjacentHTML('afterend', `<span class="${className}">${escaped(text)}</span>`);
}

/** When it was checked, and its page: under the short answer, since a line at the end may come to stand on a page alone. */
function imprint(root: HTMLElement, { url }: ArticleSummary, { origin }: Surroundings): void {
  const reviewed = root.querySelector('.reviewed');
  const address = escaped(`${origin}${url}`);
  reviewed?.insertAdjacentHTML(
    'beforeend',
    ` <a class="live-address" href="${address}">${address.replace(/^https?:\/\//, '')}</a>`,
  );
  const answer = root.querySelector('.answer');
  if (!reviewed || !answer) return;
  reviewed.remove();
  answer.insertAdjacentHTML('afterend', reviewed.outerHTML);
}

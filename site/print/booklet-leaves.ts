import type { Portal } from '../../content/schema/portal.ts';
import type { BookletName } from './booklets.ts';
import { type Chapter, peoplePlace, placeOf } from './chapters.ts';
import { escaped } from './markup.ts';
import type { PrintMessages } from './messages.ts';
import { qrMarkup } from './qr-code.ts';

/** What a booklet says of itself on its cover and its back. */
export interface Imprint {
  name: BookletName;
  title: string;
  portal: Portal;
  says: PrintMessages;
  origin: string;
  /** Where its text is kept up to date. */
  url: string;
  version: string;
  date: string;
}

/** The cover: what it is, of which day, and the way to the current text. */
export function coverPage({ name, title, portal, says, url, version, date }: Imprint, mark: string): string {
  const { language } = name;
  const { booklet } = says;
  return `<section class="cover">
<p class="cover-name">${mark}${escaped(portal.name[language])}</p>
<div class="cover-title"><p class="cover-kind">${booklet.subtitle}</p><h1>${escaped(title)}</h1>
<p class="cover-edition">${booklet.edition(date)}</p></div>
<div class="cover-foot">${qrMarkup(url, booklet.qr)}
<div><p>${booklet.live}</p><p class="cover-address"><a href="${escaped(url)}">${shown(url)}</a></p>
<p class="cover-version">${escaped(portal.organisation[language])}<br>${booklet.version(version)}</p></div></div>
</section>`;
}

/** The contents with their pages, as far as they are known. */
export function contentsPage(
  { says: { booklet } }: Imprint,
  chapters: readonly Chapter[],
  pages: ReadonlyMap<string, number>,
): string {
  const entry = (place: string, title: string) =>
    `<li><a href="#${place}"><span class="booklet-contents-title">${escaped(title)}</span><span class="booklet-contents-page">${pages.get(place) ?? '00'}</span></a></li>`;
  const parts = chapters.map(
    ({ title, articles }) =>
      `<section><h2>${escaped(title)}</h2><ol>${articles.map((article) => entry(placeOf(article), article.title)).join('')}</ol></section>`,
  );
  const people = `<section><ol>${entry(peoplePlace, booklet.people)}</ol></section>`;
  return `<nav class="booklet-contents"><h1>${booklet.contents}</h1>${parts.join('')}${people}</nav>`;
}

/** The last page: the ways to reach a person, and who publishes this. */
export function backPage({ name, portal, says, origin, version, date }: Imprint, channels: string): string {
  const { language } = name;
  const { booklet } = says;
  const contact = `${origin}/${language}/contact/`;
  return `<section class="back" id="${peoplePlace}"><h1>${booklet.people}</h1><p class="back-lead">${booklet.peopleLead}</p>
${channels.replaceAll(`href="/${language}/contact/"`, `href="${escaped(contact)}"`)}
<div class="back-contact">${qrMarkup(contact, booklet.contactQr)}<p><b>${booklet.contactForm}</b><br>
<a href="${escaped(contact)}">${shown(contact)}</a></p></div>
<p class="imprint">${escaped(portal.name[language])}<br>${booklet.edition(date)}　${booklet.version(version)}<br>
${booklet.publisher(escaped(portal.organisation[language]))}</p></section>`;
}

function shown(url: string): string {
  return escaped(url.replace(/^https?:\/\//, ''));
}

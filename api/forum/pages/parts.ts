import { html } from 'hono/html';
import { dateLocales } from '../../../content/calendar.ts';
import type { Language } from '../../../content/schema/languages.ts';
import type { Account } from '../../accounts/contract.ts';
import type { Fragment } from '../../http/pages.ts';
import type { Services } from '../../services.ts';
import type { ForumAuthor } from '../contract.ts';
import { pageTexts } from './texts.ts';

/** Whoever looks on, by name; `null` for whoever is not signed in. */
export type Reader = Pick<Account, 'id' | 'role' | 'name'> | null;

/** What fragments of one page are made with. */
export interface Surroundings {
  services: Services;
  language: Language;
  reader: Reader;
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** Instants in words, by their minute: writing one takes longer than all around it. */
const written = new Map<string, string>();
const mostWritten = 10_000;

/** An instant as a `<time>`, with the time of day where that says something. */
export function timeTag(around: Surroundings, at: number, style: 'day' | 'moment' = 'moment'): Fragment {
  return html`<time datetime="${new Date(at).toISOString()}">${inWords(around, at, style)}</time>`;
}

function inWords({ services, language }: Surroundings, at: number, style: 'day' | 'moment'): string {
  const zone = services.timeZone();
  const key = `${language} ${zone} ${style}`;
  const ofMinute = `${key} ${Math.floor(at / 60_000)}`;
  const known = written.get(ofMinute);
  if (known !== undefined) return known;
  let format = formats.get(key);
  if (!format) {
    const time = style === 'moment' ? { timeStyle: 'short' as const } : {};
    format = new Intl.DateTimeFormat(dateLocales[language], { dateStyle: 'long', ...time, timeZone: zone });
    formats.set(key, format);
  }
  if (written.size >= mostWritten) written.clear();
  const text = format.format(at);
  written.set(ofMinute, text);
  return text;
}

/** What an author is called; one who was erased still has written something. */
export function nameOf({ name }: Pick<ForumAuthor, 'name'>, language: Language): string {
  return name || pageTexts[language].erased;
}

/** The name of an author, as a link to what everybody sees of them. */
export function authorTag({ language }: Surroundings, author: ForumAuthor, saysStaff = true): Fragment {
  const says = pageTexts[language];
  const name = nameOf(author, language);
  const shown = author.name
    ? html`<a class="forum-author" href="/${language}/forum/members/${author.id}/"><bdi>${name}</bdi></a>`
    : html`<span class="forum-author">${name}</span>`;
  return author.isStaff && saysStaff
    ? html`${shown} <span class="forum-mark" data-mark="staff">${says.staff}</span>`
    : shown;
}

/** Who is signed in, with the way to what is theirs and out; or where to sign in. Leads back here. */
export function whoTag({ language, reader }: Surroundings, here: string): Fragment {
  const says = pageTexts[language];
  if (!reader) return signInLinks(language, here);
  return html`<span class="forum-me"><bdi>${says.signedInAs(reader.name)}</bdi></span>
    <a href="/${language}/forum/own/">${says.own}</a>
    <a href="/${language}/members/account/">${says.account}</a>
    <form action="/${language}/members/sign-out" method="post">
      <input type="hidden" name="language" value="${language}" />
      <input type="hidden" name="then" value="${here}" />
      <button class="post-act" type="submit">${says.signOut}</button>
    </form>`;
}

/** Why one has to be signed in, and where; leads back here. */
export function invitation(language: Language, text: string, here: string): Fragment {
  return html`${text} ${signInLinks(language, here)}`;
}

function signInLinks(language: Language, here: string): Fragment {
  const says = pageTexts[language];
  const then = encodeURIComponent(here);
  return html`<a href="/${language}/members/sign-in/?then=${then}" rel="nofollow">${says.signIn}</a>
    <a href="/${language}/members/join/?then=${then}" rel="nofollow">${says.join}</a>`;
}

/** The way to the pages before and after one; nothing where there is only one. */
export function pager(
  language: Language,
  { page, pages }: { page: number; pages: number },
  address: (page: number) => string,
  [before, after]: readonly [string, string],
): Fragment | '' {
  if (pages <= 1) return '';
  return html`${page > 1 ? html`<a rel="prev" href="${address(page - 1)}">${before}</a>` : html`<span></span>`}
    <span>${pageTexts[language].page(page, pages)}</span>
    ${page < pages ? html`<a rel="next" href="${address(page + 1)}">${after}</a>` : html`<span></span>`}`;
}

/** The key of a form, which makes a second tap the same request. */
export function keyField({ services }: Surroundings): Fragment {
  return html`<input type="hidden" name="key" value="${services.random(16).toString('hex')}" />`;
}

/** What a category is called; one that is no more has its slug left. */
export function boardName({ services, language }: Surroundings, board: string): string {
  return services.categories().find(({ slug }) => slug === board)?.name[language] ?? board;
}

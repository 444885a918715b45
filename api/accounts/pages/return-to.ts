import type { Language } from '../../../content/schema/languages.ts';

/** Where somebody goes on after signing in who came from nowhere in particular. */
const start = (language: Language) => `/${language}/forum/`;
const mostCharacters = 300;
/** Somewhere to a browser that reads addresses has to be exactly what we have looked at, so there is no host in it. */
const origin = 'https://here.invalid';

/**
 * The page that somebody came from, for going back there: a page in a language of this site, never another site's (OWASP
 * ASVS 5.0 3.7.2), nor one that they would be sent away from again. Whatever else is asked for leads to the forum.
 */
export function returnTo(asked: string | undefined, language: Language): string {
  if (!asked || asked.length > mostCharacters || !/^\/(ja|en)\/[\w\-./?=&%]*$/.test(asked)) return start(language);
  const url = new URL(asked, origin);
  const isPage = url.origin === origin && /^\/(ja|en)\//.test(url.pathname) && !url.pathname.includes('//');
  return isPage && !/^\/(ja|en)\/members\/(?!account\/)/.test(url.pathname)
    ? `${url.pathname}${url.search}`
    : start(language);
}

/** The address of a page for members, from which they come back to `to`. */
export function membersPage(language: Language, page: string, to: string): string {
  return `/${language}/members/${page}/?then=${encodeURIComponent(to)}`;
}

import type { Language } from '../../content/schema/languages.ts';

/** Pages whose text is in another language than the page: what is not translated yet. */
const textLanguages = new Map<string, Language>();

/** Says which language the text of a page is in, before it is drawn. */
export function setTextLanguage(url: URL, language: Language): void {
  textLanguages.set(url.pathname, language);
}

/** The language of the text that is being drawn: the page's, from its address, unless the text is not translated. */
export function pageLanguage(url: URL): Language {
  return textLanguages.get(url.pathname) ?? (url.pathname.startsWith('/en/') ? 'en' : 'ja');
}

import type { Language } from '../../content/schema/languages.ts';

/** Pages whose text is in another language than the page: what is not translated yet. */
const textLanguages = new Map<string, Language>();

/** Says which language the text of a page is in, before it is drawn. */
export function setTextLanguage(url: URL, language: Language): void {
  textLanguages.set(url.pathname, language);
}

/** Whether the text that is being drawn is in another language than the page. */
export function isUntranslated(url: URL): boolean {
  return pageLanguage(url) !== addressLanguage(url);
}

/** The language of the text that is being drawn: the page's, from its address, unless the text is not translated. */
export function pageLanguage(url: URL): Language {
  return textLanguages.get(url.pathname) ?? addressLanguage(url);
}

function addressLanguage(url: URL): Language {
  return url.pathname.startsWith('/en/') ? 'en' : 'ja';
}

import type { Language } from '../../content/schema/languages.ts';

/** The language of the page that is being drawn, from its address. */
export function pageLanguage(url: URL): Language {
  return url.pathname.startsWith('/en/') ? 'en' : 'ja';
}

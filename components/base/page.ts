import type { Language } from '../../content/schema/languages.ts';

/** The language of the page an element stands on. */
export function pageLanguage(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'ja';
}

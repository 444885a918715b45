import { dateLocales } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';

/** A day as it is written in a text: 2026年12月31日, 31 December 2026. */
export function longDate(date: string, language: Language): string {
  return new Intl.DateTimeFormat(dateLocales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

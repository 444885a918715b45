import { dateLocales } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';

const form = { dateStyle: 'long', timeZone: 'UTC' } as const;
/** Made once: making one takes longer than writing a hundred days with it. */
const formats: Record<Language, Intl.DateTimeFormat> = {
  ja: new Intl.DateTimeFormat(dateLocales.ja, form),
  en: new Intl.DateTimeFormat(dateLocales.en, form),
};

/** A day as it is written in a text: 2026年12月31日, 31 December 2026. */
export function longDate(date: string, language: Language): string {
  return formats[language].format(new Date(date));
}

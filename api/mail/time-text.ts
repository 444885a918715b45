import { dateLocales } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';

/**
 * A moment for a mail, which is read who knows when and where: with its day and, in English, the time zone that it is
 * in: `11月16日（月）18:00`, `Monday 16 November at 18:00 (Japan Time)`.
 */
export function momentText(at: number, language: Language, timeZone: string): string {
  const locale = dateLocales[language];
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(at);
  const time = format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  if (language === 'ja') {
    // The weekday comes in half-width brackets.
    return format({ month: 'long', day: 'numeric', weekday: 'short' }).replace(/\((.)\)/, '（$1）') + time;
  }
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at);
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return `${format({ month: 'long', day: 'numeric', weekday: 'long' }).replace(',', '')} at ${time} (${zone})`;
}

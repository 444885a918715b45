import { dateLocales } from '../../content/calendar.ts';

/** A time as the desk shows it: short within the last day's reach, with its date otherwise. */
export function timeText(at: number, language: 'ja' | 'en', timeZone: string): string {
  const isRecent = Math.abs(Date.now() - at) < 18 * 3_600_000;
  const date: Intl.DateTimeFormatOptions = isRecent ? {} : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(dateLocales[language], {
    ...date,
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);
}

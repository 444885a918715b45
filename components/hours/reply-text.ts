import { afterOpeningTime, type Calendar } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';
import { zonedTimeText } from './open-text.ts';

const minuteMs = 60_000;

const says = {
  ja: (by: string) => `いま送信されると、${by}までにお返事します。`,
  en: (by: string) => `Write now and we’ll answer by ${by}.`,
};

/**
 * By when a message sent now is answered, in words and in the calendar's own time: `replyMinutes` minutes of opening time
 * from now. Empty when the calendar does not hold that much.
 */
export function replyText(
  calendar: Calendar,
  now: number,
  replyMinutes: number,
  language: Language,
  readerZone: string = calendar.timeZone,
): string {
  const by = afterOpeningTime(calendar, now, replyMinutes * minuteMs);
  return by === null ? '' : says[language](zonedTimeText(by, now, calendar.timeZone, language, readerZone));
}

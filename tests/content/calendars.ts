import type { Calendar, Weekday } from '../../content/calendar.ts';
import { cast } from '../support/cast.ts';

/** A week in which nothing is open, with what a test says otherwise. */
export function week(days: Partial<Record<Weekday, readonly string[]>>): Calendar['weekly'] {
  return { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [], ...days };
}

/** A calendar of a Japanese shop; closed all week unless a test says otherwise. */
export function calendarWith(changes: Partial<Calendar>): Calendar {
  return { timeZone: 'Asia/Tokyo', weekly: week({}), daysOff: [], exceptions: [], ...changes };
}

/** A day or a run of days that differs from the week. */
export function exception(from: string, to: string, spans: readonly string[] = []): Calendar['exceptions'][number] {
  return { from, to, spans, note: { ja: '年末年始', en: 'New Year holidays' } };
}

/** Customer care of the cast: weekdays 10 to 18, two public holidays of November 2026, and New Year. */
export const care = calendarWith({
  weekly: cast.careHours,
  daysOff: ['2026-11-03', '2026-11-23'],
  exceptions: [exception('2026-12-29', '2027-01-03')],
});

/** An instant from a wall-clock time in Japan, such as `2026-11-16 10:00`. */
export const inJapan = (time: string) => Date.parse(`${time.replace(' ', 'T')}:00+09:00`);

/** An instant from a time in UTC, such as `2026-11-16 01:00`. */
export const inUtc = (time: string) => Date.parse(`${time.replace(' ', 'T')}:00Z`);

import { addDays, dateInZone, instantAt } from '../../../content/calendar.ts';

/** When a notice ends, as somebody in a hurry says it. */
export const endChoices = ['open', 'two-hours', 'today', 'tomorrow', 'chosen'] as const;
export type EndChoice = (typeof endChoices)[number];

const hourMs = 3_600_000;

/** The end that a choice means for a notice that starts then, in the portal's time zone; `null` for no end. */
export function endAt(choice: Exclude<EndChoice, 'chosen'>, start: number, timeZone: string): number | null {
  const day = dateInZone(start, timeZone);
  switch (choice) {
    case 'open':
      return null;
    case 'two-hours':
      return start + 2 * hourMs;
    case 'today':
      return instantAt(day, '23:59', timeZone);
    case 'tomorrow':
      return instantAt(addDays(day, 1), '10:00', timeZone);
  }
}

/** What a `datetime-local` field shows for an instant: the wall clock of the portal's time zone. */
export function wallTime(instant: number, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  return `${dateInZone(instant, timeZone)}T${time.format(instant)}`;
}

/** The last moment such a field takes: a year has four digits. */
export const latestWallTime = '9999-12-31T23:59';

/** The instant that such a field means; `null` for an empty or half-filled one, and for a time that is none. */
export function instantOfWallTime(value: string, timeZone: string): number | null {
  const [, date = '', time = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(value) ?? [];
  if (!date || Number.isNaN(Date.parse(`${date}T${time}:00Z`))) return null;
  return instantAt(date, time, timeZone);
}

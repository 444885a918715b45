import { type Weekday } from '../content/calendar.ts';
import type { Hours } from '../content/schema.ts';
import type { Texts } from './i18n/ja.ts';

const week: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The week's hours as lines such as `Mon–Fri 10:00–18:00`: days that are alike share a line. */
export function hoursLines(
  { weekly, publicHolidays }: Hours,
  { hours: says }: Texts,
): { days: string; times: string }[] {
  const runs: { first: Weekday; last: Weekday; times: string }[] = [];
  for (const day of week) {
    const times =
      weekly[day].map((span) => says.span(...(span.split('-') as [string, string]))).join(says.joiner) || says.closed;
    const run = runs.at(-1);
    if (run?.times === times) run.last = day;
    else runs.push({ first: day, last: day, times });
  }
  const lines = runs.map(({ first, last, times }) => ({
    days: first === last ? says.days[first] : says.dayRange(says.days[first], says.days[last]),
    times,
  }));
  return publicHolidays === 'closed' ? [...lines, { days: '', times: says.publicHolidays }] : lines;
}

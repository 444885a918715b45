import { dateLocales, type Weekday } from '../content/calendar.ts';
import { exceptionRuns } from '../content/exceptions.ts';
import type { Hours } from '../content/schema/hours.ts';
import type { Language } from '../content/schema/languages.ts';
import type { Texts } from './i18n/ja.ts';

const week: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * The week's hours as lines such as `Mon–Fri 10:00–18:00`: days that are alike share a line. Then the days that differ,
 * from `today` (`YYYY-MM-DD`) on.
 */
export function hoursLines(
  { weekly, publicHolidays, exceptions }: Hours,
  { hours: says }: Texts,
  language: Language,
  today: string,
): { days: string; times: string }[] {
  const timesOf = (spans: readonly string[]) =>
    spans.map((span) => says.span(...(span.split('-') as [string, string]))).join(says.joiner) || says.closed;
  const daysText = (first: Weekday, last: Weekday) => {
    if (first === last) return says.days[first];
    const areTwo = week.indexOf(last) - week.indexOf(first) === 1;
    return (areTwo ? says.dayPair : says.dayRange)(says.days[first], says.days[last]);
  };
  const runs: { first: Weekday; last: Weekday; times: string }[] = [];
  for (const day of week) {
    const times = timesOf(weekly[day]);
    const run = runs.at(-1);
    if (run?.times === times) run.last = day;
    else runs.push({ first: day, last: day, times });
  }
  const lines = runs.map(({ first, last, times }) => ({
    days: daysText(first, last),
    times,
  }));
  const holidays = publicHolidays === 'closed' ? [{ days: '', times: says.publicHolidays }] : [];
  const coming = exceptionRuns(exceptions, today).map(({ from, to, spans, note }) => ({
    days: from === to ? dayText(from, language) : says.dayRange(dayText(from, language), dayText(to, language)),
    times: says.exception(timesOf(spans), note[language]),
  }));
  return [...lines, ...holidays, ...coming];
}

function dayText(date: string, language: Language): string {
  return new Intl.DateTimeFormat(dateLocales[language], { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(date),
  );
}

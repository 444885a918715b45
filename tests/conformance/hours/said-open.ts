import { addDays, dateInZone } from '../../../content/calendar.ts';
import type { Thing } from '../../../site/discovery/structured-data.ts';

/*
 * Reads what the pages and the structured data say as a reader or a search engine would, sharing nothing with the code
 * that wrote it.
 */

interface Said {
  timeZone: string;
  daysOff: readonly string[];
}

type Spans = { opens: string; closes: string }[];

/** Whether it is open at an instant, by `OpeningHoursSpecification`s as schema.org and Google define them. */
export function isOpenByData(specifications: readonly Thing[], instant: number, { timeZone, daysOff }: Said): boolean {
  return isOpenBy(instant, timeZone, (date) => {
    const special = specifications.filter(
      ({ validFrom, validThrough }) =>
        typeof validFrom === 'string' && typeof validThrough === 'string' && validFrom <= date && date <= validThrough,
    );
    const holiday = specifications.filter(({ dayOfWeek }) => dayOfWeek === 'PublicHolidays');
    const weekday = new Date(date).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
    const weekly = specifications.filter(({ dayOfWeek }) => Array.isArray(dayOfWeek) && dayOfWeek.includes(weekday));
    if (special.length > 0) return spansOf(special);
    return spansOf(daysOff.includes(date) && holiday.length > 0 ? holiday : weekly);
  });
}

function spansOf(things: readonly Thing[]): Spans {
  return things
    .map(({ opens, closes }) => ({ opens: String(opens), closes: String(closes) }))
    .filter(({ opens, closes }) => !(opens === '00:00' && closes === '00:00'));
}

const week = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const dayOff = 'Closed on Japanese public holidays';

/** Whether it is open at an instant, by the English lines that the pages show on the day `today`. */
export function isOpenByLines(
  lines: readonly { days: string; times: string }[],
  instant: number,
  { timeZone, daysOff }: Said,
  today: string,
): boolean {
  return isOpenBy(instant, timeZone, (date) => {
    const weekday = new Date(date).toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' });
    const differing = lines.find(({ days }) => /\d/.test(days) && coversDate(days, date, today));
    const weekly = lines.find(({ days }) => !/\d/.test(days) && days !== '' && coversWeekday(days, weekday));
    const isClosed = daysOff.includes(date) && lines.some(({ times }) => times === dayOff);
    if (differing) return spansIn(differing.times.split(' (')[0] ?? '');
    return isClosed ? [] : spansIn(weekly?.times ?? '');
  });
}

function coversWeekday(days: string, weekday: string): boolean {
  const [first = '', last = first] = days.split('–');
  const place = week.indexOf(weekday);
  return week.indexOf(first) <= place && place <= week.indexOf(last);
}

/** Days such as `29 Dec–3 Jan`: the next ones that end today or later. */
function coversDate(days: string, date: string, today: string): boolean {
  const [first = '', last = first] = days.split('–');
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1].some((of) => {
    const from = dayIn(first, of);
    const to = dayIn(last, of) < from ? dayIn(last, of + 1) : dayIn(last, of);
    return to >= today && from <= date && date <= to;
  });
}

/** The day of a text such as `29 Dec` in a year. */
function dayIn(text: string, year: number): string {
  return new Date(`${text} ${year} UTC`).toISOString().slice(0, 10);
}

function spansIn(times: string): Spans {
  if (times === 'closed') return [];
  return times.split(', ').map((span) => {
    const [opens = '', closes = ''] = span.split('–');
    return { opens, closes };
  });
}

/** A span belongs to the day it begins on; one that closes at or before it opens runs into the next day. */
function isOpenBy(instant: number, timeZone: string, spansOn: (date: string) => Spans): boolean {
  const date = dateInZone(instant, timeZone);
  const time = new Date(instant).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const isWithin = ({ opens, closes }: Spans[number]) => opens <= time && (time < closes || closes <= opens);
  const runsOver = ({ opens, closes }: Spans[number]) => closes <= opens && time < closes;
  return spansOn(date).some(isWithin) || spansOn(addDays(date, -1)).some(runsOver);
}

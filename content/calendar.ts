/**
 * Opening hours as a pure function: when a channel is open, when it opens next, and by when a promise falls due.
 * Times of day are wall-clock times in the calendar's own time zone; instants are milliseconds since the epoch.
 */

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];

/** The locale dates and times are written in, by language. */
export const dateLocales = { ja: 'ja-JP', en: 'en-GB' } as const;

export interface Calendar {
  /** IANA name, such as `Asia/Tokyo`. */
  timeZone: string;
  /** Spans such as `10:00-18:00`; one that ends at or before its beginning runs past midnight. */
  weekly: Record<Weekday, readonly string[]>;
  /** Days without opening hours, `YYYY-MM-DD`: public holidays, resolved by the build. */
  daysOff: readonly string[];
  /** Days that differ from everything above; the first that covers a day holds. */
  exceptions: readonly { from: string; to: string; spans: readonly string[]; note: { ja: string; en: string } }[];
}

export interface Opening {
  start: number;
  end: number;
}

/** Whether a channel is open at an instant, and when that changes. `null`: not within the coming 400 days. */
export type OpenState = { isOpen: true; until: number | null } | { isOpen: false; opensAt: number | null };

const minuteMs = 60_000;
const dayMs = 86_400_000;
const horizonDays = 400;

/** Open now, and until when; or closed, and from when on it is open again. */
export function openStateAt(calendar: Calendar, instant: number): OpenState {
  const { value: next } = openingsFrom(calendar, instant).next();
  if (!next) return { isOpen: false, opensAt: null };
  if (next.start > instant) return { isOpen: false, opensAt: next.start };
  // What is still open on the last day that is looked at has no end that is known.
  const isEndKnown = next.end < instant + (horizonDays - 2) * dayMs;
  return { isOpen: true, until: isEndKnown ? next.end : null };
}

/**
 * The instant at which `openMs` milliseconds of opening time have passed since `start`.
 * `null` when the calendar does not hold that much within 400 days.
 */
export function afterOpeningTime(calendar: Calendar, start: number, openMs: number): number | null {
  let left = openMs;
  for (const opening of openingsFrom(calendar, start)) {
    const from = Math.max(opening.start, start);
    const length = opening.end - from;
    if (left <= length) return from + left;
    left -= length;
  }
  return null;
}

/** How much opening time lies between two instants, in milliseconds; 0 when the second is not later. */
export function openTimeBetween(calendar: Calendar, from: number, to: number): number {
  let openMs = 0;
  for (const opening of openingsFrom(calendar, from)) {
    if (opening.start >= to) break;
    openMs += Math.max(0, Math.min(opening.end, to) - Math.max(opening.start, from));
  }
  return openMs;
}

/** Openings that end after `instant`, in order; those that touch or overlap are joined into one. */
export function* openingsFrom(calendar: Calendar, instant: number): Generator<Opening, undefined> {
  const today = dateInZone(instant, calendar.timeZone);
  let joined: Opening | null = null;
  // Yesterday too: its last span may run past midnight.
  for (let offset = -1; offset < horizonDays; offset += 1) {
    for (const opening of openingsOf(calendar, addDays(today, offset))) {
      if (joined && opening.start <= joined.end) {
        joined.end = Math.max(joined.end, opening.end);
        continue;
      }
      if (joined && joined.end > instant) yield joined;
      joined = { ...opening };
    }
  }
  if (joined && joined.end > instant) yield joined;
  return undefined;
}

/** The spans that hold on a day, as written: an exception before a day off before the week. */
export function spansOn(calendar: Calendar, date: string): readonly string[] {
  const exception = calendar.exceptions.find(({ from, to }) => from <= date && date <= to);
  if (exception) return exception.spans;
  if (calendar.daysOff.includes(date)) return [];
  return calendar.weekly[weekdayOf(date)];
}

function openingsOf(calendar: Calendar, date: string): Opening[] {
  return (
    spansOn(calendar, date)
      .map((span) => {
        const [from = '', to = ''] = span.split('-');
        return {
          start: instantAt(date, from, calendar.timeZone),
          end: instantAt(to <= from ? addDays(date, 1) : date, to, calendar.timeZone),
        };
      })
      // A span that a clock change skips whole leaves nothing.
      .filter(({ start, end }) => start < end)
      .sort((one, other) => one.start - other.start)
  );
}

function weekdayOf(date: string): Weekday {
  return weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] as Weekday;
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whether what holds until a day has ended on another; both `YYYY-MM-DD`. */
export function hasEnded(lastDay: string, today: string): boolean {
  return lastDay < today;
}

/** The instant at which a day is over in a time zone. */
export function endOfDay(date: string, timeZone: string): number {
  return instantAt(addDays(date, 1), '00:00', timeZone);
}

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
export function dateInZone(instant: number, timeZone: string): string {
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 10);
}

/**
 * The instant of a wall-clock time. A time that a clock change skips gives the instant just after the gap, one that
 * comes twice the first.
 */
export function instantAt(date: string, time: string, timeZone: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const asBefore = wall - offsetAt(wall - dayMs, timeZone);
  if (asBefore + offsetAt(asBefore, timeZone) === wall) return asBefore;
  const asAfter = wall - offsetAt(wall + dayMs, timeZone);
  if (asAfter + offsetAt(asAfter, timeZone) === wall) return asAfter;
  // The change lies between the two.
  let [before, after] = [asAfter, asBefore];
  while (after - before > minuteMs) {
    const middle = before + Math.floor((after - before) / 2 / minuteMs) * minuteMs;
    if (offsetAt(middle, timeZone) === offsetAt(after, timeZone)) after = middle;
    else before = middle;
  }
  return after;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const quarterMs = 15 * minuteMs;
const mostOffsets = 5000;

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds. Clocks change on the quarter hour. */
function offsetAt(instant: number, timeZone: string): number {
  const quarter = Math.floor(instant / quarterMs);
  const key = `${timeZone} ${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size >= mostOffsets) offsets.clear();
    offset = measuredOffset(quarter * quarterMs, timeZone);
    offsets.set(key, offset);
  }
  return offset;
}

function measuredOffset(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const wall = Date.UTC(
    parts['year'] ?? 0,
    (parts['month'] ?? 1) - 1,
    parts['day'],
    parts['hour'],
    parts['minute'],
    parts['second'],
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

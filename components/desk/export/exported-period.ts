import { instantOfWallTime } from '../notices/end-choices.ts';

const dayMs = 86_400_000;

/**
 * From the beginning of one day to the end of another, as the API is asked for it; an empty day is no limit. `null` where
 * the one is after the other.
 */
export function exportedPeriod(from: string, until: string, timeZone: string): Record<string, string> | null {
  if (from && until && from > until) return null;
  const [begin, end] = [beginOf(from, timeZone), beginOf(dayAfter(until), timeZone)];
  return {
    ...(begin === null ? {} : { from: String(begin) }),
    ...(end === null ? {} : { to: String(end) }),
  };
}

function beginOf(day: string, timeZone: string): number | null {
  return day ? instantOfWallTime(`${day}T00:00`, timeZone) : null;
}

function dayAfter(day: string): string {
  return day ? new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10) : '';
}

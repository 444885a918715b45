import { exceptionRuns } from '../../content/exceptions.ts';
import type { Hours } from '../../content/schema/hours.ts';
import type { Thing } from './structured-data.ts';

const days = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const;

/** How a day without hours is said: it opens and closes at midnight (Google, local business: opening hours). */
const closed = [{ opens: '00:00', closes: '00:00' }];

/** Hours as schema.org puts them: days that are alike together, then the days that differ, from `today` on. */
export function openingHours({ weekly, publicHolidays, exceptions }: Hours, today: string): Thing[] {
  const alike = new Map<string, string[]>();
  for (const [key, name] of Object.entries(days)) {
    const spans = weekly[key as keyof typeof days].join();
    alike.set(spans, [...(alike.get(spans) ?? []), name]);
  }
  const week = [...alike].flatMap(([spans, dayOfWeek]) => {
    const known = spans === '' ? [] : spans.split(',');
    return known.map((span) => specification({ dayOfWeek, ...times(span) }));
  });
  const holidays = publicHolidays === 'closed' ? closed : [];
  const coming = exceptionRuns(exceptions, today).flatMap(({ from, to, spans }) =>
    (spans.length > 0 ? spans.map(times) : closed).map((span) =>
      specification({ validFrom: from, validThrough: to, ...span }),
    ),
  );
  return [...week, ...holidays.map((span) => specification({ dayOfWeek: 'PublicHolidays', ...span })), ...coming];
}

/**
 * A span that closes at or before it opens runs past midnight (Google, local business: opening hours). Only a span of 24
 * hours cannot be said so: it ends a minute early.
 */
function times(span: string): { opens: string; closes: string } {
  const [opens = '', until = ''] = span.split('-');
  const closes = until === '24:00' ? '00:00' : until;
  return { opens, closes: closes === opens ? aMinuteBefore(closes) : closes };
}

function aMinuteBefore(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const total = (hours * 60 + minutes + 24 * 60 - 1) % (24 * 60);
  return [Math.floor(total / 60), total % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function specification(properties: Record<string, unknown>): Thing {
  return { '@type': 'OpeningHoursSpecification', ...properties };
}

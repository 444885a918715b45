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
  const coming = exceptions
    .filter(({ to }) => to >= today)
    .flatMap(({ from, to, spans }) =>
      (spans.length > 0 ? spans.map(times) : closed).map((span) =>
        specification({ validFrom: from, validThrough: to, ...span }),
      ),
    );
  return [...week, ...holidays.map((span) => specification({ dayOfWeek: 'PublicHolidays', ...span })), ...coming];
}

function times(span: string): { opens: string; closes: string } {
  const [opens = '', closes = ''] = span.split('-');
  return { opens, closes: closes === '24:00' ? '23:59' : closes };
}

function specification(properties: Record<string, unknown>): Thing {
  return { '@type': 'OpeningHoursSpecification', ...properties };
}

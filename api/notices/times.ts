import { html } from 'hono/html';
import { dateInZone, dateLocales } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { Fragment } from '../http/pages.ts';
import { noticeTexts } from './texts.ts';

/** From when until when, in the portal's time zone: one day is named once, a year only when two meet. */
export function spanOf(
  { startsAt, endsAt }: { startsAt: number; endsAt: number | null },
  language: Language,
  timeZone: string,
): Fragment {
  const says = noticeTexts[language];
  const isOneDay = endsAt !== null && dateInZone(startsAt, timeZone) === dateInZone(endsAt, timeZone);
  const isOneYear = endsAt === null || yearOf(startsAt, timeZone) === yearOf(endsAt, timeZone);
  const start = timeTag(startsAt, language, timeZone, { hasYear: !isOneYear });
  if (endsAt === null) return around(says.from(mark), [start]);
  const end = timeTag(endsAt, language, timeZone, { hasYear: !isOneYear, hasDay: !isOneDay });
  return around(says.span(mark, mark), [start, end]);
}

/** A time as readers see it, and as machines do. */
export function timeTag(
  at: number,
  language: Language,
  timeZone: string,
  { hasDay = true, hasYear = false }: { hasDay?: boolean; hasYear?: boolean } = {},
): Fragment {
  const text = new Intl.DateTimeFormat(dateLocales[language], {
    ...(hasYear ? { year: 'numeric' } : {}),
    ...(hasDay ? { month: language === 'ja' ? 'long' : 'short', day: 'numeric', weekday: 'short' } : {}),
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);
  // The weekday comes in half-width brackets.
  const shown = language === 'ja' ? text.replace(/\((.)\) ?/, '（$1）') : text;
  return html`<time datetime="${new Date(at).toISOString()}">${shown}</time>`;
}

/** The month an instant lies in: its name, and what sorts. */
export function monthOf(at: number, language: Language, timeZone: string): { key: string; name: string } {
  const name = new Intl.DateTimeFormat(dateLocales[language], { year: 'numeric', month: 'long', timeZone }).format(at);
  return { key: dateInZone(at, timeZone).slice(0, 7), name };
}

/** Stands for a time in a sentence that is put together as text. */
const mark = '\u0000';

function around(sentence: string, parts: Fragment[]): Fragment {
  return html`${sentence.split(mark).map((piece, index) => [piece, parts[index] ?? ''])}`;
}

function yearOf(at: number, timeZone: string): string {
  return dateInZone(at, timeZone).slice(0, 4);
}

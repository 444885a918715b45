import { describe, expect, it } from 'vitest';
import type { Hours } from '../../content/schema/hours.ts';
import { hoursLines } from '../../site/hours-text.ts';
import { textsFor } from '../../site/i18n/texts.ts';
import { cast } from '../support/cast.ts';

const closedAtNewYear = {
  from: '2026-12-29',
  to: '2027-01-03',
  spans: [],
  note: { ja: '年末年始', en: 'New Year holidays' },
};

function lines(
  changes: { weekly?: Partial<Hours['weekly']>; holidays?: 'open'; exceptions?: Hours['exceptions'] },
  language: 'ja' | 'en' = 'en',
  today = '2026-11-16',
) {
  const { weekly = {}, holidays = 'closed' as const, exceptions = [] } = changes;
  const week = Object.fromEntries(Object.entries(cast.careHours).map(([day, spans]) => [day, [...spans]]));
  const hours: Hours = { weekly: { ...week, ...weekly } as Hours['weekly'], publicHolidays: holidays, exceptions };
  return hoursLines(hours, textsFor(language), language, today).map(({ days, times }) => `${days}: ${times}`);
}

describe('opening hours in words', () => {
  it('put days that are alike on one line', () => {
    expect(lines({ holidays: 'open' })).toEqual(['Mon–Fri: 10:00–18:00', 'Sat–Sun: closed']);
    expect(lines({ holidays: 'open' }, 'ja')).toEqual(['月〜金: 10:00〜18:00', '土・日: 休み']);
  });

  it('keep days apart that are alike but not neighbours, and name a single day', () => {
    expect(lines({ weekly: { wed: ['10:00-12:00', '13:00-15:00'] }, holidays: 'open' })).toEqual([
      'Mon–Tue: 10:00–18:00',
      'Wed: 10:00–12:00, 13:00–15:00',
      'Thu–Fri: 10:00–18:00',
      'Sat–Sun: closed',
    ]);
  });

  it('say that public holidays are days off', () => {
    expect(lines({}).at(-1)).toBe(': Closed on Japanese public holidays');
  });

  it('name the days that differ and why, until they are over', () => {
    const exceptions = [
      closedAtNewYear,
      { ...closedAtNewYear, from: '2026-12-24', to: '2026-12-24', spans: ['10:00-15:00'] },
    ];
    const differing = (today: string) => lines({ exceptions, holidays: 'open' }, 'en', today).slice(2);
    const newYear = '29 Dec–3 Jan: closed (New Year holidays)';
    const christmas = '24 Dec: 10:00–15:00 (New Year holidays)';
    expect(differing('2026-11-16')).toEqual([christmas, newYear]);
    expect(differing('2026-12-25')).toEqual([newYear]);
    expect(differing('2027-01-03')).toEqual([newYear]);
    expect(differing('2027-01-04')).toEqual([]);
  });
});

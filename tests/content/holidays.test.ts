import { describe, expect, it } from 'vitest';
import { daysOffFrom } from '../../content/holidays.ts';

describe('public holidays', () => {
  it('are the eighteen of 2026 that the Cabinet Office names', () => {
    expect(daysOffFrom(2026, 1).sort()).toEqual([
      '2026-01-01',
      '2026-01-12',
      '2026-02-11',
      '2026-02-23',
      '2026-03-20',
      '2026-04-29',
      '2026-05-03',
      '2026-05-04',
      '2026-05-05',
      // Constitution Day falls on a Sunday.
      '2026-05-06',
      '2026-07-20',
      '2026-08-11',
      '2026-09-21',
      // A day between two holidays is one.
      '2026-09-22',
      '2026-09-23',
      '2026-10-12',
      '2026-11-03',
      '2026-11-23',
    ]);
  });

  it('reach over as many years as are asked for, and no further', () => {
    const days = daysOffFrom(2026, 3);
    expect([...new Set(days.map((day) => day.slice(0, 4)))].sort()).toEqual(['2026', '2027', '2028']);
    expect(days).toEqual(expect.arrayContaining(daysOffFrom(2028, 1)));
  });

  it('are days as a calendar writes them', () => {
    for (const day of daysOffFrom(2026, 3)) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

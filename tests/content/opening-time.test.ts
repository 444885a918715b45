import { describe, expect, it } from 'vitest';
import { openTimeBetween } from '../../content/calendar.ts';
import { care, inJapan } from './calendars.ts';

describe('how much opening time lies between two instants', () => {
  // 2026-11-16 is a Monday.
  it.for([
    { says: 'within a day', from: '2026-11-16 10:30', to: '2026-11-16 12:00', minutes: 90 },
    { says: 'none before opening', from: '2026-11-16 03:00', to: '2026-11-16 09:00', minutes: 0 },
    { says: 'without the night', from: '2026-11-16 17:00', to: '2026-11-17 11:00', minutes: 120 },
    { says: 'without the weekend', from: '2026-11-13 17:30', to: '2026-11-16 10:30', minutes: 60 },
    { says: 'none when the second is the first', from: '2026-11-16 12:00', to: '2026-11-16 12:00', minutes: 0 },
    { says: 'none when the second is earlier', from: '2026-11-16 12:00', to: '2026-11-16 11:00', minutes: 0 },
  ])('$says', ({ from, to, minutes }) => {
    expect(openTimeBetween(care, inJapan(from), inJapan(to)) / 60_000).toBe(minutes);
  });
});

import { describe, expect, it } from 'vitest';
import { openingsFrom, openStateAt } from '../../content/calendar.ts';
import { calendarWith, inUtc, week } from './calendars.ts';

/** Clocks go back on 25 October 2026 and forward on 28 March 2027, both Sundays. */
const berlin = (sun: readonly string[], sat: readonly string[] = []) =>
  calendarWith({ timeZone: 'Europe/Berlin', weekly: week({ sun, sat }) });
/** Clocks go forward on 14 March 2027 and back on 1 November 2026, both Sundays. */
const newYork = (sun: readonly string[]) => calendarWith({ timeZone: 'America/New_York', weekly: week({ sun }) });

describe('opening hours where clocks change', () => {
  it.for([
    {
      says: 'keep their wall-clock times in summer',
      calendar: berlin(['10:00-18:00']),
      now: '2026-10-18 00:00',
      start: '2026-10-18 08:00',
      end: '2026-10-18 16:00',
    },
    {
      says: 'keep their wall-clock times in winter',
      calendar: berlin(['10:00-18:00']),
      now: '2026-11-01 00:00',
      start: '2026-11-01 09:00',
      end: '2026-11-01 17:00',
    },
    {
      says: 'keep their wall-clock times on the day clocks go back',
      calendar: berlin(['10:00-18:00']),
      now: '2026-10-25 00:00',
      start: '2026-10-25 09:00',
      end: '2026-10-25 17:00',
    },
    {
      says: 'keep their wall-clock times on the day clocks go forward',
      calendar: berlin(['10:00-18:00']),
      now: '2027-03-28 00:00',
      start: '2027-03-28 08:00',
      end: '2027-03-28 16:00',
    },
    {
      says: 'last an hour longer over the hour that comes twice',
      calendar: berlin(['01:00-04:00']),
      now: '2026-10-24 12:00',
      start: '2026-10-24 23:00',
      end: '2026-10-25 03:00',
    },
    {
      says: 'last an hour less over the hour that is skipped',
      calendar: berlin(['01:00-04:00']),
      now: '2027-03-27 12:00',
      start: '2027-03-28 00:00',
      end: '2027-03-28 02:00',
    },
    {
      says: 'run past midnight into the change',
      calendar: berlin([], ['22:00-03:30']),
      now: '2027-03-27 12:00',
      start: '2027-03-27 21:00',
      end: '2027-03-28 01:30',
    },
    {
      says: 'begin just after the gap when they would begin in it',
      calendar: berlin(['02:30-05:00']),
      now: '2027-03-27 12:00',
      start: '2027-03-28 01:00',
      end: '2027-03-28 03:00',
    },
    {
      says: 'begin just after the gap west of Greenwich, too',
      calendar: newYork(['02:30-05:00']),
      now: '2027-03-14 00:00',
      start: '2027-03-14 07:00',
      end: '2027-03-14 09:00',
    },
    {
      says: 'end just after the gap when they would end in it',
      calendar: berlin(['01:00-02:30']),
      now: '2027-03-27 12:00',
      start: '2027-03-28 00:00',
      end: '2027-03-28 01:00',
    },
    {
      says: 'take a time that comes twice as its first',
      calendar: berlin(['02:30-05:00']),
      now: '2026-10-24 12:00',
      start: '2026-10-25 00:30',
      end: '2026-10-25 04:00',
    },
    {
      says: 'take a time that comes twice as its first west of Greenwich, too',
      calendar: newYork(['01:30-05:00']),
      now: '2026-11-01 00:00',
      start: '2026-11-01 05:30',
      end: '2026-11-01 10:00',
    },
    {
      says: 'leave out a span that lies whole in the gap',
      calendar: berlin(['02:10-02:50', '09:00-10:00']),
      now: '2027-03-28 00:00',
      start: '2027-03-28 07:00',
      end: '2027-03-28 08:00',
    },
    {
      says: 'leave out a span that is the gap',
      calendar: berlin(['02:00-03:00', '09:00-10:00']),
      now: '2027-03-28 00:00',
      start: '2027-03-28 07:00',
      end: '2027-03-28 08:00',
    },
    {
      says: 'keep what is left of a span that ends soon after the gap',
      calendar: berlin(['02:30-03:15']),
      now: '2027-03-28 00:00',
      start: '2027-03-28 01:00',
      end: '2027-03-28 01:15',
    },
  ])('$says', ({ calendar, now, start, end }) => {
    expect(openingsFrom(calendar, inUtc(now)).next().value).toEqual({ start: inUtc(start), end: inUtc(end) });
  });

  it('belong to the zone’s own day, not to the day in UTC', () => {
    const auckland = calendarWith({ timeZone: 'Pacific/Auckland', weekly: week({ mon: ['09:00-17:00'] }) });
    // Sunday evening in Greenwich is Monday morning in Auckland.
    expect(openStateAt(auckland, inUtc('2026-11-15 21:00'))).toEqual({
      isOpen: true,
      until: inUtc('2026-11-16 04:00'),
    });
    expect(openStateAt(auckland, inUtc('2026-11-16 09:00'))).toEqual({
      isOpen: false,
      opensAt: inUtc('2026-11-22 20:00'),
    });
  });

  it('hold in a zone that is half an hour off', () => {
    const kolkata = calendarWith({ timeZone: 'Asia/Kolkata', weekly: week({ mon: ['10:00-18:00'] }) });
    expect(openStateAt(kolkata, inUtc('2026-11-16 04:30'))).toEqual({ isOpen: true, until: inUtc('2026-11-16 12:30') });
  });
});

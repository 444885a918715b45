import { describe, expect, it } from 'vitest';
import { afterOpeningTime } from '../../content/calendar.ts';
import { calendarWith, care, exception, inJapan, inUtc, week } from './calendars.ts';

const hours = (count: number) => count * 3_600_000;

describe('a promise in opening hours', () => {
  // 2026-11-16 is a Monday.
  it.for([
    { says: 'within the day', from: '2026-11-16 10:30', openHours: 2, due: '2026-11-16 12:30' },
    {
      says: 'at closing time when the day holds just that much',
      from: '2026-11-16 10:00',
      openHours: 8,
      due: '2026-11-16 18:00',
    },
    { says: 'on the next day with what is left', from: '2026-11-16 15:00', openHours: 8, due: '2026-11-17 15:00' },
    {
      says: 'counted from the morning when asked at night',
      from: '2026-11-16 03:00',
      openHours: 1,
      due: '2026-11-16 11:00',
    },
    {
      says: 'counted from the next morning when asked as the day ends',
      from: '2026-11-16 18:00',
      openHours: 1,
      due: '2026-11-17 11:00',
    },
    { says: 'over the weekend', from: '2026-11-13 17:00', openHours: 8, due: '2026-11-16 17:00' },
    { says: 'over a weekend and a public holiday', from: '2026-11-20 17:00', openHours: 8, due: '2026-11-24 17:00' },
    { says: 'over New Year', from: '2026-12-28 14:00', openHours: 8, due: '2027-01-04 14:00' },
    { says: 'parts of an hour', from: '2026-11-16 17:45', openHours: 0.5, due: '2026-11-17 10:15' },
    { says: 'at once, for no time at all', from: '2026-11-16 12:00', openHours: 0, due: '2026-11-16 12:00' },
    {
      says: 'at the next opening, for no time at all on a closed day',
      from: '2026-11-14 12:00',
      openHours: 0,
      due: '2026-11-16 10:00',
    },
  ])('falls due $says', ({ from, openHours, due }) => {
    expect(afterOpeningTime(care, inJapan(from), hours(openHours))).toBe(inJapan(due));
  });

  it('does not count a break', () => {
    const phone = calendarWith({ weekly: week({ mon: ['10:00-12:30', '13:30-17:00'] }) });
    expect(afterOpeningTime(phone, inJapan('2026-11-16 12:00'), hours(1))).toBe(inJapan('2026-11-16 14:00'));
  });

  it('counts an hour once that two spans hold', () => {
    const shop = calendarWith({ weekly: week({ mon: ['10:00-14:00', '13:00-18:00'] }) });
    expect(afterOpeningTime(shop, inJapan('2026-11-16 12:00'), hours(4))).toBe(inJapan('2026-11-16 16:00'));
  });

  it('counts hours that pass, not hours on the clock, when clocks change', () => {
    const berlin = calendarWith({ timeZone: 'Europe/Berlin', weekly: week({ sun: ['00:00-12:00'] }) });
    expect(afterOpeningTime(berlin, inUtc('2026-10-24 22:00'), hours(5))).toBe(inUtc('2026-10-25 03:00'));
    expect(afterOpeningTime(berlin, inUtc('2027-03-27 23:00'), hours(5))).toBe(inUtc('2027-03-28 04:00'));
  });

  it('is not put off by a span that a clock change swallows', () => {
    const berlin = calendarWith({ timeZone: 'Europe/Berlin', weekly: week({ sun: ['02:10-02:50', '09:00-12:00'] }) });
    expect(afterOpeningTime(berlin, inUtc('2027-03-28 00:00'), hours(2))).toBe(inUtc('2027-03-28 09:00'));
  });

  it('is none when the calendar holds too little within 400 days', () => {
    const start = inJapan('2026-11-16 09:00');
    const onceOpen = calendarWith({ exceptions: [exception('2026-11-20', '2026-11-20', ['10:00-12:00'])] });
    expect(afterOpeningTime(calendarWith({}), start, hours(1))).toBeNull();
    expect(afterOpeningTime(onceOpen, start, hours(2))).toBe(inJapan('2026-11-20 12:00'));
    expect(afterOpeningTime(onceOpen, start, hours(2) + 1)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { addDays, type Calendar, dateInZone, openStateAt, spansOn, weekdays } from '../../content/calendar.ts';
import { calendarWith, care, exception, inJapan, week } from './calendars.ts';

const lunch = ['10:00-12:30', '13:30-17:00'];
const phone = calendarWith({ weekly: week({ mon: lunch, tue: lunch }) });
const bar = calendarWith({ weekly: week({ fri: ['18:00-02:00'], sat: ['00:00-24:00'] }) });

const opensOn = (date: string) => calendarWith({ exceptions: [exception(date, date, ['10:00-11:00'])] });

interface Row {
  says: string;
  calendar: Calendar;
  now: string;
  open?: string;
  closed?: string | null;
}

describe('whether a channel is open', () => {
  // 2026-11-16 is a Monday.
  it.for<Row>([
    { says: 'open within a span, until its end', calendar: care, now: '2026-11-16 10:30', open: '2026-11-16 18:00' },
    {
      says: 'open from the first instant of a span',
      calendar: care,
      now: '2026-11-16 10:00',
      open: '2026-11-16 18:00',
    },
    {
      says: 'closed from the last instant of a span',
      calendar: care,
      now: '2026-11-16 18:00',
      closed: '2026-11-17 10:00',
    },
    { says: 'closed before the day begins', calendar: care, now: '2026-11-16 09:59', closed: '2026-11-16 10:00' },
    {
      says: 'closed at the weekend, until Monday',
      calendar: care,
      now: '2026-11-14 12:00',
      closed: '2026-11-16 10:00',
    },
    { says: 'closed on a public holiday', calendar: care, now: '2026-11-03 12:00', closed: '2026-11-04 10:00' },
    {
      says: 'closed over a weekend and its holiday Monday',
      calendar: care,
      now: '2026-11-20 18:00',
      closed: '2026-11-24 10:00',
    },
    {
      says: 'closed over New Year, until the first working day',
      calendar: care,
      now: '2026-12-28 18:00',
      closed: '2027-01-04 10:00',
    },
    {
      says: 'open before the break, until the break',
      calendar: phone,
      now: '2026-11-16 12:29',
      open: '2026-11-16 12:30',
    },
    {
      says: 'closed in the break, until after it',
      calendar: phone,
      now: '2026-11-16 12:30',
      closed: '2026-11-16 13:30',
    },
    {
      says: 'open after the break, until the evening',
      calendar: phone,
      now: '2026-11-16 13:30',
      open: '2026-11-16 17:00',
    },
    {
      says: 'open past midnight by yesterday’s span',
      calendar: calendarWith({ weekly: week({ fri: ['18:00-02:00'] }) }),
      now: '2026-11-21 01:59',
      open: '2026-11-21 02:00',
    },
    {
      says: 'open through a night that runs into a whole day',
      calendar: bar,
      now: '2026-11-20 20:00',
      open: '2026-11-22 00:00',
    },
    {
      says: 'open until 24:00 of the day, not of the one before',
      calendar: bar,
      now: '2026-11-21 23:59',
      open: '2026-11-22 00:00',
    },
    {
      says: 'closed for ever when nothing is ever open',
      calendar: calendarWith({}),
      now: '2026-11-16 10:00',
      closed: null,
    },
  ])('is $says', ({ calendar, now, open, closed }) => {
    const expected =
      open === undefined
        ? { isOpen: false, opensAt: closed ? inJapan(closed) : null }
        : { isOpen: true, until: inJapan(open) };
    expect(openStateAt(calendar, inJapan(now))).toEqual(expected);
  });

  it('has no end when it never closes, whatever way the week is written', () => {
    const written = [['00:00-24:00'], ['00:00-12:00', '12:00-24:00'], ['09:00-09:00']];
    for (const spans of written) {
      const always = calendarWith({
        weekly: { ...week({}), ...Object.fromEntries(weekdays.map((day) => [day, spans])) },
      });
      expect(openStateAt(always, inJapan('2026-11-16 10:00'))).toEqual({ isOpen: true, until: null });
    }
  });

  it('looks 400 days ahead and no further', () => {
    const now = inJapan('2026-11-16 12:00');
    expect(openStateAt(opensOn('2027-12-20'), now)).toEqual({ isOpen: false, opensAt: inJapan('2027-12-20 10:00') });
    expect(openStateAt(opensOn('2027-12-21'), now)).toEqual({ isOpen: false, opensAt: null });
  });
});

describe('the spans of a day', () => {
  const shop = calendarWith({
    weekly: week({ mon: ['10:00-18:00'], sun: ['11:00-15:00'] }),
    daysOff: ['2026-11-16', '2026-11-23'],
    exceptions: [exception('2026-11-23', '2026-11-29', ['12:00-14:00']), exception('2026-11-29', '2026-11-30')],
  });

  it.for([
    { date: '2026-11-22', spans: ['11:00-15:00'], because: 'the week says so' },
    { date: '2026-11-14', spans: [], because: 'the week has none' },
    { date: '2026-11-16', spans: [], because: 'a day off comes before the week' },
    { date: '2026-11-23', spans: ['12:00-14:00'], because: 'an exception comes before a day off, on its first day' },
    {
      date: '2026-11-29',
      spans: ['12:00-14:00'],
      because: 'the first exception that covers a day holds, on its last day',
    },
    { date: '2026-11-30', spans: [], because: 'an exception without spans closes an open day' },
  ])('on $date are $spans: $because', ({ date, spans }) => {
    expect(spansOn(shop, date)).toEqual(spans);
  });
});

describe('calendar days', () => {
  it('are counted over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-03-01', -1)).toBe('2027-02-28');
  });

  it.for([
    { zone: 'Asia/Tokyo', date: '2026-11-17' },
    { zone: 'Europe/Berlin', date: '2026-11-16' },
    { zone: 'Pacific/Kiritimati', date: '2026-11-17' },
    { zone: 'America/Los_Angeles', date: '2026-11-16' },
  ])('of one instant: $date in $zone', ({ zone, date }) => {
    expect(dateInZone(inJapan('2026-11-17 00:00'), zone)).toBe(date);
  });
});

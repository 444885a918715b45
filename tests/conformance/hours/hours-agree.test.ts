import { describe, expect, it } from 'vitest';
import { openText } from '../../../components/hours/open-text.ts';
import { type Calendar, dateInZone, openStateAt } from '../../../content/calendar.ts';
import { daysOffFrom } from '../../../content/holidays.ts';
import type { Hours } from '../../../content/schema/hours.ts';
import { openingHours } from '../../../site/discovery/opening-hours.ts';
import { hoursLines } from '../../../site/hours-text.ts';
import { textsFor } from '../../../site/i18n/texts.ts';
import { exception, week } from '../../content/calendars.ts';
import { isOpenByData, isOpenByLines } from './said-open.ts';

const holidays = daysOffFrom(2026, 3);

const day = ['10:00-18:00'];
const withBreak = ['10:00-12:30', '13:30-17:00'];
const workdays = (spans: readonly string[]) =>
  week({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans }) as Hours['weekly'];
const newYear = exception('2026-12-29', '2027-01-03') as Hours['exceptions'][number];
const on = (from: string, to: string, spans: string[]) => exception(from, to, spans) as Hours['exceptions'][number];

function hours(weekly: Partial<Hours['weekly']>, rest: Partial<Hours> = {}): Hours {
  return { weekly: week(weekly) as Hours['weekly'], publicHolidays: 'open', exceptions: [], ...rest };
}

interface Shop {
  hours: Hours;
  timeZone?: string;
}

const shops = {
  care: { hours: { weekly: workdays(day), publicHolidays: 'closed', exceptions: [newYear] } },
  phone: { hours: { weekly: workdays(withBreak), publicHolidays: 'closed', exceptions: [newYear] } },
  bar: { hours: hours({ fri: ['18:00-02:00'], sat: ['18:00-24:00'], sun: ['00:00-03:00'] }) },
  always: {
    hours: hours(
      Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((d) => [d, ['00:00-24:00']])),
    ),
  },
  dayAndNight: { hours: hours({ mon: ['09:00-09:00'] }) },
  nightShift: {
    hours: hours({ mon: ['22:00-06:00'], tue: ['22:00-06:00'] }, { publicHolidays: 'closed' }),
  },
  special: {
    hours: hours(
      { mon: day, tue: day, wed: day, thu: day, fri: day },
      {
        publicHolidays: 'closed',
        exceptions: [
          on('2026-12-24', '2026-12-24', ['10:00-15:00']),
          on('2026-11-23', '2026-11-23', ['12:00-16:00']),
          on('2026-12-20', '2026-12-31', ['09:00-21:00']),
          on('2026-12-31', '2027-01-01', ['22:00-02:00']),
          on('2027-01-02', '2027-01-02', []),
        ],
      },
    ),
  },
  london: { hours: hours({ sun: ['09:00-17:00'], mon: ['09:00-17:00'] }), timeZone: 'Europe/London' },
  newYork: { hours: hours({ mon: ['09:00-17:00'], tue: ['20:00-01:00'] }), timeZone: 'America/New_York' },
  kathmandu: { hours: hours({ thu: ['08:15-12:45'] }), timeZone: 'Asia/Kathmandu' },
  never: { hours: hours({}) },
} satisfies Record<string, Shop>;

/** What is said at an instant (UTC). Every row is looked at by all who say it. */
const cases: [shop: keyof typeof shops, now: string, says: string][] = [
  // A week in Japan, nine hours ahead of UTC. 2026-11-16 is a Monday.
  ['care', '2026-11-16T00:59Z', 'Closed now, back 10:00'],
  ['care', '2026-11-16T01:00Z', 'Open now, until 18:00'],
  ['care', '2026-11-16T08:59Z', 'Open now, until 18:00'],
  ['care', '2026-11-16T09:00Z', 'Closed now, back tomorrow 10:00'],
  ['care', '2026-11-13T09:00Z', 'Closed now, back Mon 16 Nov, 10:00'],
  ['care', '2026-11-14T15:00Z', 'Closed now, back tomorrow 10:00'],
  // Breaks.
  ['phone', '2026-11-16T03:29Z', 'Open now, until 12:30'],
  ['phone', '2026-11-16T03:30Z', 'Closed now, back 13:30'],
  ['phone', '2026-11-16T04:29Z', 'Closed now, back 13:30'],
  ['phone', '2026-11-16T04:30Z', 'Open now, until 17:00'],
  ['phone', '2026-11-16T08:00Z', 'Closed now, back tomorrow 10:00'],
  // Japanese public holidays: 3 November, 23 November, a day between two holidays, a substitute Monday.
  ['care', '2026-11-03T03:00Z', 'Closed now, back tomorrow 10:00'],
  ['care', '2026-11-20T09:00Z', 'Closed now, back Tue 24 Nov, 10:00'],
  ['care', '2026-11-23T03:00Z', 'Closed now, back tomorrow 10:00'],
  ['care', '2026-09-22T03:00Z', 'Closed now, back Thu 24 Sept, 10:00'],
  ['care', '2027-03-22T03:00Z', 'Closed now, back tomorrow 10:00'],
  ['phone', '2026-11-02T08:00Z', 'Closed now, back Wed 4 Nov, 10:00'],
  // Exceptions, and the year's end.
  ['care', '2026-12-28T08:59Z', 'Open now, until 18:00'],
  ['care', '2026-12-28T09:00Z', 'Closed now, back Mon 4 Jan, 10:00'],
  ['care', '2026-12-29T03:00Z', 'Closed now, back Mon 4 Jan, 10:00'],
  ['care', '2026-12-31T14:59Z', 'Closed now, back Mon 4 Jan, 10:00'],
  ['care', '2026-12-31T15:00Z', 'Closed now, back Mon 4 Jan, 10:00'],
  ['care', '2027-01-03T15:00Z', 'Closed now, back 10:00'],
  ['care', '2027-01-04T01:00Z', 'Open now, until 18:00'],
  ['special', '2026-11-23T02:00Z', 'Closed now, back 12:00'],
  ['special', '2026-11-23T03:00Z', 'Open now, until 16:00'],
  ['special', '2026-12-20T11:00Z', 'Open now, until 21:00'],
  ['special', '2026-12-24T06:00Z', 'Closed now, back tomorrow 9:00'],
  ['special', '2026-12-25T06:00Z', 'Open now, until 21:00'],
  ['special', '2026-12-31T11:30Z', 'Open now, until 21:00'],
  ['special', '2026-12-31T14:00Z', 'Closed now, back tomorrow 22:00'],
  ['special', '2027-01-01T14:00Z', 'Open now, until tomorrow 2:00'],
  ['special', '2027-01-01T16:59Z', 'Open now, until 2:00'],
  ['special', '2027-01-01T17:00Z', 'Closed now, back Mon 4 Jan, 10:00'],
  // Past midnight.
  ['bar', '2026-11-20T08:59Z', 'Closed now, back 18:00'],
  ['bar', '2026-11-20T09:00Z', 'Open now, until tomorrow 2:00'],
  ['bar', '2026-11-20T16:59Z', 'Open now, until 2:00'],
  ['bar', '2026-11-20T17:00Z', 'Closed now, back 18:00'],
  ['bar', '2026-11-21T14:59Z', 'Open now, until tomorrow 3:00'],
  ['bar', '2026-11-21T15:00Z', 'Open now, until 3:00'],
  ['bar', '2026-11-21T18:00Z', 'Closed now, back Fri 27 Nov, 18:00'],
  ['nightShift', '2026-11-16T12:59Z', 'Closed now, back 22:00'],
  ['nightShift', '2026-11-16T20:59Z', 'Open now, until 6:00'],
  ['nightShift', '2026-11-23T14:00Z', 'Closed now, back tomorrow 22:00'],
  ['always', '2026-11-16T15:00Z', 'Open now'],
  ['always', '2026-12-31T14:58Z', 'Open now'],
  ['dayAndNight', '2026-11-16T00:00Z', 'Open now, until tomorrow 9:00'],
  ['dayAndNight', '2026-11-16T23:58Z', 'Open now, until 9:00'],
  // Other time zones, and clocks that change.
  ['london', '2026-10-24T23:30Z', 'Closed now, back 9:00'],
  ['london', '2026-10-25T08:59Z', 'Closed now, back 9:00'],
  ['london', '2026-10-25T16:59Z', 'Open now, until 17:00'],
  ['london', '2026-03-29T08:00Z', 'Open now, until 17:00'],
  ['newYork', '2026-11-16T13:59Z', 'Closed now, back 9:00'],
  ['newYork', '2026-11-16T14:00Z', 'Open now, until 17:00'],
  ['newYork', '2026-11-18T05:59Z', 'Open now, until 1:00'],
  ['newYork', '2026-11-18T06:00Z', 'Closed now, back Mon 23 Nov, 9:00'],
  ['kathmandu', '2026-11-19T02:30Z', 'Open now, until 12:45'],
  ['kathmandu', '2026-11-19T07:00Z', 'Closed now, back Thu 26 Nov, 8:15'],
  ['never', '2026-11-19T07:00Z', 'Closed at the moment'],
];

describe('the function, the page and the structured data agree on opening hours', () => {
  it.for(cases)('%s at %s: %s', ([name, now, says]) => {
    const shop: Shop = shops[name];
    const { hours, timeZone = 'Asia/Tokyo' } = shop;
    const daysOff = hours.publicHolidays === 'closed' ? holidays : [];
    const calendar: Calendar = { timeZone, weekly: hours.weekly, daysOff, exceptions: hours.exceptions };
    const instant = Date.parse(now);
    const today = dateInZone(instant, timeZone);
    // A night that began yesterday is still on yesterday's line.
    const since = dateInZone(instant - 86_400_000, timeZone);
    const isOpen = says.startsWith('Open');

    expect(openText(calendar, instant, 'en').text).toBe(says);
    expect(openStateAt(calendar, instant).isOpen).toBe(isOpen);
    expect(isOpenByData(openingHours(hours, since), instant, { timeZone, daysOff })).toBe(isOpen);
    const lines = hoursLines(hours, textsFor('en'), 'en', since);
    expect(isOpenByLines(lines, instant, { timeZone, daysOff }, since)).toBe(isOpen);
    // What has been over for a day is said nowhere.
    for (const { validThrough } of openingHours(hours, today)) {
      if (typeof validThrough === 'string') expect(validThrough >= today).toBe(true);
    }
  });

  it('on at least forty cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });
});

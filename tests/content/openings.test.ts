import { describe, expect, it } from 'vitest';
import { type Calendar, openingsFrom } from '../../content/calendar.ts';
import { calendarWith, inJapan, week } from './calendars.ts';

const lunch = ['10:00-12:30', '13:30-17:00'];
const phone = calendarWith({ weekly: week({ mon: lunch, tue: lunch }) });
function openings(calendar: Calendar, from: string, count: number) {
  const upcoming = openingsFrom(calendar, inJapan(from));
  return Array.from({ length: count }, () => upcoming.next().value);
}

const opening = (start: string, end: string) => ({ start: inJapan(start), end: inJapan(end) });

describe('the openings of a calendar', () => {
  it('come in order and leave out what has ended', () => {
    expect(openings(phone, '2026-11-16 12:30', 3)).toEqual([
      opening('2026-11-16 13:30', '2026-11-16 17:00'),
      opening('2026-11-17 10:00', '2026-11-17 12:30'),
      opening('2026-11-17 13:30', '2026-11-17 17:00'),
    ]);
  });

  it('are one where spans touch, overlap or hold one another', () => {
    const whole = [opening('2026-11-16 10:00', '2026-11-16 18:00')];
    for (const mon of [
      ['10:00-14:00', '14:00-18:00'],
      ['10:00-15:00', '13:00-18:00'],
      ['10:00-18:00', '12:00-13:00'],
      ['14:00-18:00', '10:00-14:00'],
    ]) {
      expect(openings(calendarWith({ weekly: week({ mon }) }), '2026-11-16 00:00', 1)).toEqual(whole);
    }
  });

  it('are one across midnight where one day ends as the next begins', () => {
    const nights = calendarWith({ weekly: week({ mon: ['20:00-24:00'], tue: ['00:00-04:00', '03:00-05:00'] }) });
    expect(openings(nights, '2026-11-16 00:00', 1)).toEqual([opening('2026-11-16 20:00', '2026-11-17 05:00')]);
  });

  it('keep the night that began before a day off', () => {
    const night = calendarWith({
      weekly: week({ mon: ['22:00-06:00'], tue: ['22:00-06:00'] }),
      daysOff: ['2026-11-17'],
    });
    expect(openings(night, '2026-11-17 01:00', 2)).toEqual([
      opening('2026-11-16 22:00', '2026-11-17 06:00'),
      opening('2026-11-23 22:00', '2026-11-24 06:00'),
    ]);
  });
});

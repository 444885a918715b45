import { describe, expect, it } from 'vitest';
import { dueOf } from '../../../../components/desk/tickets/due.ts';
import { snoozeTime } from '../../../../components/desk/tickets/snooze-times.ts';
import { initials } from '../../../../components/desk/tickets/ticket-line.ts';
import { summaryOf } from './summaries.ts';

const now = Date.parse('2026-11-16T10:00:00+09:00');
const minutes = (count: number) => now + count * 60_000;

describe('how an answer stands', () => {
  it.for([
    [-130, 'overdue', 130],
    [-0.2, 'overdue', 1],
    [0.5, 'soon', 1],
    [60, 'soon', 60],
    [61, 'later', 61],
  ] as const)('%d minutes from now it is %s', ([at, kind, left]) => {
    expect(dueOf(summaryOf('M-AAAA', { dueAt: minutes(at) }), now)).toMatchObject({ kind, minutes: left });
  });

  it('is by when the first was promised where nothing else is due', () => {
    const promised = summaryOf('M-AAAA', { promisedBy: minutes(-5) });
    expect(dueOf(promised, now)).toMatchObject({ kind: 'overdue', minutes: 5 });
  });

  it('is how long the customer has waited where nothing is due', () => {
    expect(dueOf(summaryOf('M-AAAA', { waitingSince: minutes(-90) }), now)).toMatchObject({
      kind: 'waits',
      minutes: 90,
    });
    expect(dueOf(summaryOf('M-AAAA'), now)).toBeNull();
  });

  it.for(['waiting', 'solved', 'closed', 'spam'] as const)(
    'is nothing where it is not the desk’s turn: %s',
    (state) => {
      expect(dueOf(summaryOf('M-AAAA', { state, dueAt: minutes(-5) }), now)).toBeNull();
    },
  );
});

const time = (name: Parameters<typeof snoozeTime>[0], from: string) =>
  new Date(snoozeTime(name, Date.parse(from), 'Asia/Tokyo')).toISOString();

describe('what is put off', () => {
  it('comes back in three hours, or at nine where the portal stands', () => {
    // A Monday evening in Tokyo.
    expect(time('later', '2026-11-16T20:00:00+09:00')).toBe('2026-11-16T14:00:00.000Z');
    expect(time('tomorrow', '2026-11-16T20:00:00+09:00')).toBe('2026-11-17T00:00:00.000Z');
    expect(time('monday', '2026-11-16T20:00:00+09:00')).toBe('2026-11-23T00:00:00.000Z');
    expect(time('week', '2026-11-16T20:00:00+09:00')).toBe('2026-11-23T00:00:00.000Z');
    // A Sunday.
    expect(time('monday', '2026-11-22T20:00:00+09:00')).toBe('2026-11-23T00:00:00.000Z');
  });
});

it.for([
  ['高橋 誠', '高橋'],
  ['サラ', 'サラ'],
  ['Makoto Takahashi', 'MT'],
  ['Anne Marie de Vries', 'AV'],
  ['tom', 'T'],
] as const)('%s is shortened to %s', ([name, short]) => {
  expect(initials(name)).toBe(short);
});

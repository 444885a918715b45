import { describe, expect, it } from 'vitest';
import { endAt, instantOfWallTime, wallTime } from '../../../../components/desk/notices/end-choices.ts';

const tokyo = 'Asia/Tokyo';
const at = (time: string) => Date.parse(`${time}:00+09:00`);

describe('when a notice ends', () => {
  it.for([
    ['open', null],
    ['two-hours', at('2026-11-17T01:30')],
    ['today', at('2026-11-16T23:59')],
    ['tomorrow', at('2026-11-17T10:00')],
  ] as const)('is what somebody in a hurry means by %s', ([choice, end]) => {
    expect(endAt(choice, at('2026-11-16T23:30'), tokyo)).toBe(end);
  });

  it('is counted by the clock of the portal, through a change of the clock', () => {
    const beforeChange = Date.parse('2026-10-24T20:00:00+01:00');
    expect(endAt('tomorrow', beforeChange, 'Europe/London')).toBe(Date.parse('2026-10-25T10:00:00Z'));
  });

  it('comes back as it was typed', () => {
    for (const typed of ['2026-11-16T00:05', '2026-02-28T23:59']) {
      expect(wallTime(instantOfWallTime(typed, tokyo) ?? 0, tokyo)).toBe(typed);
    }
    expect(instantOfWallTime('', tokyo)).toBeNull();
    expect(instantOfWallTime('2026-11-16', tokyo)).toBeNull();
    expect(instantOfWallTime('20261-12-01T10:00', tokyo)).toBeNull();
    expect(instantOfWallTime('2026-13-01T10:00', tokyo)).toBeNull();
  });
});

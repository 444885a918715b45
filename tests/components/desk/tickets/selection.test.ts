import { describe, expect, it } from 'vitest';
import { Selection } from '../../../../components/desk/tickets/selection.ts';

const shown = ['a', 'b', 'c', 'd', 'e'];
const chosen = (selection: Selection) => shown.filter((id) => selection.has(id)).join('');

describe('a selection of lines', () => {
  it('takes a line in, and out again', () => {
    const one = new Selection().toggled('b', shown);
    expect([chosen(one), one.size]).toEqual(['b', 1]);
    expect(chosen(one.toggled('b', shown))).toBe('');
  });

  it('goes on from the last line that was touched, in both directions', () => {
    const one = new Selection().toggled('b', shown);
    expect(chosen(one.toggled('d', shown, true))).toBe('bcd');
    expect(chosen(new Selection().toggled('d', shown).toggled('b', shown, true))).toBe('bcd');
  });

  it('takes a whole range out where its end was in', () => {
    const all = new Selection(shown).toggled('b', shown);
    expect(chosen(all.toggled('d', shown, true))).toBe('ae');
  });

  it('of a range from a line that has gone touches one line only', () => {
    const one = new Selection().toggled('gone', ['gone', ...shown]);
    expect(chosen(one.toggled('c', shown, true))).toBe('c');
  });

  it('loses what is shown no more', () => {
    expect(new Selection(['a', 'gone']).within(shown).size).toBe(1);
  });
});

import { expect, it } from 'vitest';
import { merged } from '../../../../components/desk/tickets/merged.ts';

const of = (text: string) => Array.from(text).map((id) => ({ id, at: text }));
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).join('');
const take = (shown: string, fresh: string) => {
  const { items, arrivals, gone } = merged(of(shown), of(fresh), ({ id }) => id);
  return { items: ids(items), arrivals: ids(arrivals), gone: gone.join('') };
};

it.for([
  ['what is the same stays', 'abc', 'abc', 'abc', '', ''],
  ['what comes above waits', 'abc', 'xabyc', 'abc', 'xy', ''],
  ['what comes below is added', 'abc', 'abcxy', 'abcxy', '', ''],
  ['what is gone goes', 'abc', 'ac', 'ac', '', 'b'],
  ['what has moved stays where it was', 'abc', 'cab', 'abc', '', ''],
  ['a list without lines is filled', '', 'ab', 'ab', '', ''],
  ['a list of which nothing is left is another', 'ab', 'xy', 'xy', '', 'ab'],
  ['a list that has become empty is so', 'ab', '', '', '', 'ab'],
] as const)('of a list that somebody looks at, %s', ([, shown, fresh, items, arrivals, gone]) => {
  expect(take(shown, fresh)).toEqual({ items, arrivals, gone });
});

it('a line that stays is as it is now', () => {
  expect(merged(of('a'), of('ab'), ({ id }) => id).items[0]?.at).toBe('ab');
});

import { expect, it } from 'vitest';
import { type Found, worthShowing } from '../../../../components/search/core/finder.ts';
import { returnPolicy } from '../question-index.ts';

function found(...nearest: number[]): Found[] {
  return nearest.map((likeness) => ({ page: returnPolicy, score: 1, nearest: likeness, anchor: null }));
}

const likenesses = (list: Found[]) => list.map(({ nearest }) => nearest);

it('a page that shares no more than a piece of a word is left out', () => {
  expect(likenesses(worthShowing(found(0.65, 0.55, 0.42, 0.45, 0.28, 0.18, 0.07)))).toEqual([
    0.65, 0.55, 0.42, 0.45, 0.28,
  ]);
});

it('three are always shown: the first may be the wrong one', () => {
  expect(likenesses(worthShowing(found(1, 0.1, 0.1, 0.1)))).toEqual([1, 0.1, 0.1]);
});

it('where nothing is very like the query, what is not much less like it stays', () => {
  expect(likenesses(worthShowing(found(0.2, 0.18, 0.15, 0.12, 0.1)))).toHaveLength(5);
});

it('nothing stays nothing', () => {
  expect(worthShowing([])).toEqual([]);
});

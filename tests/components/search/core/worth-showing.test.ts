import { expect, it } from 'vitest';
import { type Found, worthShowing } from '../../../../components/search/core/finder.ts';
import { returnPolicy } from '../question-index.ts';

function found(...scores: number[]): Found[] {
  return scores.map((score) => ({ page: returnPolicy, score, nearest: 0.5, anchor: null }));
}

const scores = (list: Found[]) => list.map(({ score }) => score);

it('a page that shares no more than a piece of a word is left out', () => {
  expect(scores(worthShowing(found(5.5, 5.3, 2.3, 1.6, 0.8, 0.24, 0.18)))).toEqual([5.5, 5.3, 2.3, 1.6, 0.8]);
});

it('three are always shown: the first may be the wrong one', () => {
  expect(scores(worthShowing(found(20, 0.8, 0.5, 0.4)))).toEqual([20, 0.8, 0.5]);
});

it('where nothing is very like the query, what is not much less like it stays', () => {
  expect(scores(worthShowing(found(0.6, 0.4, 0.3, 0.2, 0.1)))).toHaveLength(5);
});

it('nothing stays nothing', () => {
  expect(worthShowing([])).toEqual([]);
});

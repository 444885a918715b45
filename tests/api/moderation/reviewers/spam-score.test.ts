import { expect, it } from 'vitest';
import { pairsOf } from '../../../../api/moderation/reviewers/pairs.ts';
import { type Learnt, spamScore, together } from '../../../../api/moderation/reviewers/spam-score.ts';

const learnt = (posts: [number, number], pairs: Record<string, [number, number]>): Learnt => ({
  posts: { spam: posts[0], honest: posts[1] },
  pairs: new Map(Object.entries(pairs).map(([pair, [spam, honest]]) => [pair, { spam, honest }])),
});

it('pairs are those of neighbours, each once, with the edges of the text', () => {
  expect(pairsOf('abab')).toEqual([' a', 'ab', 'ba', 'b ']);
  expect(pairsOf('')).toEqual(['  ']);
  expect(pairsOf('👍')).toEqual([' 👍', '👍 ']);
});

it('a post is as suspicious as its pairs, whatever was judged more often', () => {
  const even = learnt([10, 10], { ab: [8, 1], cd: [1, 8] });
  expect(spamScore(even, ['ab'])).toBeGreaterThan(0);
  expect(spamScore(even, ['cd'])).toBeLessThan(0);
  expect(spamScore(even, ['ab', 'cd'])).toBeCloseTo(0);
  const mostlySpam = learnt([1000, 10], { ab: [500, 5] });
  expect(Math.abs(spamScore(mostlySpam, ['ab']))).toBeLessThan(0.05);
});

it('what was never seen, or once, is no evidence', () => {
  expect(spamScore(learnt([10, 10], { ab: [1, 0] }), ['ab', 'xy'])).toBe(0);
  expect(spamScore(learnt([0, 0], {}), ['ab'])).toBe(0);
});

it('what came with the portal fades beside what it learns itself', () => {
  const start = learnt([100, 100], { ab: [50, 2] });
  const own = learnt([300, 300], { ab: [3, 150] });
  const scores = [1, 0.5, 0].map((weight) => spamScore(together(start, weight, own), ['ab']));
  expect(scores.toSorted((one, other) => other - one)).toEqual(scores);
  expect(scores[2]).toBeLessThan(0);
});

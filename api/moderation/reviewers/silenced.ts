import type { Reviewer } from '../reviewer.ts';

/** Whatever a silenced member writes, a moderator reads first. */
export const silenced: Reviewer = {
  name: 'silenced',
  look: ({ clock }, { author: { silencedUntil } }) =>
    silencedUntil !== null && silencedUntil > clock() ? { verdict: 'queue', reason: 'silenced', weight: 0.5 } : null,
};

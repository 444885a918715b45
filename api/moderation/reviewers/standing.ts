import type { Submission } from '../reviewer.ts';

/** Visible posts after which somebody is known here, whatever their level. */
const postsOfKnown = 5;
/** Of ten posts, how many may have been refused. */
const refusedOfTen = 2;

/** Whether readers and moderators have seen enough good of somebody that a machine's doubts should not hold up a post. */
export function isEstablished({ level, posts, postsRefused }: Submission['author']): boolean {
  return (level >= 1 || posts >= postsOfKnown) && postsRefused * 10 <= refusedOfTen * (posts + postsRefused);
}

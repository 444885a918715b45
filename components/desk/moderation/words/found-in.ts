import { readingsOf } from '../../../../api/moderation/reviewers/readings.ts';
import { foldedPattern, isIn, isTelling } from '../../../../api/moderation/reviewers/word-pattern.ts';

/** Which patterns stand in a text, found just as the reviewer of posts finds them. */
export function foundIn(text: string, patterns: readonly string[]): string[] {
  const readings = readingsOf(text);
  return patterns.filter((pattern) => saysEnough(pattern) && isIn(foldedPattern(pattern), readings));
}

/** Whether a pattern says enough to be watched for. */
export function saysEnough(pattern: string): boolean {
  return isTelling(foldedPattern(pattern));
}

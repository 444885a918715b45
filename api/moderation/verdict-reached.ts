import type { SQL } from 'drizzle-orm';
import type { Statement } from '../db/statements.ts';
import type { Services } from '../services.ts';
import type { DecisionAction } from './contract.ts';

/** What a moderator said of a post, or took back. */
export interface ReachedVerdict {
  postId: string;
  /** `undone` when it is taken back: whatever was learnt from it is to be unlearnt. */
  action: DecisionAction | 'undone';
  rule: string | null;
  /** Why it was in the queue: reasons of reviewers and of flags. */
  reasons: readonly string[];
}

/**
 * Whoever learns from verdicts gives its statements here, for the write of the verdict itself; `isWritten` is the guard
 * that a post was decided on by that very write.
 */
export async function verdictReached(
  services: Services,
  verdicts: readonly ReachedVerdict[],
  isWritten: (postId: string) => SQL,
): Promise<Statement[]> {
  const lists = await Promise.all(learners.map((learner) => learner(services, verdicts, isWritten)));
  return lists.flat();
}

type Learner = typeof verdictReached;

const learners: readonly Learner[] = [];

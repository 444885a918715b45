import type { Services } from '../services.ts';
import type { Objection, Reviewer, Submission } from './reviewer.ts';

/** Everybody who is asked, in order: whoever refuses comes before whoever only wants to be sure. */
export const reviewers: readonly Reviewer[] = [];

/** What the first reviewer that has one objects; `null` lets everybody see it at once. */
export async function firstObjection(services: Services, submission: Submission): Promise<Objection | null> {
  for (const { look } of reviewers) {
    const objection = await look(services, submission);
    if (objection) return objection;
  }
  return null;
}

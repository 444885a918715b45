import type { Services } from '../services.ts';
import type { Objection, Reviewer, Submission } from './reviewer.ts';
import { contactData } from './reviewers/contact-data.ts';
import { duplicates } from './reviewers/duplicates.ts';
import { links } from './reviewers/links.ts';
import { rate } from './reviewers/rate.ts';
import { silenced } from './reviewers/silenced.ts';
import { spamFilter } from './reviewers/spam-filter.ts';
import { typedTooFast } from './reviewers/typed-too-fast.ts';
import { watchedWords } from './reviewers/watched-words.ts';

/**
 * Everybody who is asked, in order: whoever may refuse comes before whoever only wants to be sure, then what is urgent,
 * then the surest. The filter, which learns, says something only about what no rule has an opinion on.
 */
export const reviewers: readonly Reviewer[] = [
  watchedWords,
  duplicates,
  contactData,
  silenced,
  links,
  typedTooFast,
  rate,
  spamFilter,
];

/** Staff know what they write; what they copy from a ticket may still be somebody's address. */
const ofStaff: readonly Reviewer[] = [contactData];

/** What the first reviewer that has one objects; `null` lets everybody see it at once. */
export async function firstObjection(services: Services, submission: Submission): Promise<Objection | null> {
  for (const { look } of submission.author.isStaff ? ofStaff : reviewers) {
    const objection = await look(services, submission);
    if (objection) return objection;
  }
  return null;
}

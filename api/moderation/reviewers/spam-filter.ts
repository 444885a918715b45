import type { Language } from '../../../content/schema/languages.ts';
import type { Services } from '../../services.ts';
import type { Reviewer, Submission } from '../reviewer.ts';
import { filterText } from './filter-text.ts';
import { leadsElsewhere } from './leads-elsewhere.ts';
import { learntOf } from './learnt.ts';
import { paceOf } from './pace.ts';
import { pairsOf } from './pairs.ts';
import { spamScore } from './spam-score.ts';
import { isEstablished } from './standing.ts';

/** From which score on a post waits, by whose it is and what it does. */
interface Doubts {
  /** Of a newcomer, at a pace at which people type. */
  typed: number;
  /** Of a newcomer, at another pace or at none that is known. */
  newcomer: number;
  /** Of somebody known here, leading to another site. Whatever else they write is no advertisement. */
  leading: number;
}
/**
 * Chosen on the half that the start model is made of, each post scored without what was learnt of itself: the lowest at
 * which three quarters of honest first posts appear, and all but a few of members. A pair says more in Japanese, whose
 * characters are words.
 */
const doubts: Record<Language, Doubts> = {
  ja: { typed: 0.08, newcomer: 0.05, leading: 0 },
  en: { typed: 0.18, newcomer: 0.05, leading: 0.5 },
};
/** From here on it is no doubt any more that holds up a first post. */
const isSureFrom = 1;

/**
 * The filter that learns from moderators' verdicts. It never refuses: what it holds up, somebody reads. Newcomers' posts
 * wait when it is unsure; those of people who are known here when they lead elsewhere and look like spam besides.
 */
export const spamFilter: Reviewer = {
  name: 'spam-filter',
  look: async (services, submission) => {
    const { language, title, body } = submission;
    const doubt = doubtOf(services, submission);
    if (doubt === null) return null;
    const pairs = pairsOf(filterText(services, title, body));
    const score = spamScore(await learntOf(services, language, pairs), pairs);
    if (score <= doubts[language][doubt]) return null;
    const isNew = !isEstablished(submission.author);
    const reason = isNew && score < isSureFrom ? 'first-post' : 'spam-filter';
    return { verdict: 'queue', reason, detail: score.toFixed(2), weight: weightOf(score) };
  },
};

function doubtOf(services: Services, submission: Submission): keyof Doubts | null {
  if (!isEstablished(submission.author)) return paceOf(submission) === 'typed' ? 'typed' : 'newcomer';
  return leadsElsewhere(services, submission) ? 'leading' : null;
}

/** Between 0.1 and 0.9, in order of the score. */
function weightOf(score: number): number {
  return Math.round(100 * (0.1 + 0.8 / (1 + Math.exp(-score)))) / 100;
}

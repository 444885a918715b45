import type { Language } from '../../../content/schema/languages.ts';
import type { Services } from '../../services.ts';
import type { Reviewer, Submission } from '../reviewer.ts';
import { filterText } from './filter-text.ts';
import { linksIn } from './found-links.ts';
import { learntOf } from './learnt.ts';
import { isOwnHost } from './own-hosts.ts';
import { pairsOf } from './pairs.ts';
import { spamScore } from './spam-score.ts';
import { isEstablished } from './standing.ts';

/** From which score on a post waits: that of a newcomer, one that leads elsewhere, any other of somebody known here. */
interface Doubts {
  newcomer: number;
  leading: number;
  other: number;
}
/** Chosen on the half that the start model is made of; a pair says more in Japanese, whose characters are words. */
const doubts: Record<Language, Doubts> = {
  ja: { newcomer: 0.05, leading: -0.8, other: 2.2 },
  en: { newcomer: 0.05, leading: 0.1, other: 1 },
};
/** From here on it is no doubt any more that holds up a first post. */
const isSureFrom = 1;

/**
 * The filter that learns from moderators' verdicts. It never refuses: what it holds up, somebody reads. Newcomers' posts
 * wait when it is unsure; those of people who are known here when they lead elsewhere and look like spam besides, or look
 * like nothing else.
 */
export const spamFilter: Reviewer = {
  name: 'spam-filter',
  look: async (services, submission) => {
    const { language, title, body, author } = submission;
    const pairs = pairsOf(filterText(services, title, body));
    const score = spamScore(await learntOf(services, language, pairs), pairs);
    const isNew = !isEstablished(author);
    if (score <= doubts[language][isNew ? 'newcomer' : leadsElsewhere(services, submission) ? 'leading' : 'other']) return null;
    const reason = isNew && score < isSureFrom ? 'first-post' : 'spam-filter';
    return { verdict: 'queue', reason, detail: score.toFixed(2), weight: weightOf(score) };
  },
};

function leadsElsewhere(services: Services, { title, body }: Submission): boolean {
  return linksIn(`${title}\n${body}`).hosts.some((host) => !isOwnHost(services, host));
}

/** Between 0.1 and 0.9, in order of the score. */
function weightOf(score: number): number {
  return Math.round(100 * (0.1 + 0.8 / (1 + Math.exp(-score)))) / 100;
}

import type { Language } from '../../../content/schema/languages.ts';
import type { Reviewer } from '../reviewer.ts';
import { leadsElsewhere } from './leads-elsewhere.ts';
import { charactersTyped, paceOf } from './pace.ts';
import { isEstablished } from './standing.ts';

/** Thanks are short, and quickly written. */
const shortest: Record<Language, number> = { ja: 30, en: 60 };

/**
 * More text than anybody types in that time. Those who are known here may paste, unless what they paste leads elsewhere:
 * that is what accounts are taken over for.
 */
export const typedTooFast: Reviewer = {
  name: 'typed-too-fast',
  look: (services, submission) => {
    const { language, secondsTyping, isEdit, author } = submission;
    const characters = charactersTyped(submission);
    if (isEdit || characters < shortest[language] || paceOf(submission) !== 'pasted') return null;
    if (isEstablished(author) && !leadsElsewhere(services, submission)) return null;
    const detail = `${characters} / ${secondsTyping} s`;
    return { verdict: 'queue', reason: 'typed-too-fast', detail, weight: 0.5 };
  },
};

import type { Language } from '../../../content/schema/languages.ts';
import type { Reviewer } from '../reviewer.ts';
import { isEstablished } from './standing.ts';

/** Characters in a second that nobody types: the fastest typists do half of it, and an input method takes its time. */
const mostPerSecond: Record<Language, number> = { ja: 9, en: 16 };
/** Thanks are short, and quickly written. */
const shortest: Record<Language, number> = { ja: 30, en: 60 };

/**
 * More text than anybody types in that time. Those who are known here may paste: a quote, a list they kept. Without a
 * time (a form without JavaScript) nothing is known.
 */
export const typedTooFast: Reviewer = {
  name: 'typed-too-fast',
  look: (_services, { language, title, body, secondsTyping, isEdit, author }) => {
    if (secondsTyping === null || isEdit || isEstablished(author)) return null;
    const characters = [...typedOf(`${title}\n${body}`)].length;
    if (characters < shortest[language] || characters <= mostPerSecond[language] * Math.max(secondsTyping, 1)) return null;
    const detail = `${characters} / ${secondsTyping} s`;
    return { verdict: 'queue', reason: 'typed-too-fast', detail, weight: 0.5 };
  },
};

/** Text without what is quoted or copied as code. */
function typedOf(text: string): string {
  return text.replaceAll(/^ {0,3}>.*$/gm, '').replaceAll(/```[\s\S]*?(?:```|$)/g, '').trim();
}

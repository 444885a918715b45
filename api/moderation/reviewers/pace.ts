import type { Language } from '../../../content/schema/languages.ts';
import type { Submission } from '../reviewer.ts';

/** Characters in a second that hardly anybody types for longer than a word; an input method takes its time. */
const fastest: Record<Language, number> = { ja: 9, en: 12 };

/** `unknown` without a time, as from a form without JavaScript. */
export type Pace = 'typed' | 'pasted' | 'unknown';

/** How a post came about, by its length and the time it took; quotes and code are pasted by everybody. */
export function paceOf({ language, title, body, secondsTyping }: Submission): Pace {
  if (secondsTyping === null) return 'unknown';
  return charactersTyped({ title, body }) > fastest[language] * Math.max(secondsTyping, 1) ? 'pasted' : 'typed';
}

/** How many characters of a post somebody would have typed. */
export function charactersTyped({ title, body }: Pick<Submission, 'title' | 'body'>): number {
  const typed = `${title}\n${body}`.replaceAll(/^ {0,3}>.*$/gm, '').replaceAll(/```[\s\S]*?(?:```|$)/g, '');
  return typed.trim().length;
}

import type { Language } from '../../content/schema/languages.ts';
import { en } from './en.ts';
import { ja, type Texts } from './ja.ts';

const texts: Record<Language, Texts> = { ja, en };

export function textsFor(language: Language): Texts {
  return texts[language];
}

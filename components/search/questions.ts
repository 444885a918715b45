import type { Language } from '../../content/schema.ts';
import { marked } from './core/excerpt.ts';
import { type Found, QuestionFinder } from './core/finder.ts';
import type { QuestionIndexFile } from './core/question-index.ts';
import { contentWords } from './core/words.ts';
import type { SearchResult } from './search.ts';

const finders = new Map<Language, Promise<QuestionFinder>>();

/** The question index of a language, loaded once; a failed load may be tried again. */
export function loadFinder(language: Language): Promise<QuestionFinder> {
  let finder = finders.get(language);
  if (!finder) {
    finder = load(language);
    finders.set(language, finder);
    finder.catch(() => finders.delete(language));
  }
  return finder;
}

async function load(language: Language): Promise<QuestionFinder> {
  const response = await fetch(`/search/${language}.json`);
  if (!response.ok) throw new Error(`The question index answered ${response.status}`);
  const file = (await response.json()) as QuestionIndexFile;
  if (file.version !== 1) throw new Error('The question index is of another version');
  return new QuestionFinder(file);
}

/** What was found by likeness, as it is shown: with its short answer, and straight to the section that is meant. */
export function asResult({ page, anchor }: Found, query: string, language: Language, isDirect: boolean): SearchResult {
  return {
    url: anchor ? `${page.url}#${anchor}` : page.url,
    title: page.title,
    excerpt: marked(page.answer, contentWords(query, language)),
    isDirect,
  };
}

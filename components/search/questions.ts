import type { Language } from '../../content/schema.ts';
import { marked } from './core/excerpt.ts';
import { type Found, QuestionFinder } from './core/finder.ts';
import type { IndexedCategory, QuestionIndexFile } from './core/question-index.ts';
import { contentWords } from './core/words.ts';
import type { SearchResult } from './search.ts';

/** The question index of a language, ready to be asked. */
export interface Questions {
  categories: readonly IndexedCategory[];
  /** Pages that are anything like the query, likest first. */
  find(query: string): Promise<Found[]>;
}

const loaded = new Map<Language, Promise<Questions>>();

/** The question index of a language, loaded once; a failed load may be tried again. */
export function loadQuestions(language: Language): Promise<Questions> {
  let questions = loaded.get(language);
  if (!questions) {
    questions = load(language);
    loaded.set(language, questions);
    questions.catch(() => loaded.delete(language));
  }
  return questions;
}

async function load(language: Language): Promise<Questions> {
  const response = await fetch(`/search/${language}.json`);
  if (!response.ok) throw new Error(`The question index answered ${response.status}`);
  const file = (await response.json()) as QuestionIndexFile;
  if (file.version !== 1) throw new Error('The question index is of another version');
  const finder = new QuestionFinder(file);
  return { categories: file.categories, find: async (query) => finder.find(query) };
}

/** What was found by likeness, as it is shown: with its short answer, and straight to the section that is meant. */
export function asResult({ page, anchor }: Found, query: string, language: Language, isDirect: boolean): SearchResult {
  return {
    url: anchor ? `${page.url}#${anchor}` : page.url,
    title: page.title,
    kind: page.kind,
    category: page.category,
    excerpt: marked(page.answer, contentWords(query, language)),
    isDirect,
  };
}

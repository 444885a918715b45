import type { Language } from '../../content/schema.ts';
import { marked } from './core/excerpt.ts';
import type { Found } from './core/finder.ts';
import type { QuestionIndexFile } from './core/question-index.ts';
import { openQuestions, type Questions } from './core/questions.ts';
import { contentWords } from './core/words.ts';
import type { SearchResult } from './search.ts';

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
  const first = (await loadFile(`${language}.json`)) as QuestionIndexFile;
  return openQuestions(first, async (path) => {
    try {
      return await loadFile(path);
    } catch (error) {
      // A newer build has other shards: the next query begins with its first file.
      if (error instanceof NotThere) loaded.delete(language);
      throw error;
    }
  });
}

class NotThere extends Error {}

async function loadFile(path: string): Promise<unknown> {
  const response = await fetch(`/search/${path}`);
  if (response.status === 404) throw new NotThere(`There is no ${path}`);
  if (!response.ok) throw new Error(`The question index answered ${response.status}`);
  return response.json();
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

import type { Language } from '../../content/schema/languages.ts';
import { marked } from './core/excerpt.ts';
import type { Found } from './core/finder.ts';
import type { QuestionIndexFile } from './core/question-index.ts';
import { openQuestions, type Questions } from './core/questions.ts';
import { contentWords } from './core/words.ts';
import type { SearchResult } from './search.ts';

/** How long one file is waited for: then the query goes on without it. */
const patienceMs = 15_000;

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
  let isOutdated = false;
  const questions = openQuestions(first, async (path) => {
    try {
      return await loadFile(path);
    } catch (error) {
      isOutdated ||= error instanceof NotThere;
      throw error;
    }
  });
  return {
    ...questions,
    async find(query, options) {
      const found = await questions.find(query, options).catch((error: unknown) => {
        if (!isOutdated) throw error;
        return [];
      });
      // A newer build has other shards. Where it is no newer one, they are missing, and nothing is gained by asking again.
      if (!isOutdated || !(await isReplaced(language, first))) return found;
      loaded.delete(language);
      return (await loadQuestions(language)).find(query, options);
    },
  };
}

async function isReplaced(language: Language, before: QuestionIndexFile): Promise<boolean> {
  const now = (await loadFile(`${language}.json`)) as QuestionIndexFile;
  return JSON.stringify(now) !== JSON.stringify(before);
}

class NotThere extends Error {}

async function loadFile(path: string): Promise<unknown> {
  const response = await fetch(`/search/${path}`, { signal: AbortSignal.timeout(patienceMs) });
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

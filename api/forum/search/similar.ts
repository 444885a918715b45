import type { Language } from '../../../content/schema/languages.ts';
import type { Services } from '../../services.ts';
import type { Similar } from './contract.ts';
import { findThreads } from './find-threads.ts';

const mostOfEach = 3;
/** A thread is offered when more than half of what is asked stands in it. */
const leastScore = 0.5;

/** Articles and threads that may answer a question that is being typed. */
export async function similarTo(services: Services, language: Language, title: string): Promise<Similar> {
  const articles = services.articlesLike(language, title).slice(0, mostOfEach);
  const threads = await findThreads(services, language, title, { most: mostOfEach });
  return {
    articles: articles.map(({ url, title: called }) => ({ url, title: called })),
    threads: threads
      .filter(({ score }) => score >= leastScore)
      .map(({ url, title: called, isSolved }) => ({ url, title: called, isSolved })),
  };
}

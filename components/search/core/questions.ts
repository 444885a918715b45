import { type Found, QuestionFinder } from './finder.ts';
import type { IndexedCategory, QuestionIndexFile } from './question-index.ts';
import { type FindOptions, type LoadShard, ShardedFinder } from './sharded-finder.ts';

/** The question index of a language, ready to be asked. */
export interface Questions {
  categories: readonly IndexedCategory[];
  /** Pages that are anything like the query and are wanted, likest first. Rejects with the signal's reason. */
  find(query: string, options?: FindOptions): Promise<Found[]>;
}

/**
 * Opens what `search/<language>.json` holds, whole or first of several; those are loaded as queries need them. Throws
 * when it is the file of another version.
 */
export function openQuestions(file: QuestionIndexFile, load: LoadShard): Questions {
  if (file.version !== 2) throw new Error('The question index is of another version');
  const { categories } = file;
  if (!('pages' in file)) {
    const finder = new ShardedFinder(file, load);
    return { categories, find: (query, options) => finder.find(query, options) };
  }
  const finder = new QuestionFinder(file);
  return {
    categories,
    find: async (query, { isWanted = () => true } = {}) => finder.find(query).filter(({ page }) => isWanted(page)),
  };
}

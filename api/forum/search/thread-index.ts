import type { Language } from '../../../content/schema/languages.ts';
import type { SearchIndex } from '../../desk/search/indexer.ts';
import { folded, termsOf } from '../../desk/search/terms.ts';
import { threadTexts } from './thread-texts.ts';

/** Threads, by what everybody sees of them. */
export const threadIndex: SearchIndex = {
  entries: 'searched_threads',
  subject: 'thread_id',
  queue: 'thread_search_queue',
  terms: 'thread_terms',
  columns: ['title', 'said'],
  purges: 'thread_search_purges',
  async termsOf(db, ids) {
    const terms = new Map<string, string[]>();
    for (const [id, { title, said, language, board }] of await threadTexts(db, ids)) {
      terms.set(id, [listed([title]), [listed(said), ...placeTerms(language, board)].join(' ')]);
    }
    return terms;
  },
};

/**
 * Terms of where a thread stands: of what is said most, the index gives only the best, and those have to be of the language
 * and the board that is searched. No query has them, for the sign is no letter.
 */
export function placeTerms(language: Language, board?: string): string[] {
  const ofLanguage = `§${language}`;
  return board === undefined ? [ofLanguage] : [ofLanguage, `${ofLanguage}§${board.replaceAll(/[^a-z0-9]/g, '§')}`];
}

function listed(texts: readonly string[]): string {
  return [...termsOf(texts.map(folded))].join(' ');
}

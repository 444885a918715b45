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
    for (const [id, { title, said }] of await threadTexts(db, ids)) {
      terms.set(id, [listed([title]), listed(said)]);
    }
    return terms;
  },
};

function listed(texts: readonly string[]): string {
  return [...termsOf(texts.map(folded))].join(' ');
}

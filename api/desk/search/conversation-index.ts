import type { SearchIndex } from './indexer.ts';
import { folded, termsOf } from './terms.ts';
import { textsOf } from './texts.ts';

/** Conversations, by everything that was ever said in them. */
export const conversationIndex: SearchIndex = {
  entries: 'searched_conversations',
  subject: 'conversation_id',
  queue: 'search_queue',
  terms: 'search_terms',
  columns: ['terms'],
  purges: 'search_purges',
  async termsOf(db, ids) {
    const terms = new Map<string, string[]>();
    for (const [id, { isGone, said, about }] of await textsOf(db, ids)) {
      if (!isGone) terms.set(id, [[...termsOf([...said, ...about].map(folded))].join(' ')]);
    }
    return terms;
  },
};

import { sql } from 'drizzle-orm';
import { deleteSome, type Held } from '../privacy/held-data.ts';
import { searchedConversations } from './search/tables.ts';

/** The search index: its terms go with its entries, by a trigger, and from the file by merging, see `purgeSome`. */
export const heldByDesk: readonly Held[] = [
  {
    table: searchedConversations,
    name: { ja: '検索用の索引', en: 'Entries of the search index' },
    of: ({ conversations }) => sql`${searchedConversations.conversationId} in ${conversations}`,
    erase: ({ conversations }, most) =>
      deleteSome(searchedConversations, sql`${searchedConversations.conversationId} in ${conversations}`, most),
  },
];

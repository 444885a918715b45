import { asc, eq, sql } from 'drizzle-orm';
import type { Statement } from '../../db/statements.ts';
import type { Services } from '../../services.ts';
import { searchedConversations, searchPurges, searchQueue } from './tables.ts';
import { folded, termsOf } from './terms.ts';
import { textsOf } from './texts.ts';

/** Conversations that one write takes: few enough that nobody waits for it. */
const batchSize = 20;
/** Pages of the index (4 kB) that one step of merging writes. */
const pagesPerStep = 100;

/**
 * Makes the entries of the conversations that changed, and gives back how many it made: 0 when nothing was to be done. Two
 * processes may do so at once: an entry is written only by whoever still finds the change that it was made for.
 */
export async function indexSome({ db, clock }: Services, most = batchSize): Promise<number> {
  const queued = await db.read.select().from(searchQueue).orderBy(asc(searchQueue.id)).limit(most);
  if (queued.length === 0) return 0;
  const texts = await textsOf(
    db,
    queued.map(({ conversationId }) => conversationId),
  );
  const statements = queued.flatMap(({ id, conversationId }): Statement[] => {
    const stillQueued = sql`exists (select 1 from ${searchQueue} where ${searchQueue.id} = ${id})`;
    const found = texts.get(conversationId);
    const done = db.read.delete(searchQueue).where(eq(searchQueue.id, id));
    const old = sql`delete from ${searchedConversations}
      where ${searchedConversations.conversationId} = ${conversationId} and ${stillQueued}`;
    if (!found || found.isGone) {
      // Terms of what is erased go from the file, too.
      return [
        old,
        sql`insert into ${searchPurges} (id, asked_at) values (1, ${clock()})
          on conflict (id) do update set asked_at = max(asked_at + 1, excluded.asked_at)`,
        done,
      ];
    }
    const terms = [...termsOf([...found.said, ...found.about].map(folded))].join(' ');
    return [
      old,
      sql`insert into ${searchedConversations} (conversation_id) select ${conversationId} where ${stillQueued}`,
      sql`insert into search_terms (rowid, terms) select id, ${terms} from ${searchedConversations}
        where conversation_id = ${conversationId} and ${stillQueued}`,
      done,
    ];
  });
  await db.write(statements);
  return queued.length;
}

/**
 * One step of taking what was erased out of the index: an erased entry is not found from the moment of its erasure, but
 * its terms lie in the file until the parts of the index are merged. Gives back whether there is more to do.
 */
export async function purgeSome({ db }: Services): Promise<boolean> {
  const [asked] = await db.read.select().from(searchPurges);
  if (!asked) return false;
  const before = await partsOf(db);
  await db.write([sql`insert into search_terms (search_terms, rank) values ('merge', ${-pagesPerStep})`]);
  if ((await partsOf(db)) !== before) return true;
  await db.write([db.read.delete(searchPurges).where(eq(searchPurges.askedAt, asked.askedAt))]);
  return false;
}

/** How the index is put together (FTS5 keeps it in row 10): the same before and after a step that had nothing to do. */
async function partsOf({ read }: Services['db']): Promise<string> {
  const [row] = await read.values<[string]>(sql`select hex(block) from search_terms_data where id = 10`);
  return row?.[0] ?? '';
}

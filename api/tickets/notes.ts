import { sql } from 'drizzle-orm';
import { newId } from '../db/id.ts';
import { claimedFor, claimKeyWhere, earlierResult, type Once } from '../db/idempotency.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { conversations, notes } from './tables.ts';

/**
 * Adds an internal note, which no customer ever sees. It overwrites nothing: the conversation keeps its version. Asked
 * again with the same key, does nothing. Throws `key-reused`, and `merged` for a conversation that went into another.
 */
export async function addNote(
  { db, clock, random }: Services,
  id: string,
  body: string,
  accountId: string,
  once: Once,
): Promise<void> {
  if (await earlierResult(db, once)) return;
  const now = clock();
  const noteId = newId(now, random);
  const isThere = sql`exists (select 1 from ${conversations} where ${conversations.id} = ${id}
    and ${conversations.erasedAt} is null and ${conversations.mergedIntoId} is null)`;
  const [claimed] = await db.write([
    claimKeyWhere(once, noteId, now, isThere),
    insertWhere(notes, { id: noteId, conversationId: id, accountId, body, createdAt: now }, claimedFor(once, noteId)),
  ]);
  if (!claimed?.changes && !(await earlierResult(db, once))) throw new Problem('merged');
}

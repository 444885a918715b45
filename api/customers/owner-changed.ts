import { getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { newId } from '../db/id.ts';
import type { Statement } from '../db/statements.ts';
import type { Services } from '../services.ts';
import { conversationEvents, conversations } from '../tickets/tables.ts';

/**
 * The statements that give conversations to another customer: each says so in its history, by ids alone, and has a new
 * version. `which` holds for the conversations that are meant.
 */
export function ownerChanged(
  { clock, random }: Pick<Services, 'clock' | 'random'>,
  which: SQL,
  { accountId, merge, to }: { accountId: string | null; merge: { id: string; from: string; into: string }; to: string },
): Statement[] {
  const now = clock();
  const detail = JSON.stringify({ merge: merge.id, from: to === merge.into ? merge.from : merge.into, to });
  return [
    sql`insert into ${conversationEvents} (id, conversation_id, account_id, kind, detail, created_at)
      select ${manyIds(now, random)}, ${conversations.id}, ${accountId}, 'customer-changed', ${detail}, ${now}
      from ${conversations} where ${which}`,
    sql`update ${conversations} set customer_id = ${to}, version = version + 1 where ${which}`,
  ];
}

/** Gives rows to another customer. */
export function given(owner: SQLiteColumn, to: string, which: SQL): Statement {
  return sql`update ${sql.identifier(getTableName(owner.table))} set ${sql.identifier(owner.name)} = ${to} where ${which}`;
}

/** An id of the form of `newId` for each row of a statement. */
export function manyIds(now: number, random: Services['random']): SQL {
  const begin = newId(now, random).slice(0, 15);
  return sql`${begin} || substr(lower(hex(randomblob(2))), 2) || '-' || substr('89ab', 1 + (random() & 3), 1)
    || substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6)))`;
}

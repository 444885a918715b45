import { type SQL, sql } from 'drizzle-orm';
import { newId } from '../db/id.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import type { By } from '../accounts/who.ts';
import type { Services } from '../services.ts';
import type { MovedIds } from './moved-rows.ts';
import { conversationChanges, conversations } from './tables.ts';

type Row = typeof conversations.$inferSelect;

/** What of a conversation a change can be undone to. Never its words. */
const restored = [
  'state',
  'priority',
  'teamId',
  'assigneeId',
  'category',
  'snoozedUntil',
  'waitingSince',
  'dueAt',
  'solvedAt',
  'lastMessageAt',
  'firstReplyAt',
] as const satisfies (keyof Row)[];

/** A conversation as it was before a change, and the version that the change made: at another one it is not undone. */
export interface Before {
  id: string;
  version: number;
  was: Pick<Row, (typeof restored)[number]>;
  tags: string[];
  /** What else a merge has to know, of the conversation that went into another. */
  moved?: MovedIds;
  articles?: string[];
  merged?: string[];
}

export function beforeOf(row: Row, tags: readonly string[]): Before {
  const was = Object.fromEntries(restored.map((name) => [name, row[name]])) as Before['was'];
  return { id: row.id, version: row.version + 1, was, tags: [...tags] };
}

/** The row that lets a change be undone, for the same write; `before` is JSON. */
export function undoableBy(
  { clock, random }: Pick<Services, 'clock' | 'random'>,
  kind: 'bulk' | 'merge' | 'split',
  before: SQL,
  by: By,
  guard: SQL,
): { id: string; statement: Statement; isMade: SQL } {
  const now = clock();
  const id = newId(now, random);
  return {
    id,
    statement: insertWhere(conversationChanges, { id, kind, accountId: by.accountId, before, createdAt: now }, guard),
    isMade: sql`exists (select 1 from ${conversationChanges} where ${conversationChanges.id} = ${id})`,
  };
}

/** The conversation is at a version, and stands by itself. */
export function isAt({ id, version }: { id: string; version: number }): SQL {
  return sql`exists (select 1 from ${conversations} where ${conversations.id} = ${id} and ${conversations.version} = ${version}
    and ${conversations.erasedAt} is null and ${conversations.mergedIntoId} is null)`;
}

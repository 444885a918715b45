import { sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { TicketState } from '../../tickets/contract.ts';

export const changeKinds = ['opened', 'moved', 'changed', 'replied', 'noted', 'presence'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What changed, in order; filled by triggers, so that no process and no feature can forget to tell. */
export const liveChanges = sqliteTable('live_changes', {
  seq: integer('seq').primaryKey({ autoIncrement: true }),
  kind: text('kind').$type<ChangeKind>().notNull(),
  conversationId: text('conversation_id').notNull(),
  /** Of one that moved: from where, and where to. */
  stateBefore: text('state_before').$type<TicketState>(),
  stateAfter: text('state_after').$type<TicketState>(),
  /** The database's own time. */
  at: integer('at')
    .notNull()
    .default(sql`(unixepoch() * 1000)`),
});

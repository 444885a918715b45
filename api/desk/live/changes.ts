import { asc, gt, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { conversations } from '../../tickets/tables.ts';
import type { LiveEvent } from '../contract.ts';
import { presentAt } from '../presence.ts';
import { liveChanges } from './tables.ts';

/** One thing to tell, and where in the order of all changes it stands. */
export interface LiveMessage {
  seq: number;
  event: LiveEvent;
}

/** As many changes as are read at a time. */
export const mostChanges = 500;

/** What changed after a place, each conversation once, as it is now; and how far that reaches. */
export async function changesAfter(
  db: Database,
  seq: number,
  now: number,
): Promise<{ messages: LiveMessage[]; reached: number; isAll: boolean }> {
  const rows = await db.read
    .select()
    .from(liveChanges)
    .where(gt(liveChanges.seq, seq))
    .orderBy(asc(liveChanges.seq))
    .limit(mostChanges);
  const last = rows.at(-1);
  if (!last) return { messages: [], reached: seq, isAll: true };
  // The last of each conversation stands for those before it: nothing is missed by whoever goes on from any of them.
  const latest = new Map(rows.map((row) => [`${row.kind === 'presence'} ${row.conversationId}`, row]));
  const ids = [...new Set(rows.map(({ conversationId }) => conversationId))];
  const [found, present] = await Promise.all([
    db.read
      .select({
        id: conversations.id,
        reference: conversations.reference,
        version: conversations.version,
        state: conversations.state,
      })
      .from(conversations)
      .where(sql`${conversations.id} in (select value from json_each(${JSON.stringify(ids)}))`),
    presentAt(db, ids, now),
  ]);
  const byId = new Map(found.map(({ id, ...conversation }) => [id, conversation]));
  const messages = [...latest.values()]
    .toSorted((one, other) => one.seq - other.seq)
    .flatMap(({ seq: at, kind, conversationId }): LiveMessage[] => {
      const conversation = byId.get(conversationId);
      if (!conversation) return [];
      const { reference } = conversation;
      if (kind !== 'presence') return [{ seq: at, event: { kind: 'ticket', ...conversation } }];
      return [{ seq: at, event: { kind: 'presence', reference, present: present.get(conversationId) ?? [] } }];
    });
  return { messages, reached: last.seq, isAll: rows.length < mostChanges };
}

/** How far changes have come, and from where on they are kept. */
export async function extentOfChanges({ read }: Database): Promise<{ first: number; last: number }> {
  const [row] = await read.values<[number | null, number | null]>(
    sql`select (select min(seq) from ${liveChanges}), (select seq from sqlite_sequence where name = 'live_changes')`,
  );
  const last = row?.[1] ?? 0;
  return { first: row?.[0] ?? last + 1, last };
}

/** Forgets what changed more than an hour ago and has been told to everybody who is told. */
export async function forgetChanges(db: Database): Promise<void> {
  await db.write([
    sql`delete from ${liveChanges} where ${liveChanges.at} < unixepoch() * 1000 - 3600000
      and ${liveChanges.seq} <= (select seq from news_cursor)`,
  ]);
}

import { type SQL, sql } from 'drizzle-orm';
import type { Statement } from '../db/statements.ts';

/** Tables whose rows belong to a conversation and go with its messages when these go to another one. */
const tables = ['messages', 'notes', 'conversation_events', 'outbox', 'received_mails', 'legal_holds'] as const;
type Table = (typeof tables)[number];

/** The ids of everything that goes, by table, as JSON that only the write knows. */
export function idsOfAll(conversationId: string): SQL {
  const lists = tables.map(
    (table) => sql`${table}, json((select json_group_array(id) from ${sql.identifier(table)}
      where conversation_id = ${conversationId}))`,
  );
  return sql`json_object(${sql.join(lists, sql`, `)})`;
}

/** Everything of a conversation goes to another. */
export function moveAll(from: string, to: string, guard: SQL): Statement[] {
  return tables.map(
    (table) =>
      sql`update ${sql.identifier(table)} set conversation_id = ${to} where conversation_id = ${from} and ${guard}`,
  );
}

/** Rows go by their ids, and only from where they are expected. */
export function moveSome(
  ids: Partial<Record<Table, readonly string[]>>,
  { from, to }: { from: string; to: string },
  guard: SQL,
): Statement[] {
  return tables.flatMap((table) =>
    ids[table]?.length
      ? [
          sql`update ${sql.identifier(table)} set conversation_id = ${to} where conversation_id = ${from}
            and id in (select value from json_each(${JSON.stringify(ids[table])})) and ${guard}`,
        ]
      : [],
  );
}

export type MovedIds = Record<Table, string[]>;

import { asc, eq, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Database } from '../db/database.ts';
import type { Services } from '../services.ts';
import type { ConversationEvent, Note, Ticket } from './contract.ts';
import { conversationArticles, conversationEvents, notes } from './tables.ts';

/** What staff said among themselves about a conversation. For the desk only. */
export async function notesOf(db: Database, conversationId: string): Promise<Note[]> {
  const { id, body, createdAt, accountId } = notes;
  return db.read
    .select({ id, author: { id: accountId, name: accounts.name }, body, createdAt })
    .from(notes)
    .innerJoin(accounts, eq(accounts.id, accountId))
    .where(eq(notes.conversationId, conversationId))
    .orderBy(asc(createdAt), asc(id));
}

/** What happened with a conversation. Colleagues and teams are kept by their ids, and told by their names of today. */
export async function eventsOf(db: Database, conversationId: string): Promise<ConversationEvent[]> {
  const { id, kind, detail, createdAt } = conversationEvents;
  const nameIn = (table: 'accounts' | 'teams', side: 'from' | 'to') =>
    sql`(select name from ${sql.identifier(table)} as named where named.id = json_extract(${detail}, ${`$.${side}`}))`;
  const named = (table: 'accounts' | 'teams') =>
    sql`json_object('from', ${nameIn(table, 'from')}, 'to', ${nameIn(table, 'to')})`;
  const rows = await db.read
    .select({
      id,
      kind,
      by: accounts.name,
      detail: sql<string>`case ${kind} when 'assigned' then ${named('accounts')} when 'handed-over' then ${named('teams')} else ${detail} end`,
      createdAt,
    })
    .from(conversationEvents)
    .leftJoin(accounts, eq(accounts.id, conversationEvents.accountId))
    .where(eq(conversationEvents.conversationId, conversationId))
    .orderBy(asc(createdAt), asc(sql`conversation_events.rowid`));
  return rows.map((row) => ({ ...row, detail: withoutNulls(JSON.parse(row.detail) as Record<string, string | null>) }));
}

function withoutNulls(detail: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(detail).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** The articles that the customer was led to; one that is gone has its address for a title. */
export async function articlesOf(
  { db, articleAt }: Services,
  conversationId: string,
): Promise<Ticket['articles'][number][]> {
  const rows = await db.read
    .select({ url: conversationArticles.url })
    .from(conversationArticles)
    .where(eq(conversationArticles.conversationId, conversationId))
    .orderBy(asc(conversationArticles.createdAt));
  return rows.map(({ url }) => ({ url, title: articleAt(url)?.title ?? url }));
}

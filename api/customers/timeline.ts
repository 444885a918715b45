import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import type { TrailItem } from '../tickets/opening-contract.ts';
import { conversations } from '../tickets/tables.ts';
import type { CustomerHistory, TimelineEntry } from './contract.ts';

const mostConversations = 50;
const mostEntries = 200;
const excerptLength = 160;

/** The first that the customer said in a conversation, with what they let go along. */
const firstMessage = sql<
  string | null
>`(select json_object('text', substr(body, 1, ${excerptLength}), 'trail', json(trail)) from messages
  where messages.conversation_id = conversations.id and direction = 'in' order by created_at limit 1)`;
const rating = sql<string | null>`(select json_object('score', score, 'comment', comment, 'at', changed_at) from ratings
  where ratings.conversation_id = conversations.id)`;

/**
 * What a customer did, the newest first: their last conversations over every channel, what they read and looked for
 * before writing, where they let it go along, and what they thought of the answers.
 */
export async function readTimeline(
  db: Database,
  customerId: string,
): Promise<Pick<CustomerHistory, 'timeline' | 'hasOlder'>> {
  const { reference, subject, state, channel, lastMessageAt } = conversations;
  const rows = await db.read
    .select({ reference, subject, state, channel, at: lastMessageAt, first: firstMessage, rating })
    .from(conversations)
    .where(
      and(eq(conversations.customerId, customerId), isNull(conversations.erasedAt), isNull(conversations.mergedIntoId)),
    )
    .orderBy(desc(lastMessageAt))
    .limit(mostConversations + 1);
  const entries = rows.slice(0, mostConversations).flatMap(({ first, rating: rated, ...conversation }) => {
    const { text, trail } = JSON.parse(first ?? '{"text":"","trail":[]}') as { text: string; trail: TrailItem[] };
    const excerpt = text.replaceAll(/\s+/g, ' ').trim();
    return [
      { kind: 'conversation' as const, ...conversation, excerpt },
      ...trail.map(entryOf),
      ...(rated ? [ratingOf(conversation.reference, rated)] : []),
    ];
  });
  return {
    timeline: eachOnce(entries.toSorted((one, other) => other.at - one.at)).slice(0, mostEntries),
    hasOlder: rows.length > mostConversations,
  };
}

/** What was read or looked for goes along with each conversation anew: it is told once, when it was last. */
function eachOnce(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const told = new Set<string>();
  return entries.filter((entry) => {
    if (entry.kind !== 'page' && entry.kind !== 'search') return true;
    const what = entry.kind === 'page' ? `page ${entry.url}` : `search ${entry.query}`;
    return !told.has(what) && told.add(what);
  });
}

/** A flow is a page that was read. */
function entryOf(item: TrailItem): TimelineEntry {
  const { at } = item;
  return item.kind === 'search'
    ? { kind: 'search', at, query: item.query }
    : { kind: 'page', at, url: item.url, title: item.title };
}

function ratingOf(reference: string, text: string): TimelineEntry {
  const { score, comment, at } = JSON.parse(text) as { score: 'good' | 'bad'; comment: string | null; at: number };
  return { kind: 'rating', at, reference, score, comment };
}

import { eq, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { newId } from '../db/id.ts';
import { insertWhere } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { conversationEvents, conversations, ratings } from '../tickets/tables.ts';
import type { Rating, RatingInput } from './contract.ts';

/** Whether there is something to rate: it was answered, and is done. */
const isRateable = (id: string) =>
  sql`exists (select 1 from ${conversations} where ${conversations.id} = ${id}
    and ${conversations.erasedAt} is null and ${conversations.state} in ('solved', 'closed'))`;

/**
 * Keeps what a customer says of a conversation that is solved or closed; the latest word counts, and a rating that says
 * nothing of a comment leaves an earlier one. Throws `state-refused` while it is not done.
 */
export async function rate(services: Services, conversationId: string, { score, comment }: RatingInput): Promise<void> {
  const { db, clock, random } = services;
  const now = clock();
  const guard = isRateable(conversationId);
  const [kept] = await db.write([
    sql`${insertWhere(
      ratings,
      { conversationId, score, comment: comment || null, createdAt: now, changedAt: now },
      guard,
    )} on conflict (conversation_id) do update set score = excluded.score,
      comment = ${comment === undefined ? sql`comment` : sql`excluded.comment`}, changed_at = excluded.changed_at`,
    insertWhere(
      conversationEvents,
      { id: newId(now, random), conversationId, accountId: null, kind: 'rated', detail: { score }, createdAt: now },
      guard,
    ),
    db.read
      .update(conversations)
      .set({ version: sql`${conversations.version} + 1` })
      .where(sql`${eq(conversations.id, conversationId)} and ${guard}`),
  ]);
  if (!kept?.changes) throw new Problem('state-refused');
}

/** What the customer said; `null` while they said nothing. */
export async function ratingOf(db: Database, conversationId: string): Promise<Rating | null> {
  const [row] = await db.read
    .select({ score: ratings.score, comment: ratings.comment })
    .from(ratings)
    .where(eq(ratings.conversationId, conversationId));
  return row ?? null;
}

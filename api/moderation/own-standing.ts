import { and, desc, eq, sql } from 'drizzle-orm';
import type { Account } from '../accounts/contract.ts';
import { excerptOf } from '../forum/plain-text.ts';
import { repliesBefore, urlOf } from '../forum/sent-post.ts';
import { forumPosts, forumThreads } from '../forum/tables.ts';
import type { Services } from '../services.ts';
import { appealable } from './appeal.ts';
import type { OwnStanding } from './contract.ts';
import { memberStanding } from './member-standing.ts';
import { appeals, moderationDecisions, reviewables, reviewEvents } from './tables.ts';

const mostPosts = 100;
/** As much of a post’s HTML as an excerpt can be made of. */
const beginning = 500;

/** Oneself in the forum: what may be done, and what became of one's latest posts, by which rule and whose role. */
export async function ownStanding(services: Services, { id }: Pick<Account, 'id'>): Promise<OwnStanding> {
  const [{ version: _, ...standing }, posts] = await Promise.all([
    memberStanding(services, id),
    ownPosts(services, id),
  ]);
  // Members read of roles, never of names.
  const sanctions = standing.sanctions.map((given) => ({ ...given, by: 'moderator' }));
  return { standing: { ...standing, flagsAgreed: 0, flagsDisagreed: 0, sanctions }, posts };
}

async function ownPosts(services: Services, accountId: string): Promise<OwnStanding['posts']> {
  const { db } = services;
  const rows = await db.read
    .select({ post: forumPosts, thread: forumThreads, reviewable: reviewables, before: repliesBefore })
    .from(forumPosts)
    .innerJoin(forumThreads, eq(forumThreads.id, forumPosts.threadId))
    .leftJoin(reviewables, and(eq(reviewables.kind, 'post'), eq(reviewables.subjectId, forumPosts.id)))
    .where(eq(forumPosts.authorId, accountId))
    .orderBy(desc(forumPosts.createdAt))
    .limit(mostPosts);
  const decisions = await decisionsOn(
    services,
    rows.flatMap(({ reviewable }) => (reviewable ? [reviewable.id] : [])),
  );
  return rows.map(({ post, thread, reviewable, before }) => ({
    id: post.id,
    url: urlOf(post, thread, before),
    title: thread.title,
    excerpt: excerptOf(post.html.slice(0, beginning)),
    visibility: post.visibility,
    createdAt: post.createdAt,
    decision: reviewable ? asTold(decisions.get(reviewable.id), reviewable) : null,
  }));
}

type Decided = Awaited<ReturnType<typeof decisionsOn>> extends Map<string, infer D> ? D : never;

function asTold(
  found: Decided | undefined,
  { state }: typeof reviewables.$inferSelect,
): OwnStanding['posts'][number]['decision'] {
  if (!found) return null;
  const { event, appeal } = found;
  const isDown = state === 'rejected' || state === 'removed';
  return {
    id: event.decisionId ?? '',
    action: event.action,
    rule: event.rule,
    role: event.role ?? 'moderator',
    note: event.note,
    at: event.createdAt,
    mayAppeal: isDown && appeal === null && appealable.includes(event.action),
    appeal: appeal && { state: appeal.state, answer: appeal.answer, createdAt: appeal.createdAt },
  };
}

/** The latest decision on each reviewable that still stands and that its author is told of, with their appeal. */
async function decisionsOn({ db }: Services, ids: readonly string[]) {
  const rows = await db.read
    .select({ event: reviewEvents, appeal: appeals })
    .from(reviewEvents)
    .innerJoin(moderationDecisions, eq(moderationDecisions.id, reviewEvents.decisionId))
    .leftJoin(
      appeals,
      and(eq(appeals.decisionId, moderationDecisions.id), eq(appeals.reviewableId, reviewEvents.reviewableId)),
    )
    .where(
      and(
        sql`${reviewEvents.reviewableId} in (select value from json_each(${JSON.stringify(ids)}))`,
        sql`${reviewEvents.action} in ('reject', 'return', 'hide', 'remove', 'restore', 'to-ticket')`,
        sql`not exists (select 1 from review_events as later where later.reviewable_id = ${reviewEvents.reviewableId}
          and later.decision_id = ${reviewEvents.decisionId} and later.action = 'undone')`,
      ),
    )
    .orderBy(reviewEvents.reviewableId, reviewEvents.createdAt, sql`${reviewEvents}.rowid`);
  return new Map(rows.map((row) => [row.event.reviewableId, row]));
}

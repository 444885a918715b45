import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { accounts } from '../accounts/tables.ts';
import { authorColumns, authorOf } from '../forum/authors.ts';
import type { PostPicture } from '../forum/contract.ts';
import { renderedAs, renderedPost } from '../forum/markdown.ts';
import { picturesOf } from '../forum/pictures/pictures-of.ts';
import { forumMembers, forumPosts, forumThreads } from '../forum/tables.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { ModerationCounts, Reviewable, ReviewableDetail, ReviewableFilter, ReviewablePage } from './contract.ts';
import { historyOf } from './history.ts';
import { memberStanding } from './member-standing.ts';
import { actionsFrom } from './states.ts';
import { appeals, reviewables, reviewReasons } from './tables.ts';

const pageSize = 50;

/**
 * One page of the queue: what waits, the urgent and the weightiest first, then the oldest; or what was decided, the latest
 * first. `after` is the `next` of the page before; an unreadable one begins at the top.
 */
export async function listReviewables(services: Services, filter: ReviewableFilter): Promise<ReviewablePage> {
  const { state, language, kind, appealed, after = '' } = filter;
  const isPending = state === 'pending';
  // As words in the SQL: each of the two indexes holds nothing else.
  const conditions: (SQL | undefined)[] = isPending
    ? [sql`${reviewables.state} = 'pending'`]
    : [sql`${reviewables.state} <> 'pending'`, eq(reviewables.state, state)];
  if (language) conditions.push(eq(reviewables.language, language));
  if (kind) conditions.push(eq(reviewables.kind, kind));
  if (appealed) {
    conditions.push(
      sql`exists (select 1 from appeals where appeals.reviewable_id = ${reviewables.id} and appeals.state = 'open')`,
    );
  }
  conditions.push(isPending ? beyondPending(after) : beyondDecided(after));
  const { isUrgent, score, createdAt, changedAt, id } = reviewables;
  const order = isPending ? [desc(isUrgent), desc(score), createdAt, id] : [desc(changedAt), desc(id)];
  const rows = await select(services, pageSize + 1, and(...conditions), order);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1)?.row;
  return {
    reviewables: await withReasons(services, shown),
    next: rows.length > pageSize && last ? placeOf(last, isPending) : null,
  };
}

type Row = typeof reviewables.$inferSelect;

function placeOf({ isUrgent, score, createdAt, changedAt, id }: Row, isPending: boolean): string {
  return isPending ? [Number(isUrgent), score, createdAt, id].join('_') : [changedAt, id].join('_');
}

function beyondPending(after: string): SQL | undefined {
  const [, urgent, score, time, id] = /^([01])_(\d{1,9}(?:\.\d{1,20})?)_(\d{1,15})_([0-9a-f-]{36})$/.exec(after) ?? [];
  if (!urgent || !score || !time || !id) return undefined;
  const row = reviewables;
  return sql`${row.isUrgent} <= ${Number(urgent)} and (${row.isUrgent} < ${Number(urgent)} or ${row.score} < ${Number(score)}
    or (${row.score} = ${Number(score)} and (${row.createdAt}, ${row.id}) > (${Number(time)}, ${id})))`;
}

function beyondDecided(after: string): SQL | undefined {
  const [, time, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(after) ?? [];
  return time && id ? sql`(${reviewables.changedAt}, ${reviewables.id}) < (${Number(time)}, ${id})` : undefined;
}

/** What waits, in figures. */
export async function countQueue({ db }: Services): Promise<ModerationCounts> {
  const [row] = await db.read
    .select({
      pending: sql<number>`(select count(*) from reviewables where state = 'pending')`,
      urgent: sql<number>`(select count(*) from reviewables where state = 'pending' and is_urgent = 1)`,
      appeals: sql<number>`(select count(*) from appeals where state = 'open')`,
    })
    .from(sql`(select 1)`);
  return row ?? { pending: 0, urgent: 0, appeals: 0 };
}

/** One of the queue. Throws `not-found`. */
export async function readReviewable(services: Services, id: string): Promise<Reviewable> {
  const [found] = await withReasons(services, await select(services, 1, eq(reviewables.id, id)));
  if (!found) throw new Problem('not-found');
  return found;
}

/** The same with its whole history, and what is known of its author. Throws `not-found`. */
export async function readDetail(services: Services, id: string): Promise<ReviewableDetail> {
  const found = await readReviewable(services, id);
  const [standing, history] = await Promise.all([memberStanding(services, found.author.id), historyOf(services, id)]);
  return { ...found, standing, history };
}

const claimers = alias(accounts, 'claimers');

function select(
  { db }: Services,
  most: number,
  where: SQL | undefined,
  order: (SQL | typeof reviewables.id | typeof reviewables.createdAt)[] = [],
) {
  // Left joins: SQLite begins with the reviewables, in the order of their index.
  return db.read
    .select({
      row: reviewables,
      author: authorColumns,
      post: forumPosts,
      thread: forumThreads,
      claimer: { name: claimers.name },
      appeal: appeals,
    })
    .from(reviewables)
    .leftJoin(accounts, eq(accounts.id, reviewables.authorId))
    .leftJoin(forumMembers, eq(forumMembers.accountId, reviewables.authorId))
    .leftJoin(forumPosts, and(eq(reviewables.kind, 'post'), eq(forumPosts.id, reviewables.subjectId)))
    .leftJoin(forumThreads, eq(forumThreads.id, forumPosts.threadId))
    .leftJoin(claimers, eq(claimers.id, reviewables.claimedBy))
    .leftJoin(appeals, and(eq(appeals.reviewableId, reviewables.id), eq(appeals.state, 'open')))
    .where(where)
    .orderBy(...order)
    .limit(most);
}

type Selected = Awaited<ReturnType<typeof select>>[number];

async function withReasons(services: Services, rows: readonly Selected[]): Promise<Reviewable[]> {
  const ids = JSON.stringify(rows.map(({ row }) => row.id));
  const posts = rows.flatMap(({ post }) => (post ? [post.id] : []));
  const pictures = await picturesOf(services.db, posts);
  const reasons = await services.db.read
    .select({ reason: reviewReasons, by: accounts.name })
    .from(reviewReasons)
    .leftJoin(accounts, eq(accounts.id, reviewReasons.accountId))
    .where(sql`${reviewReasons.reviewableId} in (select value from json_each(${ids}))`)
    .orderBy(reviewReasons.reviewableId, reviewReasons.createdAt);
  const now = services.clock();
  return rows.map((selected) =>
    asReviewable(
      selected,
      reasons.filter(({ reason }) => reason.reviewableId === selected.row.id),
      pictures.get(selected.post?.id ?? '') ?? [],
      now,
    ),
  );
}

type Reason = { reason: typeof reviewReasons.$inferSelect; by: string | null };

function asReviewable(
  { row, author, post, thread, claimer, appeal }: Selected,
  reasons: readonly Reason[],
  pictures: PostPicture[],
  now: number,
): Reviewable {
  const { id, kind, state, isUrgent, score, language, board, version, createdAt, changedAt, claimedBy, claimedUntil } =
    row;
  const isClaimed = claimedBy !== null && (claimedUntil ?? 0) > now;
  return {
    id,
    kind,
    state,
    isUrgent,
    score,
    language,
    board,
    author: authorOf(author ?? { id: row.authorId, name: '', role: 'member', level: null }),
    post: post && thread ? asPost(post, thread, pictures) : null,
    reasons: reasons.map(
      ({ reason: { id: reasonId, kind: of, reason, detail, weight, outcome, createdAt: at }, by }) => ({
        id: reasonId,
        kind: of,
        reason: reason as Reviewable['reasons'][number]['reason'],
        by,
        detail,
        weight,
        outcome,
        createdAt: at,
      }),
    ),
    claimedBy: isClaimed ? { id: claimedBy, name: claimer?.name ?? '', until: claimedUntil ?? now } : null,
    appeal: appeal && { id: appeal.id, body: appeal.body, createdAt: appeal.createdAt },
    actions: actionsFrom({ kind, state, visibility: post?.visibility ?? null }, appeal !== null),
    version,
    createdAt,
    changedAt,
  };
}

function asPost(
  post: typeof forumPosts.$inferSelect,
  thread: typeof forumThreads.$inferSelect,
  pictures: PostPicture[],
): Reviewable['post'] {
  const { id, body, visibility, editedAt, createdAt } = post;
  const html = post.renderedAs === renderedAs ? post.html : renderedPost(body);
  const isOpening = thread.openingPostId === id;
  return {
    id,
    thread: thread.number,
    title: thread.title,
    isOpening,
    body,
    html,
    pictures,
    visibility,
    editedAt,
    createdAt,
  };
}

import { type SQL, sql } from 'drizzle-orm';
import { audited } from '../../audit/audited.ts';
import type { Statement } from '../../db/statements.ts';
import { membersRecounted, recounted } from '../../forum/counters.ts';
import { forumThreads } from '../../forum/tables.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { DecisionResult } from '../contract.ts';
import type { Moderator } from '../decisions.ts';
import type { moderationDecisions } from '../tables.ts';
import type { ThreadBefore } from './act.ts';

/**
 * Undoes an act on a thread, as long as what it changed is as it left it: answers that came since do not matter. Throws
 * `state-changed`.
 */
export async function undoThreadAct(
  services: Services,
  decision: typeof moderationDecisions.$inferSelect,
  by: Moderator,
): Promise<DecisionResult> {
  const { id } = decision;
  const before = decision.before as ThreadBefore;
  const { guard, statements } = undoing(services, before);
  // The guard is looked at once: undoing changes what it looks at.
  const ours = sql`exists (select 1 from moderation_decisions where id = ${id} and json_extract(before, '$.undoing') = 1)`;
  const [marked] = await services.db.write([
    sql`update moderation_decisions set undone_at = ${services.clock()}, undone_by = ${by.accountId},
      before = json_set(before, '$.undoing', 1) where id = ${id} and undone_at is null and ${guard}`,
    ...statements(ours),
    audited(
      services,
      { accountId: by.accountId, requestId: by.requestId, action: 'moderation:undo', target: { kind: 'decision', id } },
      ours,
    ),
    sql`update moderation_decisions set before = json_remove(before, '$.undoing') where id = ${id}`,
  ]);
  if (!marked?.changes) throw new Problem('state-changed');
  return { id, decided: [before.thread], refused: [] };
}

interface Undoing {
  guard: SQL;
  statements: (ours: SQL) => Statement[];
}

function undoing(services: Services, before: ThreadBefore): Undoing {
  if (before.act === 'merge') return merging(before);
  if (before.act === 'split') return splitting(before);
  return changing(services, before);
}

const isFree = (id: string) => sql`exists (select 1 from forum_threads where id = ${id} and merged_into_id is null)`;
const isIn = (id: string, other: string) =>
  sql`exists (select 1 from forum_threads where id = ${id} and merged_into_id = ${other})`;

/** A thread whose first post has gone on from there has nothing to begin with. */
const isBeginningIn = (id: string, other: string) =>
  sql`exists (select 1 from forum_posts where thread_id = ${other} and id = (select opening_post_id from forum_threads where id = ${id}))`;

function list(ids: readonly string[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(ids)}))`;
}

/** How a thread has to stand for what an act did to it to be undone. */
const left: Partial<Record<ThreadBefore['act'], SQL>> = {
  lock: sql`is_locked = 1`,
  unlock: sql`is_locked = 0`,
  pin: sql`is_pinned = 1`,
  unpin: sql`is_pinned = 0`,
  archive: sql`archived_at is not null`,
  unarchive: sql`archived_at is null`,
};

function changing({ db }: Services, { act, thread, was, board = '' }: ThreadBefore): Undoing {
  const isLeft = left[act] ?? sql`board = ${board}`;
  return {
    guard: sql`exists (select 1 from forum_threads where id = ${thread} and ${isLeft})`,
    statements: (ours) => [
      db.read
        .update(forumThreads)
        .set({ ...was, version: sql`version + 1` })
        .where(sql`${forumThreads.id} = ${thread} and ${ours}`),
      ...(was.board === undefined
        ? []
        : [sql`update reviewables set board = ${was.board} where thread_id = ${thread} and ${ours}`]),
    ],
  };
}

/** What went into another thread comes out again, as far as it is still there. */
function merging({ thread, other = '', posts = [], meToos = [], subscriptions = [] }: ThreadBefore): Undoing {
  const board = sql`(select board from forum_threads where id = ${thread})`;
  return {
    guard: sql`${isIn(thread, other)} and ${isFree(other)} and ${isBeginningIn(thread, other)}`,
    statements: (ours) => [
      sql`update forum_posts set thread_id = ${thread} where id in ${list(posts)} and thread_id = ${other} and ${ours}`,
      sql`update forum_me_toos set thread_id = ${thread} where thread_id = ${other} and account_id in ${list(meToos)} and ${ours}`,
      sql`update forum_subscriptions set thread_id = ${thread} where thread_id = ${other} and account_id in ${list(subscriptions)} and ${ours}`,
      sql`update reviewables set thread_id = ${thread}, board = ${board}
        where kind = 'post' and subject_id in ${list(posts)} and thread_id = ${other} and ${ours}`,
      sql`update forum_threads set merged_into_id = null where id = ${thread} and ${ours}`,
      ...countedAnew([thread, other], ours),
    ],
  };
}

/** Everything in it goes back to where it came from, what was written since, too; its address leads there. */
function splitting({ thread, other = '', acceptedAt = null }: ThreadBefore): Undoing {
  const opening = sql`(select opening_post_id from forum_threads where id = ${thread})`;
  const board = sql`(select board from forum_threads where id = ${other})`;
  return {
    guard: sql`${isFree(thread)} and ${isFree(other)}`,
    statements: (ours) => [
      sql`update forum_posts set accepted_at = ${acceptedAt} where id = ${opening} and ${ours}`,
      sql`update forum_posts set thread_id = ${other} where thread_id = ${thread} and ${ours}`,
      sql`update reviewables set thread_id = ${other}, board = ${board} where thread_id = ${thread} and ${ours}`,
      sql`update forum_threads set merged_into_id = ${other} where id = ${thread} and ${ours}`,
      ...countedAnew([thread, other], ours),
    ],
  };
}

function countedAnew([one, other]: [string, string], ours: SQL): Statement[] {
  return [
    recounted(sql`${one}, ${other}`, ours),
    membersRecounted(sql`select author_id from forum_posts where thread_id in (${one}, ${other})`, ours),
  ];
}

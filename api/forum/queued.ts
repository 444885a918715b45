import { type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import type { Role } from '../access/rules.ts';
import { newId } from '../db/id.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import type { ReviewableState } from '../moderation/contract.ts';
import type { Objection } from '../moderation/reviewer.ts';
import { reviewables, reviewEvents, reviewReasons } from '../moderation/tables.ts';
import type { Services } from '../services.ts';

/** A post that moderators are to know of. */
export interface Reviewed {
  postId: string;
  threadId: string;
  authorId: string;
  language: Language;
  board: string;
  /** How its reviewable stands, if it has one. */
  before: ReviewableState | null;
}

/** The statements that put a post into the queue, again if it was there before, with the reason why. */
export function queueing(services: Services, post: Reviewed, objection: Objection, guard: SQL): Statement[] {
  const { clock, random } = services;
  const { reason, detail = null, weight } = objection;
  const row = { kind: 'queue' as const, reason, accountId: null, detail, weight, outcome: null };
  return [
    reviewableIn(services, post, 'pending', objection.isUrgent ?? false, guard),
    insertWhere(
      reviewReasons,
      { id: newId(clock(), random), reviewableId: reviewableOf(post.postId), ...row, createdAt: clock() },
      guard,
    ),
    scored(post.postId, guard),
    event(services, post, { action: 'queued', to: 'pending', by: null }, guard),
  ];
}

/** The statements that note what an author did with their own post, so that moderators find it and can undo it. */
export function notedFor(
  services: Services,
  post: Reviewed,
  { action, to, role }: { action: string; to: ReviewableState; role: Role },
  guard: SQL,
): Statement[] {
  return [
    reviewableIn(services, post, to, false, guard),
    event(services, post, { action, to, by: { accountId: post.authorId, role } }, guard),
  ];
}

function reviewableIn(
  { clock, random }: Services,
  { postId, threadId, authorId, language, board }: Reviewed,
  state: ReviewableState,
  isUrgent: boolean,
  guard: SQL,
): Statement {
  const now = clock();
  const place = { kind: 'post' as const, subjectId: postId, authorId, threadId, language, board };
  const row = { id: newId(now, random), ...place, state, isUrgent, createdAt: now, changedAt: now };
  return sql`${insertWhere(reviewables, row, guard)} on conflict (kind, subject_id) do update set state = ${state},
    is_urgent = max(is_urgent, excluded.is_urgent), claimed_by = null, claimed_until = null,
    version = version + 1, changed_at = ${now}`;
}

function reviewableOf(postId: string): SQL {
  return sql`(select ${reviewables.id} from ${reviewables} where ${reviewables.kind} = 'post' and ${reviewables.subjectId} = ${postId})`;
}

/** What weighs is what nobody has decided about. */
function scored(postId: string, guard: SQL): Statement {
  return sql`update ${reviewables} set score = (select coalesce(sum(weight), 0) from ${reviewReasons} as reason
    where reason.reviewable_id = ${reviewables.id} and reason.outcome is null)
    where ${reviewables.kind} = 'post' and ${reviewables.subjectId} = ${postId} and ${guard}`;
}

interface Happened {
  action: string;
  to: ReviewableState;
  by: { accountId: string; role: Role } | null;
}

function event(services: Services, { postId, before }: Reviewed, { action, to, by }: Happened, guard: SQL): Statement {
  const { clock, random } = services;
  return insertWhere(
    reviewEvents,
    {
      id: newId(clock(), random),
      reviewableId: reviewableOf(postId),
      accountId: by?.accountId ?? null,
      role: by?.role ?? null,
      action,
      fromState: before,
      toState: to,
      createdAt: clock(),
    },
    guard,
  );
}

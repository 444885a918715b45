import { type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import type { Role } from '../access/rules.ts';
import { newId } from '../db/id.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import type { Services } from '../services.ts';
import type { FlagReason, QueueReason, ReviewableKind, ReviewableState } from './contract.ts';
import { reviewables, reviewEvents, reviewReasons } from './tables.ts';

/** What moderators are to know of: a post, or a member. */
export interface Subject {
  kind: ReviewableKind;
  id: string;
  authorId: string;
  threadId: string | null;
  language: Language;
  board: string | null;
}

/** What happened to it. */
export interface Happening {
  to: ReviewableState;
  /** As it stands in the history: `queued`, `flagged`, `removed-by-author`. */
  action: string;
  by: { accountId: string; role: Role } | null;
  /** Why it is in the queue. */
  reasons?: readonly NewReason[];
  isUrgent?: boolean;
}

export interface NewReason {
  kind: 'queue' | 'flag';
  reason: QueueReason | FlagReason;
  accountId: string | null;
  detail: string | null;
  /** How much it counts in the queue’s order, 1 for most. */
  weight: number;
}

type Needs = Pick<Services, 'clock' | 'random'>;

/**
 * The statements that open a reviewable, or open it again, or note what else happened to it: one row for each subject, a
 * line in its history, its version counted up, its score made anew. The first of them has `changes` if the guard holds.
 * The guard has to hold through all of them.
 */
export function reviewing(services: Needs, subject: Subject, happening: Happening, guard: SQL): Statement[] {
  const { to, action, by, reasons = [], isUrgent = false } = happening;
  const { clock, random } = services;
  const now = clock();
  const from = sql`(select case version when 0 then null else state end from reviewables where ${isOf(subject)})`;
  const event = { id: newId(now, random), reviewableId: idOf(subject), action, toState: to, createdAt: now };
  return [
    opened(services, subject, to, guard),
    insertWhere(
      reviewEvents,
      { ...event, accountId: by?.accountId ?? null, role: by?.role ?? null, fromState: from },
      guard,
    ),
    ...reasons.map((reason) =>
      insertWhere(
        reviewReasons,
        { id: newId(now, random), reviewableId: idOf(subject), ...reason, createdAt: now },
        guard,
      ),
    ),
    // What leaves the queue by itself leaves nothing open behind.
    ...(to === 'pending'
      ? []
      : [
          sql`update review_reasons set outcome = 'ignored' where reviewable_id = ${idOf(subject)} and outcome is null and ${guard}`,
        ]),
    sql`update reviewables set state = ${to}, is_urgent = ${to === 'pending' ? sql`max(is_urgent, ${Number(isUrgent)})` : sql`0`}, score = ${scoreNow},
      version = version + 1, changed_at = ${now} where ${isOf(subject)} and ${guard}`,
  ];
}

/**
 * The statement that makes the row of a subject. A new one is at version 0 until `reviewing` counts it up: so long, it comes
 * from no state.
 */
export function opened(
  { clock, random }: Needs,
  { kind, id: subjectId, ...place }: Subject,
  state: ReviewableState,
  guard: SQL,
): Statement {
  const now = clock();
  const row = { id: newId(now, random), kind, subjectId, ...place, state, createdAt: now, changedAt: now };
  return sql`${insertWhere(reviewables, { ...row, version: 0 }, guard)}
    on conflict (kind, subject_id) do update set claimed_by = null, claimed_until = null`;
}

/** What weighs is what nobody has decided about. */
export const scoreNow = sql`(select round(coalesce(sum(reason.weight), 0), 3) from review_reasons as reason
  where reason.reviewable_id = reviewables.id and reason.outcome is null)`;

/** The condition that a row of `reviewables` is of a subject. */
export function isOf({ kind, id }: Pick<Subject, 'kind' | 'id'>): SQL {
  return sql`reviewables.kind = ${kind} and reviewables.subject_id = ${id}`;
}

/** The id of the reviewable of a subject, at the moment of writing. */
export function idOf(subject: Pick<Subject, 'kind' | 'id'>): SQL {
  return sql`(select reviewables.id from reviewables where ${isOf(subject)})`;
}

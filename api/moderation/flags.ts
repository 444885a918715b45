import { and, eq, gt, sql } from 'drizzle-orm';
import type { Account } from '../accounts/contract.ts';
import { newId } from '../db/id.ts';
import { insertWhere } from '../db/statements.ts';
import { recounted } from '../forum/counters.ts';
import { postAt } from '../forum/find-thread.ts';
import { asMember } from '../forum/members/as-member.ts';
import { highestLevel, limitsOf } from '../forum/members/levels.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { FlagInput } from './contract.ts';
import { flagWeight, recordOf } from './flag-weight.ts';
import { idOf, opened, reviewing, scoreNow, type Subject } from './reviewing.ts';
import { checkMayTakePart } from './sanctions.ts';
import { standingRecounted } from './standing-counts.ts';
import { reviewables, reviewReasons } from './tables.ts';

/** From this weight of flags on, a post is out of sight until a moderator has looked. */
export const hidesAt = 3;

type Flagger = Pick<Account, 'id' | 'role'>;

/**
 * Tells moderators of a post that everybody sees; again while one's flag is open changes nothing. When enough weighty flags
 * come together, the post is hidden at once, but nothing official. Throws `not-found`, `state-refused` for one's own post,
 * or when moderators did not agree before and it has not changed since, `posting-suspended`.
 */
export async function flagPost(services: Services, postId: string, input: FlagInput, flagger: Flagger): Promise<void> {
  const { db, clock, random } = services;
  const { post, thread } = await postAt(services, postId, null);
  await checkMayTakePart(services, flagger.id, thread.language);
  if (post.authorId === flagger.id) throw new Problem('state-refused');
  const earlier = await flagsOf(services, postId, flagger.id);
  if (earlier.some(({ outcome }) => outcome === null)) return;
  const isAnswered = earlier.some(
    ({ outcome, createdAt }) => outcome === 'disagreed' && createdAt >= (post.editedAt ?? 0),
  );
  if (isAnswered) throw new Problem('state-refused', { detail: answered[thread.language] });

  const now = clock();
  const record = await recordOf(services, flagger);
  await checkIsNotTooMany(services, flagger.id, limitsOf(record.isStaff ? highestLevel : record.level).flagsPerDay);
  const id = newId(now, random);
  const subject: Subject = {
    kind: 'post',
    id: postId,
    authorId: post.authorId,
    threadId: thread.id,
    language: thread.language,
    board: thread.board,
  };
  const isOpen = sql`exists (select 1 from review_reasons where reviewable_id = ${idOf(subject)} and account_id = ${flagger.id}
    and kind = 'flag' and outcome is null)`;
  const isSeen = sql`exists (select 1 from forum_posts where id = ${postId} and visibility = 'visible')`;
  const ours = sql`exists (select 1 from review_reasons where id = ${id})`;
  const isHidden = sql`${ours} and exists (select 1 from forum_posts where id = ${postId} and visibility = 'hidden')`;
  const weight = flagWeight(record, input.reason === 'private');
  const reason = {
    kind: 'flag' as const,
    reason: input.reason,
    accountId: flagger.id,
    detail: input.detail || null,
    weight,
  };
  const often = { kind: 'queue' as const, reason: 'flagged-often', weight: 0, createdAt: now };
  await db.write([
    asMember(flagger.id, now),
    opened(services, subject, 'pending', sql`${isSeen} and not ${isOpen}`),
    insertWhere(
      reviewReasons,
      { id, reviewableId: idOf(subject), ...reason, createdAt: now },
      sql`${isSeen} and not ${isOpen}`,
    ),
    ...reviewing(
      services,
      subject,
      {
        to: 'pending',
        action: 'flagged',
        by: { accountId: flagger.id, role: flagger.role },
        isUrgent: input.reason === 'private',
      },
      ours,
    ),
    sql`update forum_posts set visibility = 'hidden', version = version + 1 where id = ${postId} and visibility = 'visible'
      and is_official = 0 and ${ours} and (select sum(flag.weight) from review_reasons as flag
        where flag.reviewable_id = ${idOf(subject)} and flag.kind = 'flag' and flag.outcome is null) >= ${hidesAt}`,
    insertWhere(reviewReasons, { id: newId(now, random), reviewableId: idOf(subject), ...often }, isHidden),
    sql`insert into review_events (id, reviewable_id, action, from_state, to_state, created_at)
      select ${newId(now, random)}, ${idOf(subject)}, 'hidden-by-flags', 'pending', 'pending', ${now} where ${isHidden}`,
    recounted(sql`select thread_id from forum_posts where id = ${postId}`, isHidden),
    ...standingRecounted(sql`select ${post.authorId} where ${isHidden}`),
  ]);
}

/** Takes back one's flag, as long as no moderator has decided; does nothing where there is none. Throws `not-found`. */
export async function withdrawFlag(services: Services, postId: string, flagger: Flagger): Promise<void> {
  const { db, clock, random } = services;
  const flag = (await flagsOf(services, postId, flagger.id)).find(({ outcome }) => outcome === null);
  if (!flag) {
    await postAt(services, postId, null);
    return;
  }
  const now = clock();
  const line = newId(now, random);
  const ours = sql`exists (select 1 from review_events where id = ${line})`;
  // What nothing speaks against any more is as it was before it was flagged.
  const next = sql`case when row.state <> 'pending' then row.state when exists (select 1 from review_reasons as other
    where other.reviewable_id = row.id and other.outcome is null and other.id <> ${flag.id}) then 'pending' else coalesce(row.verdict, 'ignored') end`;
  await db.write([
    sql`insert into review_events (id, reviewable_id, account_id, role, action, from_state, to_state, created_at)
      select ${line}, row.id, ${flagger.id}, ${flagger.role}, 'flag-withdrawn', row.state, ${next}, ${now}
      from review_reasons as flag inner join reviewables as row on row.id = flag.reviewable_id
      where flag.id = ${flag.id} and flag.outcome is null`,
    sql`delete from review_reasons where id = ${flag.id} and ${ours}`,
    sql`update reviewables set state = (select to_state from review_events where id = ${line}), score = ${scoreNow},
      is_urgent = case when (select to_state from review_events where id = ${line}) = 'pending' then is_urgent else 0 end,
      version = version + 1, changed_at = ${now} where id = ${flag.reviewableId} and ${ours}`,
  ]);
}

const dayMs = 86_400_000;

async function checkIsNotTooMany({ db, clock }: Services, accountId: string, most: number): Promise<void> {
  const flags = await db.read
    .select({ at: reviewReasons.createdAt })
    .from(reviewReasons)
    .where(and(eq(reviewReasons.accountId, accountId), gt(reviewReasons.createdAt, clock() - dayMs)))
    .orderBy(reviewReasons.createdAt)
    .limit(most);
  const [first] = flags;
  if (!first || flags.length < most) return;
  throw new Problem('too-many-tries', {
    retryAfterSeconds: Math.max(1, Math.ceil((first.at + dayMs - clock()) / 1000)),
  });
}

async function flagsOf({ db }: Services, postId: string, accountId: string) {
  return db.read
    .select({
      id: reviewReasons.id,
      reviewableId: reviewReasons.reviewableId,
      outcome: reviewReasons.outcome,
      createdAt: reviewReasons.createdAt,
    })
    .from(reviewables)
    .innerJoin(reviewReasons, eq(reviewReasons.reviewableId, reviewables.id))
    .where(
      and(
        eq(reviewables.kind, 'post'),
        eq(reviewables.subjectId, postId),
        eq(reviewReasons.accountId, accountId),
        eq(reviewReasons.kind, 'flag'),
      ),
    );
}

const answered = {
  ja: 'この投稿は、すでに担当者が確認しています。',
  en: 'A moderator has looked at this post already.',
};

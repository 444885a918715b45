import { eq, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { audited } from '../audit/audited.ts';
import { newId } from '../db/id.ts';
import { recounted } from '../forum/counters.ts';
import { forumPosts, forumThreads } from '../forum/tables.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { AppealAnswer, Reviewable } from './contract.ts';
import { beforeOf, events, outcomes } from './decide.ts';
import { accountsIn, field, fieldOf, itemsOf, type Moderator, threadsIn } from './decisions.ts';
import { undoableQuietlyMs } from './mails/tell-authors.ts';
import { readReviewable } from './queue.ts';
import { isSomebodyElse } from './somebody-else.ts';
import { standingRecounted } from './standing-counts.ts';
import { appeals, moderationDecisions, reviewables } from './tables.ts';
import { verdictReached } from './verdict-reached.ts';

/**
 * Answers an appeal: upheld, everything stays as it was; reversed, the post is shown. Somebody else than who decided, and than
 * who appealed, has to, as long as there is somebody else. The answer is a decision and can be undone. Throws `not-found`, `not-allowed`,
 * `state-changed` when it is answered already, and `claimed`.
 */
export async function answerAppeal(
  services: Services,
  appealId: string,
  { verdict, answer }: AppealAnswer,
  by: Moderator,
): Promise<Reviewable> {
  const { db, clock, random } = services;
  const found = await appealAt(services, appealId);
  const { reviewable, author, title, postId } = found;
  const now = clock();
  const isClaimed =
    reviewable.claimedBy !== null && reviewable.claimedBy !== by.accountId && (reviewable.claimedUntil ?? 0) > now;
  if (isClaimed) throw new Problem('claimed');
  if (found.appeal.state !== 'open') throw new Problem('state-changed');
  const isConcerned = found.decidedBy === by.accountId || found.appeal.accountId === by.accountId;
  if (isConcerned) await checkIsAlone(services, by);

  const id = newId(now, random);
  const isReversed = verdict === 'reversed';
  const action = isReversed ? 'reverse' : 'uphold';
  const to = isReversed ? 'approved' : (reviewable.verdict ?? 'rejected');
  const wish = JSON.stringify([{ id: reviewable.id, event: newId(now, random) }]);
  const touched = isReversed
    ? sql`reason.outcome is null or (reason.kind = 'flag' and reason.outcome = 'agreed')`
    : sql`reason.outcome is null`;
  const isMade = sql`exists (select 1 from moderation_decisions where id = ${id})`;
  const isDecided = (post: string) => sql`exists (select 1 from ${itemsOf(id, sql`${field('post')} = ${post}`)})`;
  const verdicts = isReversed ? [{ postId, action: 'restore' as const, rule: null, reasons: [] }] : [];
  const { email, name, language } = author;
  const [made] = await db.write([
    sql`insert into moderation_decisions (id, account_id, action, note, before, created_at)
      select ${id}, ${by.accountId}, ${action}, ${answer}, json_object('appeal', ${appealId}, 'items', json_array(${beforeOf(touched)})), ${now}
      from json_each(${wish}) as wish cross join reviewables as row on row.id = json_extract(wish.value, '$.id')
      left join forum_posts as post on row.kind = 'post' and post.id = row.subject_id
      where row.version = ${reviewable.version} and row.state = 'pending'
        and (row.claimed_by is null or row.claimed_by = ${by.accountId} or row.claimed_until <= ${now})
        and exists (select 1 from appeals where id = ${appealId} and state = 'open')`,
    events(id, { action, to, note: answer, now }, by),
    outcomes(id, sql`case when (reason = 'appeal') = ${Number(isReversed)} then 'agreed' else 'disagreed' end`),
    sql`update reviewables set state = ${to}, verdict = ${to}, is_urgent = 0, score = 0, claimed_by = null, claimed_until = null,
      version = version + 1, changed_at = ${now} where id in (${fieldOf(id, 'id')})`,
    sql`update forum_posts set visibility = 'visible', version = version + 1
      where id in (${fieldOf(id, 'post')}) and visibility <> 'visible' and ${Number(isReversed)} = 1`,
    sql`update appeals set state = ${verdict}, answer = ${answer}, answered_by = ${by.accountId}, answered_at = ${now}
      where id = ${appealId} and ${isMade}`,
    recounted(threadsIn(id)),
    ...standingRecounted(accountsIn(id)),
    ...(await verdictReached(services, verdicts, isDecided)),
    queueMail(
      services,
      {
        kind: 'appeal-answered',
        to: email,
        name,
        language,
        payload: { appeal: appealId, title, verdict, answer },
        dueAt: now + undoableQuietlyMs,
      },
      isMade,
    ),
    audited(
      services,
      {
        accountId: by.accountId,
        requestId: by.requestId,
        action: `moderation:${action}`,
        target: { kind: 'decision', id },
      },
      isMade,
    ),
  ]);
  if (!made?.changes) throw new Problem('state-changed');
  services.outbox.wake();
  return readReviewable(services, reviewable.id);
}

async function appealAt({ db }: Services, id: string) {
  const [found] = await db.read
    .select({
      appeal: appeals,
      reviewable: reviewables,
      author: accounts,
      title: forumThreads.title,
      postId: forumPosts.id,
      decidedBy: moderationDecisions.accountId,
    })
    .from(appeals)
    .innerJoin(reviewables, eq(reviewables.id, appeals.reviewableId))
    .innerJoin(accounts, eq(accounts.id, appeals.accountId))
    .innerJoin(moderationDecisions, eq(moderationDecisions.id, appeals.decisionId))
    .innerJoin(forumPosts, eq(forumPosts.id, reviewables.subjectId))
    .innerJoin(forumThreads, eq(forumThreads.id, forumPosts.threadId))
    .where(eq(appeals.id, id));
  if (!found) throw new Problem('not-found');
  return found;
}

/** Nobody judges their own decision, nor their own post, unless they are the only one there. */
async function checkIsAlone({ db }: Services, { accountId }: Moderator): Promise<void> {
  const [row] = await db.read.values<[number]>(sql`select ${isSomebodyElse(accountId)}`);
  if (row?.[0]) throw new Problem('not-allowed');
}

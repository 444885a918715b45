import { and, desc, eq, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { audited } from '../audit/audited.ts';
import type { Account } from '../accounts/contract.ts';
import { newId } from '../db/id.ts';
import { insertWhere } from '../db/statements.ts';
import { recounted } from '../forum/counters.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { forumPosts, forumThreads } from '../forum/tables.ts';
import type { AppealAnswer, AppealInput, Reviewable } from './contract.ts';
import { beforeOf, events, outcomes } from './decide.ts';
import {
  accountsIn,
  type DecidedBefore,
  type DecidedItem,
  field,
  fieldOf,
  itemsOf,
  type Moderator,
  threadsIn,
} from './decisions.ts';
import { undoableQuietlyMs } from './mails/tell-authors.ts';
import { readReviewable } from './queue.ts';
import { reviewing } from './reviewing.ts';
import { standingRecounted } from './standing-counts.ts';
import { appeals, moderationDecisions, reviewables, reviewEvents } from './tables.ts';
import { verdictReached } from './verdict-reached.ts';

/** Against what one may appeal: what was returned is revised instead. */
export const appealable: readonly string[] = ['reject', 'hide', 'remove'];
const weight = 2;

/**
 * Asks for another look at a decision on a post of one's own, once: it is in the queue again, and stays out of sight until
 * somebody has answered. Throws `not-found`, `invalid-input` where the decision was on several posts and none of them is
 * named, and `state-refused` when it was appealed against before, was undone, or something else has happened since.
 */
export async function appeal(
  services: Services,
  decisionId: string,
  input: AppealInput,
  author: Pick<Account, 'id' | 'role' | 'language'>,
): Promise<void> {
  const { db, clock, random } = services;
  const [decision] = await db.read.select().from(moderationDecisions).where(eq(moderationDecisions.id, decisionId));
  const all = (decision?.before as Partial<DecidedBefore> | undefined)?.items ?? [];
  const item = theirs(
    all.filter((each) => each.author === author.id && each.post !== null),
    input,
    author,
  );
  if (!decision || !item) throw new Problem('not-found');
  const [row] = await db.read.select().from(reviewables).where(eq(reviewables.id, item.id));
  if (!row) throw new Problem('not-found');
  const latest = await latestVerdict(services, item.id);
  const isDown = row.state === 'rejected' || row.state === 'removed';
  if (!appealable.includes(decision.action) || item.undone !== undefined || latest !== decisionId || !isDown)
    throw new Problem('state-refused');

  const now = clock();
  const id = newId(now, random);
  const isFirst = sql`exists (select 1 from reviewables where id = ${item.id} and version = ${row.version})
    and not exists (select 1 from appeals where decision_id = ${decisionId} and reviewable_id = ${item.id})`;
  const subject = {
    kind: row.kind,
    id: row.subjectId,
    authorId: row.authorId,
    threadId: row.threadId,
    language: row.language,
    board: row.board,
  };
  const reason = { kind: 'queue' as const, reason: 'appeal' as const, accountId: null, detail: null, weight };
  const [made] = await db.write([
    insertWhere(
      appeals,
      { id, reviewableId: item.id, decisionId, accountId: author.id, body: input.body, state: 'open', createdAt: now },
      isFirst,
    ),
    ...reviewing(
      services,
      subject,
      { to: 'pending', action: 'appealed', by: { accountId: author.id, role: author.role }, reasons: [reason] },
      sql`exists (select 1 from appeals where id = ${id})`,
    ),
  ]);
  if (!made?.changes) throw new Problem('state-refused');
}

/** Which of the posts is meant. */
function theirs(
  items: DecidedItem[],
  { post }: AppealInput,
  { language }: Pick<Account, 'language'>,
): DecidedItem | undefined {
  if (post !== undefined) return items.find((each) => each.post === post);
  if (items.length < 2) return items[0];
  throw new Problem('invalid-input', { errors: [{ pointer: '#/post', detail: whichPost[language] }] });
}

const whichPost = { ja: 'どの投稿についてかを指定してください。', en: 'Say which of your posts it is about.' };

/** The decision that stands as the latest on a reviewable, leaving out those that were undone and answers to appeals. */
async function latestVerdict({ db }: Services, reviewableId: string): Promise<string | null> {
  const [row] = await db.read
    .select({ id: reviewEvents.decisionId })
    .from(reviewEvents)
    .where(
      and(
        eq(reviewEvents.reviewableId, reviewableId),
        sql`${reviewEvents.decisionId} is not null and ${reviewEvents.action} not in ('undone', 'uphold')`,
        sql`not exists (select 1 from review_events as later where later.reviewable_id = ${reviewEvents.reviewableId}
          and later.decision_id = ${reviewEvents.decisionId} and later.action = 'undone')`,
      ),
    )
    .orderBy(desc(reviewEvents.createdAt), sql`${reviewEvents}.rowid desc`)
    .limit(1);
  return row?.id ?? null;
}

/**
 * Answers an appeal: upheld, everything stays as it was; reversed, the post is shown. Somebody else than who decided has to,
 * as long as there is somebody else. The answer is a decision and can be undone. Throws `not-found`, `not-allowed`,
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
  await checkIsSomebodyElse(services, found.decidedBy, by);

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
    standingRecounted(accountsIn(id)),
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

/** Nobody judges their own decision, unless they are the only one there. */
async function checkIsSomebodyElse({ db }: Services, decidedBy: string, { accountId }: Moderator): Promise<void> {
  if (decidedBy !== accountId) return;
  const [other] = await db.read
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      sql`${accounts.role} in ('owner', 'moderator') and ${accounts.state} = 'active' and ${accounts.id} <> ${accountId}`,
    )
    .limit(1);
  if (other) throw new Problem('not-allowed');
}

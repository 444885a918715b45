import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import { audited } from '../../audit/audited.ts';
import { forum } from '../../channels/forum/channel.ts';
import { newId } from '../../db/id.ts';
import { earlierResult, type Once } from '../../db/idempotency.ts';
import type { Statement } from '../../db/statements.ts';
import { threadUrl } from '../../forum/addresses.ts';
import { recounted } from '../../forum/counters.ts';
import { type PostRow, type ThreadRow } from '../../forum/find-thread.ts';
import { forumPosts, forumThreads } from '../../forum/tables.ts';
import { queueMail } from '../../outbox/queue-mail.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { openConversation, type OpenedConversation } from '../../tickets/open-conversation.ts';
import { conversations } from '../../tickets/tables.ts';
import { beforeOf, events, outcomes } from '../decide.ts';
import { accountsIn, type Moderator, threadsIn } from '../decisions.ts';
import { opened } from '../reviewing.ts';
import { standingRecounted } from '../standing-counts.ts';
import { reviewables, reviewEvents } from '../tables.ts';

type Author = typeof accounts.$inferSelect;
type ReviewableRow = typeof reviewables.$inferSelect;

interface Seen {
  post: PostRow;
  thread: ThreadRow;
  author: Author;
  reviewable: ReviewableRow | null;
}

/** The rule that such posts break, where the guidelines have it. */
const ruleOfPrivacy = 'private';

/**
 * Makes a private request of a post: its author’s, with what they wrote. The post, with its whole thread if it opened it,
 * leaves everybody’s sight in the write that opens the request; its author gets the link by mail. Undoing shows the post
 * again, and leaves the request where it is. `version` is that of the post’s line in the queue, of the post itself where it
 * has none. Asked again, gives what came of it the first time. Throws `not-found`, `state-changed`, `state-refused` for one
 * whose author is gone or that is removed already, `sender-blocked`.
 */
export async function moveToTicket(
  services: Services,
  postId: string,
  { version, note = '' }: { version: number; note?: string | undefined },
  by: Moderator,
): Promise<{ reference: string; decision: string }> {
  const once: Once = { scope: 'forum-to-ticket', key: `${postId}:${version}`, fingerprint: postId };
  const seen = await seenPost(services, postId);
  const earlier = await earlierResult(services.db, once);
  if (earlier !== null) return movedBefore(services, seen, earlier);
  const { post, thread, author, reviewable } = seen;
  if ((reviewable?.version ?? post.version) !== version) throw new Problem('state-changed');
  if (post.visibility === 'removed' || post.erasedAt !== null || author.state !== 'active') {
    throw new Problem('state-refused');
  }
  const now = services.clock();
  const decision = newId(now, services.random);
  const request = await openConversation(
    services,
    {
      channel: forum.id,
      sender: { kind: forum.identity, value: author.email, name: author.name, isProven: true },
      subject: thread.title,
      body: post.body,
      quoted: null,
      language: thread.language,
      category: thread.board,
      answers: [],
      trail: [{ kind: 'page', url: threadUrl(thread), title: thread.title, at: post.createdAt }],
      files: [],
      isAcknowledged: false,
      opened: { by: by.accountId },
      within: {
        condition: isAsSeen(seen, by, now),
        statements: (request, isOpened) => moving(services, seen, { decision, request, note, now }, by, isOpened),
      },
    },
    once,
  );
  if (request) return { reference: request.reference, decision };
  const meanwhile = await earlierResult(services.db, once);
  if (meanwhile !== null) return movedBefore(services, seen, meanwhile);
  const [still] = await services.db.read.values<[number]>(sql`select ${isAsSeen(seen, by, now)}`);
  throw new Problem(still?.[0] ? 'sender-blocked' : 'state-changed');
}

async function seenPost({ db }: Services, id: string): Promise<Seen> {
  const [found] = await db.read
    .select({ post: forumPosts, thread: forumThreads, author: accounts, reviewable: reviewables })
    .from(forumPosts)
    .innerJoin(forumThreads, eq(forumThreads.id, forumPosts.threadId))
    .innerJoin(accounts, eq(accounts.id, forumPosts.authorId))
    .leftJoin(reviewables, and(eq(reviewables.kind, 'post'), eq(reviewables.subjectId, forumPosts.id)))
    .where(eq(forumPosts.id, id));
  if (!found) throw new Problem('not-found');
  return found;
}

/** At the moment of writing: nobody has changed it, holds it, or waits for an answer about it. */
function isAsSeen({ post, reviewable }: Seen, { accountId }: Moderator, now: number): SQL {
  const isPost = sql`exists (select 1 from forum_posts where id = ${post.id} and version = ${post.version})`;
  if (!reviewable) {
    return sql`(${isPost} and not exists (select 1 from reviewables where kind = 'post' and subject_id = ${post.id}))`;
  }
  const { id, version } = reviewable;
  return sql`(${isPost} and exists (select 1 from reviewables where id = ${id} and version = ${version}
      and (claimed_by is null or claimed_by = ${accountId} or claimed_until <= ${now}))
    and not exists (select 1 from appeals where reviewable_id = ${id} and state = 'open'))`;
}

interface Move {
  decision: string;
  request: Pick<OpenedConversation, 'id' | 'linkId'>;
  note: string;
  now: number;
}

function moving(services: Services, seen: Seen, move: Move, by: Moderator, isOpened: SQL): Statement[] {
  const { post, thread, author } = seen;
  const { decision: id, request, note, now } = move;
  const rule = services.portal().forum?.rules.find((each) => each.id === ruleOfPrivacy)?.id;
  const { language, board } = thread;
  const subject = { kind: 'post', id: post.id, authorId: author.id, threadId: thread.id, language, board } as const;
  const wish = JSON.stringify([{ event: newId(now, services.random) }]);
  const isMade = sql`exists (select 1 from moderation_decisions where id = ${id})`;
  return [
    // What nobody ever looked at was in order.
    opened(services, subject, 'approved', isOpened),
    sql`insert into moderation_decisions (id, account_id, action, rule, note, before, created_at)
      select ${id}, ${by.accountId}, 'to-ticket', ${rule ?? null}, ${note || null},
        json_object('items', json_array(${beforeOf(sql`reason.outcome is null`)}), 'conversation', ${request.id}), ${now}
      from json_each(${wish}) as wish cross join reviewables as row on row.kind = 'post' and row.subject_id = ${post.id}
      left join forum_posts as post on post.id = row.subject_id where ${isOpened}`,
    events(id, { action: 'to-ticket', to: 'removed', rule, note, now }, by),
    outcomes(id, 'agreed'),
    sql`update reviewables set state = 'removed', verdict = 'removed', is_urgent = 0, score = 0, claimed_by = null,
      claimed_until = null, version = version + 1, changed_at = ${now}
      where kind = 'post' and subject_id = ${post.id} and ${isMade}`,
    sql`update forum_posts set visibility = 'removed', version = version + 1 where id = ${post.id} and ${isMade}`,
    recounted(threadsIn(id)),
    ...standingRecounted(accountsIn(id)),
    queueMail(
      services,
      {
        kind: 'post-made-private',
        to: author.email,
        name: author.name,
        language: author.language,
        payload: { linkId: request.linkId, title: thread.title, note, isThread: thread.openingPostId === post.id },
        conversationId: request.id,
      },
      isMade,
    ),
    audited(
      services,
      {
        accountId: by.accountId,
        requestId: by.requestId,
        action: 'moderation:to-ticket',
        target: { kind: 'decision', id },
      },
      isMade,
    ),
  ];
}

async function movedBefore({ db }: Services, { post }: Seen, conversationId: string) {
  const [[request], [event]] = await Promise.all([
    db.read
      .select({ reference: conversations.reference })
      .from(conversations)
      .where(eq(conversations.id, conversationId)),
    db.read
      .select({ decision: reviewEvents.decisionId })
      .from(reviewEvents)
      .innerJoin(reviewables, eq(reviewables.id, reviewEvents.reviewableId))
      .where(
        and(eq(reviewables.kind, 'post'), eq(reviewables.subjectId, post.id), eq(reviewEvents.action, 'to-ticket')),
      )
      .orderBy(desc(reviewEvents.createdAt))
      .limit(1),
  ]);
  if (!request || event?.decision == null) throw new Problem('request-erased');
  return { reference: request.reference, decision: event.decision };
}

import { type SQL, sql } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { isStaff } from '../access/rules.ts';
import type { Account } from '../accounts/contract.ts';
import { newId } from '../db/id.ts';
import { claimedFor, claimKeyWhere, earlierResult, type Once } from '../db/idempotency.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import type { Objection } from '../moderation/reviewer.ts';
import { rememberedStatements } from '../moderation/reviewers/duplicates.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { isBlank, type PostInput, type SentPost, type ThreadInput } from './contract.ts';
import { membersRecounted, recounted } from './counters.ts';
import { type ThreadRow, threadAt } from './find-thread.ts';
import { renderedAs, renderedPost } from './markdown.ts';
import { asMember } from './members/as-member.ts';
import { attachPictures, checkPictures } from './pictures/attach.ts';
import { queueing } from './queued.ts';
import { reviewed } from './reviewed.ts';
import { sentPost } from './sent-post.ts';
import { isStillAllowed, refuseLate } from './still-allowed.ts';
import { subscribing } from './subscriptions/subscribe.ts';
import { forumPosts, forumThreads } from './tables.ts';
import { textOf } from './plain-text.ts';
import { isModerator } from './viewer.ts';

/*
 * The one way in which a post comes into being. Reviewers look at it first; the post, its thread, its place in the queue
 * and every counter are one write.
 */

type Author = Pick<Account, 'id' | 'role'>;

/**
 * Starts a thread. Asked again with the same key, gives back what came of it the first time. Throws `invalid-input` for a
 * board that is none, `post-refused`, `posting-suspended`, `key-reused`.
 */
export async function submitThread(
  services: Services,
  input: ThreadInput,
  author: Author,
  once: Once,
): Promise<SentPost> {
  const earlier = await earlierSent(services, once);
  if (earlier) return earlier;
  const { language, board, kind, title, body } = input;
  checkBoard(services, board);
  const html = rendered(body, language);
  await checkPictures(services, input.pictures, { authorId: author.id, postId: null, language });
  const { clock, random } = services;
  const now = clock();
  const [postId, threadId] = [newId(now, random), newId(now, random)];
  const objection = await reviewed(services, author, {
    postId,
    language,
    board,
    kind,
    title,
    body,
    secondsTyping: input.secondsTyping ?? null,
    isEdit: false,
  });
  const visibility = visibilityBy(objection);
  const thread = { id: threadId, language, board, kind, title, authorId: author.id, openingPostId: postId, visibility };
  const post = { id: postId, threadId, body, html, secondsTyping: input.secondsTyping ?? null, quotesId: null };
  const { pictures } = input;
  return written(services, once, { postId, author, language, guard: sql`true` }, (ours) => [
    asMember(author.id, now, ours),
    insertWhere(forumThreads, { ...thread, number: nextNumber, version: 0, createdAt: now, lastPostAt: now }, ours),
    subscribing(services, { accountId: author.id, threadId, every: 'post' }, ours),
    ...posting(services, { ...post, pictures }, author, { language, board }, objection, ours),
  ]);
}

/**
 * Answers in a thread, or in the one that it went into. Throws `not-found`, `thread-closed` for one that is locked or
 * archived, and the same as above.
 */
export async function submitReply(
  services: Services,
  number: number,
  input: PostInput,
  author: Author,
  once: Once,
): Promise<SentPost> {
  const earlier = await earlierSent(services, once);
  if (earlier) return earlier;
  const thread = await threadAt(services, number, author);
  if (!maySendTo(thread, author)) throw new Problem('thread-closed');
  const { id: threadId, language, board } = thread;
  const html = rendered(input.body, language);
  await checkPictures(services, input.pictures, { authorId: author.id, postId: null, language });
  const postId = newId(services.clock(), services.random);
  const secondsTyping = input.secondsTyping ?? null;
  const objection = await reviewed(services, author, {
    postId,
    language,
    board,
    kind: 'reply',
    title: '',
    body: input.body,
    secondsTyping,
    isEdit: false,
  });
  const quotesId = input.quotes === undefined ? null : quotable(input.quotes, threadId);
  const post = { id: postId, threadId, body: input.body, html, secondsTyping, quotesId };
  return written(services, once, { postId, author, language, guard: isOpenFor(thread, author) }, (ours) => [
    asMember(author.id, services.clock(), ours),
    ...posting(services, { ...post, pictures: input.pictures }, author, thread, objection, ours),
  ]);
}

/** Whether somebody may answer in a thread. */
export function maySendTo(thread: ThreadRow, viewer: Author | null): boolean {
  const isOpen = !thread.isLocked || isModerator(viewer);
  return (
    viewer !== null &&
    isOpen &&
    thread.visibility === 'visible' &&
    thread.archivedAt === null &&
    thread.mergedIntoId === null
  );
}

/** What a text becomes. Throws `invalid-input` for one that says nothing once it is drawn. */
export function rendered(body: string, language: Language): string {
  const html = renderedPost(body);
  if (!isBlank(textOf(html))) return html;
  const detail = language === 'ja' ? '文章を入力してください。' : 'Please write something.';
  throw new Problem('invalid-input', { errors: [{ pointer: '#/body', detail }] });
}

async function earlierSent(services: Services, once: Once): Promise<SentPost | null> {
  const id = await earlierResult(services.db, once);
  return id === null ? null : sentPost(services, id);
}

function checkBoard(services: Services, board: string): void {
  const { forum } = services.portal();
  if (!forum) throw new Problem('not-found');
  if (forum.boards.includes(board)) return;
  throw new Problem('invalid-input', { errors: [{ pointer: '#/board', detail: forum.boards.join(', ') }] });
}

/** Writes under the key, once; what `statements` gives is guarded by that it was this very write. */
async function written(
  services: Services,
  once: Once,
  { postId, author, language, guard }: { postId: string; author: Author; language: Language; guard: SQL },
  statements: (ours: SQL) => Statement[],
): Promise<SentPost> {
  const [claimed] = await services.db.write([
    claimKeyWhere(once, postId, services.clock(), sql`${guard} and ${isStillAllowed(services, author)}`),
    ...statements(claimedFor(once, postId)),
  ]);
  if (claimed?.changes) return sentPost(services, postId);
  return (await earlierSent(services, once)) ?? refuseLate(services, author, language);
}

/** Nobody else writes meanwhile: a batch is a transaction that begins as a writer. */
const nextNumber = sql`(select coalesce(max(number), 0) + 1 from forum_threads)`;

interface NewPost {
  id: string;
  threadId: string;
  body: string;
  html: string;
  secondsTyping: number | null;
  quotesId: SQL | null;
  pictures: readonly string[];
}

function posting(
  services: Services,
  { pictures, ...post }: NewPost,
  author: Author,
  { language, board }: { language: Language; board: string },
  objection: Objection | null,
  ours: SQL,
): Statement[] {
  const { id, threadId } = post;
  const row = {
    ...post,
    authorId: author.id,
    renderedAs,
    isOfficial: isStaff(author.role),
    createdAt: services.clock(),
  };
  const place = { id, threadId, authorId: author.id, language, board };
  return [
    insertWhere(forumPosts, { ...row, visibility: visibilityBy(objection) }, ours),
    ...attachPictures(pictures, id, author.id, ours),
    ...rememberedStatements(services, { postId: id, body: post.body }, ours),
    ...(objection ? queueing(services, place, objection, ours) : [membersRecounted(sql`${author.id}`, ours)]),
    recounted(sql`${threadId}`, ours),
  ];
}

function visibilityBy(objection: Objection | null): 'pending' | 'visible' {
  return objection ? 'pending' : 'visible';
}

/** The post of that id, if everybody sees it, in that thread. */
function quotable(id: string, threadId: string): SQL {
  return sql`(select quoted.id from ${forumPosts} as quoted where quoted.id = ${id} and quoted.thread_id = ${threadId} and quoted.visibility = 'visible')`;
}

/** The same as `maySendTo`, at the moment of writing. */
function isOpenFor({ id }: ThreadRow, author: Author): SQL {
  const { isLocked, visibility, archivedAt, mergedIntoId } = forumThreads;
  return sql`exists (select 1 from ${forumThreads} where ${forumThreads.id} = ${id} and ${visibility} = 'visible'
    and ${archivedAt} is null and ${mergedIntoId} is null and (${isLocked} = 0 or ${isModerator(author) ? 1 : 0}))`;
}

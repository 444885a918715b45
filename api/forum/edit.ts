import { sql } from 'drizzle-orm';
import type { Account } from '../accounts/contract.ts';
import { newId } from '../db/id.ts';
import { insertWhere } from '../db/statements.ts';
import type { Objection } from '../moderation/reviewer.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { wrong } from '../tickets/change-ticket.ts';
import type { EditInput, SentPost, Visibility } from './contract.ts';
import { membersRecounted, recounted } from './counters.ts';
import { editableFor, levelOf } from './edit-limits.ts';
import { type PostRow, postAt, type ThreadRow } from './find-thread.ts';
import { renderedAs } from './markdown.ts';
import { attachPictures, checkPictures } from './pictures/attach.ts';
import { notingEdit, queueing } from './queued.ts';
import { reviewed } from './reviewed.ts';
import { isOpenToMembers } from './rights.ts';
import { sentPost } from './sent-post.ts';
import { rendered } from './submit.ts';
import { forumPosts, forumRevisions, forumThreads } from './tables.ts';
import { isModerator } from './viewer.ts';

type Editor = Pick<Account, 'id' | 'role'>;

/** What looks at a post that its author was asked to revise. */
const revised: Objection = { verdict: 'queue', reason: 'revised', weight: 0.5 };

/**
 * Changes what a post says; what it said before stays in its history. An author's edit goes to the reviewers like a new
 * post, and one that was returned waits for a moderator again. A moderator edits anybody's and says why. Throws
 * `not-found`, `not-yours`, `invalid-input`, `state-refused` once it is too late, `thread-closed`, `state-changed`,
 * `post-refused`, `posting-suspended`.
 */
export async function editPost(services: Services, id: string, input: EditInput, editor: Editor): Promise<SentPost> {
  const { db, clock, random } = services;
  const { post, thread } = await postAt(services, id, editor);
  const isOwn = post.authorId === editor.id;
  if (!isOwn && !isModerator(editor)) throw new Problem('not-yours');
  if (post.erasedAt !== null) throw new Problem('state-refused');
  if (isOwn && !isModerator(editor)) await checkMayStillEdit(services, post, thread);
  const title = titleFor(input, post, thread);
  if (!isOwn && input.reason === undefined) throw wrong('reason', reasonMissing[thread.language]);
  if (post.version !== input.version) throw new Problem('state-changed');
  const { pictures } = input;
  if (pictures)
    await checkPictures(services, pictures, { authorId: post.authorId, postId: id, language: thread.language });
  if (input.body === post.body && title === thread.title && !pictures) return sentPost(services, id);

  const html = rendered(input.body, thread.language);
  const objection = isOwn ? await objectionTo(services, { ...input, title }, { post, thread }, editor) : null;
  const visibility: Visibility = objection ? 'pending' : post.visibility;
  const now = clock();
  // Moving a post to another thread changes nothing in it.
  const isSame = sql`${forumPosts.id} = ${id} and ${forumPosts.version} = ${post.version} and ${forumPosts.threadId} = ${thread.id}`;
  const isSeen = sql`exists (select 1 from ${forumPosts} where ${isSame})`;
  const isOpening = id === thread.openingPostId;
  const place = { ...thread, id, threadId: thread.id, authorId: post.authorId };
  const [noted] = await db.write([
    insertWhere(
      forumRevisions,
      {
        id: newId(now, random),
        postId: id,
        accountId: editor.id,
        title: isOpening ? thread.title : null,
        body: post.body,
        reason: input.reason ?? null,
        createdAt: now,
      },
      isSeen,
    ),
    ...(objection ? queueing(services, place, objection, isSeen) : notingEdit(services, place, editor, isSeen)),
    ...(pictures ? attachPictures(pictures, id, post.authorId, isSeen) : []),
    ...(isOpening
      ? [sql`update ${forumThreads} set title = ${title} where ${forumThreads.id} = ${thread.id} and ${isSeen}`]
      : []),
    db.read
      .update(forumPosts)
      .set({ body: input.body, html, renderedAs, visibility, editedAt: now, version: post.version + 1 })
      .where(isSame),
    recounted(sql`${thread.id}`),
    membersRecounted(sql`${post.authorId}`),
  ]);
  if (!noted?.changes) throw new Problem('state-changed');
  return sentPost(services, id);
}

async function checkMayStillEdit(services: Services, post: PostRow, thread: ThreadRow): Promise<void> {
  if (!isOpenToMembers(thread)) throw new Problem('thread-closed');
  if (post.visibility === 'hidden' || post.visibility === 'removed') throw new Problem('state-refused');
  const level = await levelOf(services.db, post.authorId);
  if (!editableFor(post, level, services.clock())) {
    throw new Problem('state-refused', { detail: tooLate[thread.language] });
  }
}

function titleFor({ title }: EditInput, post: PostRow, thread: ThreadRow): string {
  if (title === undefined) return thread.title;
  if (post.id !== thread.openingPostId) throw wrong('title', titleOfReply[thread.language]);
  return title;
}

async function objectionTo(
  services: Services,
  { title, body }: { title: string; body: string },
  { post, thread }: { post: PostRow; thread: ThreadRow },
  editor: Editor,
): Promise<Objection | null> {
  const isOpening = post.id === thread.openingPostId;
  const objection = await reviewed(services, editor, {
    postId: post.id,
    language: thread.language,
    board: thread.board,
    kind: isOpening ? thread.kind : 'reply',
    title: isOpening ? title : '',
    body,
    secondsTyping: null,
    isEdit: true,
  });
  return objection ?? (post.visibility === 'returned' ? revised : null);
}

const reasonMissing = { ja: '変更の理由を入力してください。', en: 'Please say why you change it.' };
const titleOfReply = { ja: '返信に題名はありません。', en: 'Only the first post of a thread has a title.' };
const tooLate = {
  ja: '編集できる期間を過ぎています。補足は返信でお書きください。',
  en: 'It is too late to edit this post. Please add what is missing as a reply.',
};

/** What a post says, as it was written: for editing it, and for quoting it. Throws `not-found`. */
export async function sourceOf(services: Services, id: string, editor: Editor) {
  const { post, thread } = await postAt(services, id, editor);
  const title = id === thread.openingPostId ? thread.title : null;
  return { title, body: post.body, version: post.version };
}

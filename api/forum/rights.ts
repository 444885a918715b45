import { may } from '../access/rules.ts';
import type { ForumPost } from './contract.ts';
import { editableFor } from './edit-limits.ts';
import type { PostRow, ThreadRow } from './find-thread.ts';
import { isModerator, type Viewer } from './viewer.ts';

type Judged = Pick<PostRow, 'id' | 'threadId' | 'authorId' | 'visibility' | 'erasedAt' | 'createdAt'>;

/** What somebody may do with a post now; `level` is that of its author. */
export function rightsOn(
  post: Judged,
  thread: ThreadRow,
  viewer: Viewer,
  level: number,
  now: number,
): ForumPost['may'] {
  if (!viewer || post.erasedAt !== null) return { edit: false, remove: false, accept: false, flag: false };
  const isOwn = post.authorId === viewer.id;
  const isThere = post.visibility !== 'removed' && post.visibility !== 'hidden';
  return {
    edit: isModerator(viewer) || (isOwn && isThere && isOpenToMembers(thread) && editableFor(post, level, now)),
    remove: isOwn && isThere && mayRemove(post, thread),
    accept: post.visibility === 'visible' && mayAccept(post, thread, viewer),
    flag: !isOwn && post.visibility === 'visible',
  };
}

/** Whoever asked, or staff, says which answer it was. */
export function mayAccept(post: Judged, thread: ThreadRow, viewer: NonNullable<Viewer>): boolean {
  const isAnswer = thread.kind === 'question' && post.id !== thread.openingPostId && post.threadId === thread.id;
  const mayDecide = thread.authorId === viewer.id || may(viewer.role, 'forum:accept-any');
  return isAnswer && mayDecide && thread.archivedAt === null && thread.mergedIntoId === null;
}

/** A question goes only as long as nobody has answered it: answers are not theirs to take away. */
export function mayRemove(post: Pick<PostRow, 'id'>, thread: ThreadRow): boolean {
  return post.id !== thread.openingPostId || thread.replies === 0;
}

/** Whether members may change what is in a thread. */
export function isOpenToMembers(thread: ThreadRow): boolean {
  return !thread.isLocked && thread.archivedAt === null && thread.mergedIntoId === null;
}

import { asc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { accounts } from '../accounts/tables.ts';
import type { Services } from '../services.ts';
import { authorColumns, authorOf } from './authors.ts';
import type { ForumPost } from './contract.ts';
import type { PostRow, ThreadRow } from './find-thread.ts';
import { renderedAs, renderedPost } from './markdown.ts';
import { picturesOf } from './pictures/pictures-of.ts';
import { excerptOf } from './plain-text.ts';
import { rightsOn } from './rights.ts';
import { forumMembers, forumPosts, forumRevisions } from './tables.ts';
import { isModerator, type Viewer } from './viewer.ts';

const quoted = alias(forumPosts, 'quoted');
const quotedAuthor = alias(accounts, 'quoted_author');

/** Replies of a thread that somebody may see, in order: ids, for a page of them. */
export function repliesFor({ id, openingPostId }: ThreadRow, viewer: Viewer): SQL {
  const isSeen = isModerator(viewer)
    ? sql`true`
    : sql`(${forumPosts.visibility} = 'visible' or ${forumPosts.authorId} = ${viewer?.id ?? ''})`;
  return sql`from ${forumPosts} where ${forumPosts.threadId} = ${id} and ${forumPosts.id} <> ${openingPostId} and ${isSeen}`;
}

/** Posts of a thread by a select of their ids, or the ids themselves, in order of time. */
export async function postsOf(services: Services, thread: ThreadRow, ids: SQL, viewer: Viewer): Promise<ForumPost[]> {
  const rows = await services.db.read
    .select({
      post: forumPosts,
      author: authorColumns,
      quoted: { id: quoted.id, html: sql<string | null>`substr(${quoted.html}, 1, 800)`, author: quotedAuthor.name },
      edits: sql<number>`case when ${forumPosts.editedAt} is null then 0 else
        (select count(*) from ${forumRevisions} where ${forumRevisions.postId} = ${forumPosts.id}) end`,
    })
    .from(forumPosts)
    .innerJoin(accounts, eq(accounts.id, forumPosts.authorId))
    .leftJoin(forumMembers, eq(forumMembers.accountId, forumPosts.authorId))
    .leftJoin(quoted, sql`${quoted.id} = ${forumPosts.quotesId} and ${quoted.visibility} = 'visible'`)
    .leftJoin(quotedAuthor, eq(quotedAuthor.id, quoted.authorId))
    .where(sql`${forumPosts.id} in (${ids})`)
    .orderBy(asc(forumPosts.createdAt), asc(forumPosts.id));
  const pictures = await picturesOf(
    services,
    rows.map(({ post }) => post.id),
  );
  return rows.map((row) => ({
    ...shown(row, thread, viewer, services.clock()),
    pictures: pictures.get(row.post.id) ?? [],
  }));
}

interface Row {
  post: PostRow;
  author: Parameters<typeof authorOf>[0];
  quoted: { id: string | null; html: string | null; author: string | null };
  edits: number;
}

function shown(
  { post, author, quoted: of, edits }: Row,
  thread: ThreadRow,
  viewer: Viewer,
  now: number,
): Omit<ForumPost, 'pictures'> {
  const by = authorOf(author);
  const { id, body, html, visibility, isOfficial, version, editedAt, createdAt } = post;
  return {
    id,
    author: by,
    html: post.renderedAs === renderedAs ? html : renderedPost(body),
    visibility,
    isOpening: id === thread.openingPostId,
    isAccepted: id === thread.acceptedPostId,
    isOfficial,
    quotes: of.id === null ? null : { id: of.id, author: of.author ?? '', excerpt: excerptOf(of.html ?? '') },
    version,
    editedAt,
    edits,
    createdAt,
    may: rightsOn(post, thread, viewer, by.level, now),
  };
}

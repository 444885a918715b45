import { type SQL, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { authorJson, authorOf, type AuthorRow } from './authors.ts';
import type { ForumPost } from './contract.ts';
import type { PostRow, ThreadRow } from './find-thread.ts';
import { renderedAs, renderedPost } from './markdown.ts';
import { shownPicture } from './pictures/pictures-of.ts';
import { excerptOf } from './plain-text.ts';
import { rightsOn } from './rights.ts';
import { isModerator, type Viewer } from './viewer.ts';

/** Replies of a thread that somebody may see: the rest of a select, after its columns. */
export function repliesFor({ id, openingPostId }: ThreadRow, viewer: Viewer): SQL {
  const isSeen = isModerator(viewer)
    ? sql`true`
    : sql`(reply.visibility = 'visible' or reply.author_id = ${viewer?.id ?? ''})`;
  return sql`from forum_posts as reply where reply.thread_id = ${id} and reply.id <> ${openingPostId} and ${isSeen}`;
}

/** Posts of a thread, in order of time; `ids` is a select of their ids, or names one. */
export async function postsOf(services: Services, thread: ThreadRow, ids: SQL, viewer: Viewer): Promise<ForumPost[]> {
  const [found] = await services.db.read.values<[string]>(sql`select json_group_array(json(read.post)) from (
    select ${row} as post from forum_posts
      inner join accounts on accounts.id = forum_posts.author_id
      left join forum_members on forum_members.account_id = forum_posts.author_id
      left join forum_posts as quoted on quoted.id = forum_posts.quotes_id and quoted.visibility = 'visible'
        and exists (select 1 from forum_threads as around where around.id = quoted.thread_id and around.visibility = 'visible')
      left join accounts as quoted_author on quoted_author.id = quoted.author_id
    where forum_posts.id in (${ids}) order by forum_posts.created_at, forum_posts.id) as read`);
  const now = services.clock();
  return (JSON.parse(found?.[0] ?? '[]') as Row[]).map((post) => shown(post, thread, viewer, now));
}

/** A row as JSON, which is read many times faster than column by column. */
const row = sql.raw(`json_object(
  'post', json_object('id', forum_posts.id, 'threadId', forum_posts.thread_id, 'authorId', forum_posts.author_id,
    'body', case forum_posts.rendered_as when ${renderedAs} then '' else forum_posts.body end, 'html', forum_posts.html,
    'renderedAs', forum_posts.rendered_as, 'visibility', forum_posts.visibility, 'isOfficial', forum_posts.is_official,
    'version', forum_posts.version, 'editedAt', forum_posts.edited_at, 'erasedAt', forum_posts.erased_at,
    'createdAt', forum_posts.created_at),
  'author', ${authorJson},
  'quoted', case when quoted.id is null then null else
    json_object('id', quoted.id, 'author', quoted_author.name, 'html', substr(quoted.html, 1, 500)) end,
  'edits', case when forum_posts.edited_at is null then 0 else
    (select count(*) from forum_revisions where forum_revisions.post_id = forum_posts.id) end,
  'pictures', (select json_group_array(json_object('id', picture.id, 'name', picture.name, 'preview', picture.preview,
      'width', picture.width, 'height', picture.height))
    from (select * from forum_pictures where post_id = forum_posts.id and post_id is not null order by position) as picture))`);

interface Row {
  post: Omit<PostRow, 'quotesId' | 'secondsTyping' | 'acceptedAt' | 'isOfficial'> & { isOfficial: number };
  author: AuthorRow;
  quoted: { id: string; author: string; html: string } | null;
  edits: number;
  pictures: Parameters<typeof shownPicture>[0][];
}

function shown(
  { post, author, quoted, edits, pictures }: Row,
  thread: ThreadRow,
  viewer: Viewer,
  now: number,
): ForumPost {
  const { id, body, html, visibility, isOfficial, version, editedAt, createdAt } = post;
  const by = authorOf(author);
  return {
    id,
    author: by,
    html: post.renderedAs === renderedAs ? html : renderedPost(body),
    visibility,
    isOpening: id === thread.openingPostId,
    isAccepted: id === thread.acceptedPostId,
    isOfficial: Boolean(isOfficial),
    quotes: quoted && { id: quoted.id, author: quoted.author, excerpt: excerptOf(quoted.html) },
    pictures: pictures.flatMap((picture) => shownPicture(picture) ?? []),
    version,
    editedAt,
    edits,
    createdAt,
    may: rightsOn(post, thread, viewer, by.level, now),
  };
}

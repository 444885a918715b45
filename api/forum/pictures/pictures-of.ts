import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { AttachmentRow } from '../../attachments/read.ts';
import type { Database } from '../../db/database.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { PostPicture } from '../contract.ts';
import { postAt } from '../find-thread.ts';
import type { Viewer } from '../viewer.ts';
import { forumPictures } from './tables.ts';

type PictureRow = typeof forumPictures.$inferSelect;

/**
 * A picture for whoever may see the post that it is in; before it is in one, for whoever uploaded it. Throws `not-found`.
 */
export async function pictureAt(services: Services, id: string, viewer: Viewer): Promise<AttachmentRow> {
  const [row] = await services.db.read.select().from(forumPictures).where(eq(forumPictures.id, id));
  if (!row) throw new Problem('not-found');
  if (row.postId !== null) await postAt(services, row.postId, viewer);
  else if (row.accountId !== viewer?.id) throw new Problem('not-found');
  return { ...row, messageId: '' };
}

/** The pictures of some posts, each post's in order; posts without any are left out. */
export async function picturesOf(db: Database, posts: readonly string[]): Promise<Map<string, PostPicture[]>> {
  const { postId, position } = forumPictures;
  const rows = await db.read
    .select()
    .from(forumPictures)
    .where(and(isNotNull(postId), sql`${postId} in (select value from json_each(${JSON.stringify(posts)}))`))
    .orderBy(position);
  const found = new Map<string, PostPicture[]>();
  for (const row of rows) {
    const picture = shownPicture(row);
    if (row.postId && picture) found.set(row.postId, [...(found.get(row.postId) ?? []), picture]);
  }
  return found;
}

/** A picture as a page shows it; nothing as long as nothing was drawn of it. */
export function shownPicture({
  id,
  name,
  preview,
  width,
  height,
}: Pick<PictureRow, 'id' | 'name' | 'preview' | 'width' | 'height'>): PostPicture | null {
  if (preview !== 'ready' || width === null || height === null) return null;
  return { id, url: `/api/forum/pictures/${id}`, width, height, name };
}

import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Statement } from '../../db/statements.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { wrong } from '../../tickets/change-ticket.ts';
import { levelOf } from '../edit-limits.ts';
import { limitsOf } from '../members/levels.ts';
import { forumPictures } from './tables.ts';

interface Wanted {
  authorId: string;
  /** The post that is changed; `null` for a new one. */
  postId: string | null;
  language: Language;
}

/**
 * Throws `invalid-input` unless each is a picture of the author's own, in no other post than the one that is changed, and
 * they are no more than their level may have in a post.
 */
export async function checkPictures(
  { db }: Services,
  ids: readonly string[],
  { authorId, postId, language }: Wanted,
): Promise<void> {
  if (ids.length === 0) return;
  const most = limitsOf(await levelOf(db, authorId)).picturesPerPost;
  if (ids.length > most) throw wrong('pictures', tooMany[language](most));
  const isFree =
    postId === null ? isNull(forumPictures.postId) : or(isNull(forumPictures.postId), eq(forumPictures.postId, postId));
  const rows = await db.read
    .select({ id: forumPictures.id })
    .from(forumPictures)
    .where(
      and(
        inArray(forumPictures.id, [...ids]),
        eq(forumPictures.accountId, authorId),
        eq(forumPictures.preview, 'ready'),
        isFree,
      ),
    );
  const known = new Set(rows.map(({ id }) => id));
  const errors = ids.flatMap((id, place) => (known.has(id) ? [] : [{ pointer: `#/pictures/${place}`, detail: id }]));
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
}

/**
 * The statements that make a post's pictures these, in order: its author's own, that are in no other post. What is not
 * among them any more is in none, and goes by and by.
 */
export function attachPictures(ids: readonly string[], postId: string, authorId: string, guard: SQL): Statement[] {
  const { id, postId: post, accountId, preview } = forumPictures;
  const wanted = JSON.stringify(ids);
  return [
    sql`update ${forumPictures} set post_id = null where ${post} = ${postId}
      and ${id} not in (select value from json_each(${wanted})) and ${guard}`,
    ...ids.map(
      (picture, position) => sql`update ${forumPictures} set post_id = ${postId}, position = ${position}
        where ${id} = ${picture} and ${accountId} = ${authorId} and (${post} is null or ${post} = ${postId})
        and ${preview} = 'ready' and ${guard}`,
    ),
  ];
}

const tooMany: Record<Language, (most: number) => string> = {
  ja: (most) => `1つの投稿に付けられる画像は${most}枚までです。`,
  en: (most) => `A post of yours can have up to ${most} pictures.`,
};

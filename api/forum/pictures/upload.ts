import { and, eq } from 'drizzle-orm';
import { pictureTypes } from '../../attachments/file-types.ts';
import type { ReceivedFile } from '../../attachments/received.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { wrong } from '../../tickets/change-ticket.ts';
import type { Language } from '../../../content/schema/languages.ts';
import type { PostPicture } from '../contract.ts';
import { shownPicture } from './pictures-of.ts';
import { forumPictures } from './tables.ts';

/**
 * Takes a picture for a post of somebody's and draws it anew: without the place it was taken at, and whatever else was
 * hidden in it. Throws `invalid-input` for what is no picture, or none that can be drawn.
 */
export async function uploadPicture(
  services: Services,
  files: readonly ReceivedFile[],
  accountId: string,
  language: Language,
): Promise<PostPicture> {
  const { db, clock, previews, uploads } = services;
  const [file] = files;
  if (files.length !== 1 || !file || !pictureTypes.has(file.type)) throw wrong('files/0', onlyPictures[language]);
  const { id, name, type, bytes, sha256 } = file;
  await db.write([
    db.read
      .insert(forumPictures)
      .values({ id, accountId, name, type, bytes, sha256, preview: 'waiting', createdAt: clock() }),
  ]);
  let row: typeof forumPictures.$inferSelect | undefined;
  for (let tried = 0; tried < mostWaits && (tried === 0 || row?.preview === 'waiting'); tried += 1) {
    await previews.make([id]);
    [row] = await db.read.select().from(forumPictures).where(eq(forumPictures.id, id));
  }
  const picture = row && shownPicture(row);
  if (picture) return picture;
  if (row?.preview === 'waiting') throw new Problem('database-busy', { retryAfterSeconds: 5 });
  await db.write([
    db.read.delete(forumPictures).where(and(eq(forumPictures.id, id), eq(forumPictures.preview, 'none'))),
  ]);
  await uploads.remove([id]);
  throw wrong('files/0', onlyPictures[language]);
}

/** A busy machine takes longer than a sender of photos should wait, but not for ever. */
const mostWaits = 5;

const onlyPictures = {
  ja: '画像（JPEG、PNG、WebP、GIF、HEIC）を1枚ずつお送りください。',
  en: 'Please send one picture at a time: JPEG, PNG, WebP, GIF or HEIC.',
};

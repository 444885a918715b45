import type { Context } from 'hono';
import type { Language } from '../../../content/schema/languages.ts';
import { filesOf } from '../../attachments/received.ts';
import type { Env } from '../../http/env.ts';
import { countIdentity } from '../../limits/counted.ts';
import { wrong } from '../../tickets/change-ticket.ts';
import { uploadPicture } from './upload.ts';

const most = 4;

/**
 * Ids of the pictures that came with the form of a post, in order, which a browser without JavaScript sends. Throws
 * `invalid-input` for too many, and as `uploadPicture` does; `too-many-tries`.
 */
export async function picturesSentAlong<E extends Env>(c: Context<E>, accountId: string): Promise<string[]> {
  const files = filesOf(c);
  const language = c.get('language');
  if (files.length > most) throw wrong('files', tooMany[language]);
  const ids: string[] = [];
  for (const file of files) {
    await countIdentity(c, 'forum-pictures-by-account', accountId);
    ids.push((await uploadPicture(c.get('services'), [file], accountId, language)).id);
  }
  return ids;
}

const tooMany: Record<Language, string> = {
  ja: `画像は${most}枚まで添えられます。`,
  en: `A post can have up to ${most} pictures.`,
};

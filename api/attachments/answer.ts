import { stat } from 'node:fs/promises';
import type { Context } from 'hono';
import type { Env } from '../http/env.ts';
import { answerWithPart } from '../http/ranges.ts';
import { Problem } from '../problem.ts';
import { contentDisposition } from './file-name.ts';
import type { AttachmentRow } from './read.ts';

/**
 * Answers with what a customer or colleague sent: to be saved, never to be opened as a page of ours. Throws `not-found`
 * when its file has gone.
 */
export async function answerWithAttachment<E extends Env>(c: Context<E>, row: AttachmentRow): Promise<Response> {
  const { uploads } = c.get('services');
  c.header('Content-Type', row.type);
  c.header('Content-Disposition', contentDisposition(row.name));
  return answerWithUpload(c, uploads.pathOf(row.id), row.sha256);
}

/** Answers with the picture that we drew of it. Throws `not-found` when there is none. */
export async function answerWithPreview<E extends Env>(c: Context<E>, row: AttachmentRow): Promise<Response> {
  if (row.preview !== 'ready') throw new Problem('not-found');
  c.header('Content-Type', 'image/webp');
  c.header('Content-Disposition', 'inline');
  return answerWithUpload(c, c.get('services').uploads.previewPathOf(row.id), `${row.sha256}-preview`);
}

async function answerWithUpload<E extends Env>(c: Context<E>, path: string, etag: string): Promise<Response> {
  const file = await stat(path).catch(() => null);
  if (!file) {
    c.get('services').log.error({ path }, 'a stored file is missing');
    c.header('Content-Disposition', undefined);
    throw new Problem('not-found');
  }
  c.header('Content-Security-Policy', "sandbox; default-src 'none'");
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('Cache-Control', 'private, no-store');
  c.header('X-Robots-Tag', 'noindex');
  return answerWithPart(c as unknown as Context<Env>, { path, bytes: file.size, etag: `"${etag}"` });
}

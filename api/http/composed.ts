import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import type { Env } from './env.ts';
import { chosenCoding, isFresh } from './static-files.ts';

const quality = 5;

/** A text that was put together while the portal runs, with its compressed copies once somebody wanted them. */
export interface Composed {
  type: string;
  etag: string;
  text: string;
  copies: Partial<Record<'br' | 'gz', Promise<Buffer>>>;
}

export function composed(type: string, text: string): Composed {
  return { type, text, etag: createHash('sha256').update(text).digest('hex').slice(0, 20), copies: {} };
}

/** Answers as a file of the build would be answered. Throws `method-not-allowed` for anything but GET and HEAD. */
export async function answerWithComposed(c: Context<Env>, content: Composed): Promise<Response> {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    c.header('Allow', 'GET, HEAD');
    throw new Problem('method-not-allowed');
  }
  const coding = chosenCoding(c.req.header('Accept-Encoding'), { br: 0, gz: 0 });
  const etag = `"${content.etag}${coding ? `-${coding}` : ''}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', 'no-cache');
  c.header('Vary', 'Accept-Encoding', { append: true });
  if (isFresh(c.req.header('If-None-Match'), etag)) return c.body(null, 304);

  const bytes = coding
    ? await (content.copies[coding] ??= compressed(coding, content.text))
    : Buffer.from(content.text);
  c.header('Content-Type', content.type);
  c.header('Content-Length', String(bytes.length));
  if (coding) c.header('Content-Encoding', coding === 'gz' ? 'gzip' : coding);
  return c.req.method === 'HEAD' ? c.body(null) : c.body(new Uint8Array(bytes));
}

function compressed(coding: 'br' | 'gz', text: string): Promise<Buffer> {
  if (coding === 'gz') return promisify(gzip)(text);
  return promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { Env } from './env.ts';

/** What is asked for again and again is kept in memory, up to this size; anything larger is read as it is sent. */
export const largestKeptBytes = 1_000_000;

/** A file on disk that is sent as it is. */
interface WholeFile {
  path: string;
  bytes: number;
  /** With its quotes. */
  etag: string;
}

/** First and last byte, counted from 0, both sent. */
interface Span {
  first: number;
  last: number;
}

/**
 * Answers with a file, or with the part that is asked for, streamed from disk (RFC 9110, 14). The headers that both have
 * in common are set already. A range nobody can satisfy is answered 416 with the length; several ranges at once, other
 * units and what is malformed are answered with the whole, as the RFC allows.
 */
export function answerWithPart(c: Context<Env>, { path, bytes, etag }: WholeFile): Response {
  c.header('Accept-Ranges', 'bytes');
  const range =
    c.req.method === 'GET' && isStillThis(c.req.header('If-Range'), etag) ? c.req.header('Range') : undefined;
  const span = spanOf(range, bytes);
  if (span === 'unsatisfiable') {
    c.header('Content-Range', `bytes */${bytes}`);
    c.header('Content-Type', undefined);
    c.header('Cache-Control', 'no-store');
    return c.body(null, 416);
  }
  const { first, last } = span ?? { first: 0, last: bytes - 1 };
  c.header('Content-Length', String(last - first + 1));
  if (span) c.header('Content-Range', `bytes ${first}-${last}/${bytes}`);
  if (c.req.method === 'HEAD' || bytes === 0) return c.body(null);
  const stream = Readable.toWeb(createReadStream(path, { start: first, end: last })) as ReadableStream<Uint8Array>;
  return c.body(stream, span ? 206 : 200);
}

/** Without a strong match, the reader's part is of another version: it gets the whole new one (RFC 9110, 13.1.5). */
function isStillThis(ifRange: string | undefined, etag: string): boolean {
  return ifRange === undefined || ifRange.trim() === etag;
}

/** The one span of a `Range`; `null` where the whole is to be sent. */
export function spanOf(range: string | undefined, bytes: number): Span | 'unsatisfiable' | null {
  const asked = /^bytes\s*=\s*(\d*)-(\d*)$/i.exec(range?.trim() ?? '');
  if (!asked) return null;
  const [, from = '', to = ''] = asked;
  if (from === '') {
    if (to === '') return null;
    const length = Math.min(Number(to), bytes);
    return length === 0 ? 'unsatisfiable' : { first: bytes - length, last: bytes - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return null;
  if (first >= bytes) return 'unsatisfiable';
  return { first, last: to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1) };
}

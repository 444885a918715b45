import { createMiddleware } from 'hono/factory';
import { bodyOfAtMost } from './body-size.ts';
import type { Env } from './env.ts';
import { mediaType } from './media-type.ts';

const mostBytes = 64 * 1024;

/** The routes that take files: they read a multipart form as it arrives, and limit it themselves. */
const takesFiles: readonly RegExp[] = [
  /^\/api\/tickets$/,
  /^\/api\/tickets\/[^/]+\/messages$/,
  /^\/(ja|en)\/requests\/[^/]+\/messages$/,
  /^\/api\/forum\/pictures$/,
  /^\/(ja|en)\/forum\/new\/$/,
  /^\/(ja|en)\/forum\/\d+\/posts$/,
];

const limited = bodyOfAtMost(mostBytes);

/** Every body is limited to 64 kB, except files and mails where they are wanted. Throws `body-too-large`. */
export const limitBodies = createMiddleware<Env>(async (c, next) => {
  const { method, path } = c.req;
  // A mail goes to the disk as it arrives, once it is known who sends it.
  const isMail = method === 'POST' && path === '/api/mail-in';
  const limitsItself =
    isMail ||
    (method === 'POST' && mediaType(c) === 'multipart/form-data' && takesFiles.some((route) => route.test(path)));
  return limitsItself ? next() : limited(c, next);
});

import { createMiddleware } from 'hono/factory';
import type { Env } from '../http/env.ts';
import { mediaType } from '../http/media-type.ts';
import { countAddress } from '../limits/counted.ts';

/**
 * Stands before `receivesFiles` where strangers send: files are counted before they are read, whether or not their form is
 * in order, since each is written to the disk first. Throws `too-many-tries`.
 */
export const countFiles = createMiddleware<Env>(async (c, next) => {
  if (mediaType(c) === 'multipart/form-data') await countAddress(c, 'forms-with-files');
  await next();
});

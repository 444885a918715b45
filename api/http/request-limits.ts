import { createMiddleware } from 'hono/factory';
import { Problem } from '../problem.ts';
import type { Env } from './env.ts';

/** More than everybody should take (RFC 9110, 4.1), and less than all headers together may be. */
const longestAddress = 12_288;
const mostParameters = 50;

/**
 * Refuses addresses that nobody's browser makes here (`address-too-long`) and compressed bodies
 * (`unsupported-media-type`): what is small on the way in and huge once unpacked would pass every other limit.
 */
export const ordinaryRequestsOnly = createMiddleware<Env>(async (c, next) => {
  const { url } = c.req;
  const query = url.indexOf('?');
  const parameters = query === -1 ? 0 : url.slice(query).split('&').length;
  if (url.length > longestAddress || parameters > mostParameters) throw new Problem('address-too-long');
  const coding = c.req.header('Content-Encoding')?.trim().toLowerCase() ?? '';
  if (coding !== '' && coding !== 'identity') {
    throw new Problem('unsupported-media-type', {
      detail: c.get('language') === 'ja' ? '圧縮せずに送信してください。' : 'Send it without compression.',
    });
  }
  await next();
});

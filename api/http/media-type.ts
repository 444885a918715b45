import type { Context } from 'hono';

/** The type of what was sent, in small letters, without its parameters; empty when none is named. */
export function mediaType(c: Context): string {
  return (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

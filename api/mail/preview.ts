import type { Context } from 'hono';
import type { Env } from '../http/env.ts';

/** Nothing runs, nothing is fetched, nothing leads out: only the mail's own styles, in a frame of the desk. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Answers with the HTML of a mail, to be looked at. */
export function previewAnswer<E extends Env>(c: Context<E>, html: string): Response {
  c.header('Content-Security-Policy', policy);
  return c.body(html, 200, { 'Content-Type': 'text/html; charset=utf-8' });
}

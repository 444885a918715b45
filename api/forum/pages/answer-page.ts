import type { Context } from 'hono';
import { answerWithComposed, type Composed, composed } from '../../http/composed.ts';
import type { Env } from '../../http/env.ts';
import { isLanguage } from '../../http/language.ts';
import { Problem } from '../../problem.ts';
import type { Reader, Surroundings } from './parts.ts';

/** Some 10 MB at most. */
const mostKept = 200;
const kept = new Map<string, Composed>();

/** What the pages of a request are made with. Throws `not-found` where the portal has no forum. */
export async function surroundingsOf(c: Context<Env>): Promise<Surroundings> {
  const services = c.get('services');
  const language = c.get('language');
  const named = c.req.param('language') ?? language;
  if (!services.portal().forum || !isLanguage(named) || !services.languages().includes(named)) {
    throw new Problem('not-found');
  }
  return { services, language: named, reader: await services.sessions.current(c) };
}

/**
 * Answers with a page. What everybody sees may be kept and is asked for again each time; what somebody sees who is signed
 * in is kept by nobody. Throws `not-found` for a page that the build has not.
 */
export async function answerPage(c: Context<Env>, reader: Reader, page: string | null): Promise<Response> {
  if (page === null) throw new Problem('not-found');
  c.header('Vary', 'Cookie', { append: true });
  const made = composed('text/html; charset=utf-8', page);
  const answer = await answerWithComposed(c, reader ? made : compressedBefore(made));
  if (reader) {
    answer.headers.set('Cache-Control', 'private, no-store');
    answer.headers.delete('ETag');
  }
  return answer;
}

/** What everybody sees is the same for many: its compressed copies are kept, as long as it stays what it is. */
function compressedBefore(made: Composed): Composed {
  const known = kept.get(made.etag) ?? made;
  kept.delete(made.etag);
  kept.set(made.etag, known);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return known;
}

/** The page that an address asks for. Throws `not-found` for what is no page. */
export function pageIn(c: Context<Env>, most: number): number {
  const page = c.req.query('page') ?? '1';
  if (!/^[1-9]\d{0,4}$/.test(page) || Number(page) > most) throw new Problem('not-found');
  return Number(page);
}

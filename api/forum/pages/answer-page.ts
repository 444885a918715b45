import type { Context } from 'hono';
import { answerWithComposed, type Composed, composed } from '../../http/composed.ts';
import type { Env } from '../../http/env.ts';
import { isLanguage } from '../../http/language.ts';
import { Problem } from '../../problem.ts';
import { keptForAll } from '../kept.ts';
import type { Reader, Surroundings } from './parts.ts';

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
  return answerWith(c, reader, pageOf(page));
}

/** The same where everybody who is not signed in sees one page, in the shell at a path: it is made once for all of them. */
export async function answerPageForAll(
  c: Context<Env>,
  { services, reader }: Surroundings,
  shell: string,
  make: () => Promise<string | null>,
): Promise<Response> {
  if (reader) return answerPage(c, reader, await make());
  const around = await services.pages.shell(shell);
  const made = await keptForAll(c, { around, length: ({ text }: Composed) => text.length }, async () => {
    const page = await make();
    if (page === null) throw new Problem('not-found');
    return pageOf(page);
  });
  return answerWith(c, null, made);
}

async function answerWith(c: Context<Env>, reader: Reader, made: Composed): Promise<Response> {
  c.header('Vary', 'Cookie', { append: true });
  const answer = await answerWithComposed(c, made);
  if (reader) {
    answer.headers.set('Cache-Control', 'private, no-store');
    answer.headers.delete('ETag');
  }
  return answer;
}

function pageOf(page: string): Composed {
  return composed('text/html; charset=utf-8', page);
}

/** The page that an address asks for. Throws `not-found` for what is no page. */
export function pageIn(c: Context<Env>, most: number): number {
  const page = c.req.query('page') ?? '1';
  if (!/^[1-9]\d{0,4}$/.test(page) || Number(page) > most) throw new Problem('not-found');
  return Number(page);
}

import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Language } from '../../content/schema/languages.ts';
import { Problem, type ProblemBody } from '../problem.ts';
import type { Env } from './env.ts';
import { formAgain } from './form-again.ts';
import { routeOf } from './request-log.ts';

/** The one place where something that went wrong becomes an answer: JSON, a page, or the form again as it was typed. */
export async function answerProblem(c: Context<Env>, error: unknown): Promise<Response> {
  const problem = asProblem(error);
  const { log, pages } = c.get('services');
  const requestId = c.get('requestId');
  if (problem.slug === 'internal') {
    log.error({ requestId, method: c.req.method, route: routeOf(c), err: error }, 'request failed');
  }

  const language = c.get('language');
  const body = problem.body(language, requestId);
  const { retryAfterSeconds } = problem.extras;
  if (retryAfterSeconds !== undefined) c.header('Retry-After', String(retryAfterSeconds));
  c.header('Cache-Control', 'no-store');

  const form = c.get('form');
  if (form) {
    // The page may be what is wrong: a link that does not work, a database that does not answer.
    const page = await form.page().catch(() => null);
    const shown = c.get('received')?.hadFiles ? withFilesToChooseAgain(body, language) : body;
    if (page) return c.html(await formAgain(page, form.id, c.get('typed') ?? {}, shown), problem.status);
  }
  if (wantsPage(c)) {
    const page = await pages.problem(language, body);
    if (page) return c.html(page, problem.status);
  }
  return c.body(JSON.stringify(body), problem.status, { 'Content-Type': 'application/problem+json' });
}

/** What was typed is kept; files no page can put back into a form. */
function withFilesToChooseAgain(body: ProblemBody, language: Language): ProblemBody {
  const detail =
    language === 'ja'
      ? '添付ファイルは保持されません。お手数ですが、もう一度お選びください。'
      : 'Files can’t be kept here: please choose them once more.';
  return { ...body, errors: [...(body.errors ?? []), { pointer: '#/files', detail }] };
}

function asProblem(error: unknown): Problem {
  // Drizzle wraps what a read throws.
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof Problem) return cause;
  if (error instanceof HTTPException && error.status === 400) return new Problem('malformed-body');
  return new Problem('internal');
}

function wantsPage(c: Context): boolean {
  if (c.req.path.startsWith('/api/') && c.req.method === 'GET') return false;
  return (c.req.header('Accept') ?? '').includes('text/html');
}

import { hc } from 'hono/client';
import type { App } from './app.ts';
import type { ProblemBody, ProblemSlug } from './problem.ts';

/** The API answered that something is wrong; `problem` says what, in the reader's language. */
export class ApiProblem extends Error {
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  get slug(): ProblemSlug {
    return this.problem.type.replace('/problems/', '') as ProblemSlug;
  }
}

/** The API did not answer: no network, no server, or not within the time. */
export class ApiUnreachable extends Error {
  constructor(cause: unknown) {
    super('The API did not answer', { cause });
    this.name = 'ApiUnreachable';
  }
}

const patienceMs = 20_000;

/**
 * The API, typed by its routes. Calls resolve with an answer that succeeded; they throw `ApiProblem` or `ApiUnreachable`.
 * `fetcher` is for tests; `origin` is empty on the portal's own pages.
 */
export function apiClient(
  language: 'ja' | 'en',
  { origin = '', fetcher = fetch }: { origin?: string; fetcher?: typeof fetch } = {},
) {
  return hc<App>(origin || globalThis.location.origin, {
    headers: { 'Accept-Language': language },
    fetch: async (url: RequestInfo | URL, init?: RequestInit) => {
      const response = await answerOf(fetcher, url, init);
      if (response.ok) return response;
      if (response.headers.get('Content-Type')?.startsWith('application/problem+json')) {
        throw new ApiProblem((await response.json()) as ProblemBody);
      }
      throw new ApiUnreachable(new Error(`HTTP ${response.status}`));
    },
  });
}

async function answerOf(fetcher: typeof fetch, url: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  try {
    return await fetcher(url, { ...init, signal: AbortSignal.timeout(patienceMs) });
  } catch (error) {
    throw new ApiUnreachable(error);
  }
}

import { onTestFinished, vi } from 'vitest';
import type { FieldError, ProblemSlug } from '../../../../api/problem.ts';
import { Problem } from '../../../../api/problem.ts';
import { colleagues, hanako } from './ticketed.ts';

export interface Asked {
  /** `PUT /api/tickets/M-AAAA/state`. */
  what: string;
  key: string | null;
  json: unknown;
}

/** What is answered: a value, a problem by its name, or nothing at all. */
export type Said = { problem: ProblemSlug; errors?: FieldError[] } | 'unreachable' | 'nothing' | object;
type Says = Said | ((asked: Asked) => Said);

/** What every desk answers beside the ticket itself: who works there, and that nobody else is at the ticket. */
const beside: Record<string, Says> = {
  'GET /api/desk/colleagues': colleagues,
  'GET /api/customers/c1/history': hanako,
  'GET /api/customers/c1/orders': { state: 'off', orders: [] },
  'PUT /api/desk/presence/M-AAAA': { present: [] },
  'PUT /api/desk/presence/M-BBBB': { present: [] },
};

/** An API that answers by address, however often it is asked; what is not named is not there. Keeps what was asked. */
export function useDesk(says: Record<string, Says>): Asked[] {
  const heard: Asked[] = [];
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
    const { pathname } = new URL(url, location.href);
    const what = `${init.method ?? 'GET'} ${decodeURIComponent(pathname)}`;
    const key = new Headers(init.headers).get('Idempotency-Key');
    const asked = { what, key, json: typeof init.body === 'string' ? JSON.parse(init.body) : null };
    heard.push(asked);
    const found = says[what] ?? beside[what] ?? { problem: 'not-found' };
    return respond(typeof found === 'function' ? found(asked) : found);
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return heard;
}

function respond(said: Said): Response {
  if (said === 'unreachable') throw new TypeError('Failed to fetch');
  if (said === 'nothing') return new Response(null, { status: 204 });
  if (typeof said === 'object' && 'problem' in said) {
    const body = new Problem(said.problem, said.errors ? { errors: said.errors } : {}).body('ja');
    const headers = { 'Content-Type': 'application/problem+json' };
    return new Response(JSON.stringify(body), { status: body.status, headers });
  }
  return Response.json(said);
}

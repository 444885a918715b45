import { expect } from 'vitest';
import type { ProblemBody, ProblemSlug } from '../../../api/problem.ts';

/** Whatever answers requests: an app, or a portal's client with its cookies. */
export type Asks = (path: string, init?: RequestInit) => Response | Promise<Response>;

export interface Sent {
  method?: string;
  headers?: Record<string, string>;
}

/** Sends a value as JSON. */
export async function sendJson(ask: Asks, path: string, value: unknown, { method = 'POST', headers }: Sent = {}) {
  return ask(path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(value),
  });
}

/** Sends fields as a browser without JavaScript sends a form. */
export async function sendForm(ask: Asks, path: string, fields: Record<string, string>, { headers }: Sent = {}) {
  return ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html', ...headers },
    body: new URLSearchParams(fields),
  });
}

/** Reads an answer that has to be a problem (RFC 9457) of this kind; checks everything that all problems share. */
export async function problemOf(answer: Response | Promise<Response>, slug: ProblemSlug, status: number) {
  const response = await answer;
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const body = (await response.json()) as ProblemBody;
  expect(body).toMatchObject({ type: `/problems/${slug}`, status, requestId: expect.stringMatching(/^[0-9a-f]{16}$/) });
  expect(response.status).toBe(status);
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  return body;
}

/** Where the fields are that a problem complains about. */
export function pointersOf({ errors = [] }: ProblemBody): string[] {
  return errors.map(({ pointer }) => pointer).sort();
}

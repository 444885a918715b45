import { onTestFinished, vi } from 'vitest';
import type { ProblemBody } from '../../api/problem.ts';

export interface Sent {
  method: string;
  path: string;
  query: Record<string, string>;
  /** The Idempotency-Key that came along. */
  key: string | null;
  language: string | null;
  /** The proof of work that came along. */
  proof: string | null;
  json: unknown;
}

/** How the server answers a request: with JSON, a problem, something else, or not at all. */
export type Answer = { status: 200 | 201; json: unknown } | { problem: ProblemBody } | Response | 'unreachable';

/** An API that gives these answers, one a request, and keeps what was sent. It has no files: no question index either. */
export function useServer(...answers: Answer[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (url: string | URL, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(url, location.href);
    if (pathname.startsWith('/api/challenges/')) return giveTask(pathname);
    if (pathname === '/api/reply-times') return giveReplyTimes();
    if (!pathname.startsWith('/api/')) return new Response(null, { status: 404 });
    // Whoever opens a ticket says so, again and again.
    if (pathname.startsWith('/api/desk/presence/')) return new Response(null, { status: 503 });
    const around = /^\/api\/desk\/(counts|colleagues|views)$/.exec(pathname)?.[1] as keyof DeskAnswers | undefined;
    if (around && (init.method ?? 'GET') === 'GET') return giveAround(around);
    // Nobody else is at a ticket.
    if (pathname.startsWith('/api/desk/presence/')) return Response.json({ present: [] });
    const headers = new Headers(init.headers);
    sent.push({
      method: init.method ?? 'GET',
      path: pathname,
      query: Object.fromEntries(searchParams),
      key: headers.get('Idempotency-Key'),
      language: headers.get('Accept-Language'),
      proof: headers.get('Mado-Proof'),
      json: typeof init.body === 'string' ? JSON.parse(init.body) : null,
    });
    const answer = answers.shift();
    if (!answer) throw new Error('The test expected no further request');
    return respond(answer);
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return sent;
}

let usualReply: number | null = null;

/** Has the API say after how many minutes of opening time a first answer usually comes. */
export function useUsualReply(minutes: number): void {
  usualReply = minutes;
  onTestFinished(() => {
    usualReply = null;
  });
}

function giveReplyTimes(): Response {
  return Response.json({ medianMinutes: usualReply, promisedMinutes: 480, measuredAt: null });
}

let nextTask: unknown = null;
const askedForTasks: string[] = [];

/** Has the API give this task to whoever is to show that they are no program; without it, it has none to give. */
export function useTask(task: unknown): string[] {
  nextTask = task;
  askedForTasks.length = 0;
  onTestFinished(() => {
    nextTask = null;
  });
  return askedForTasks;
}

function giveTask(path: string): Response {
  askedForTasks.push(path);
  return nextTask === null ? new Response(null, { status: 404 }) : Response.json(nextTask);
}

/** What stands around the desk's list of tickets; it is asked for when the list is there. */
export interface DeskAnswers {
  counts?: unknown;
  colleagues?: unknown;
  views?: unknown;
}

let deskAnswers: DeskAnswers = {};

/** Has the API know these; without it, it does not answer such questions. */
export function useListSurroundings(answers: DeskAnswers): void {
  deskAnswers = answers;
  onTestFinished(() => {
    deskAnswers = {};
  });
}

function giveAround(name: keyof DeskAnswers): Response {
  const answer = deskAnswers[name];
  return answer === undefined ? new Response(null, { status: 503 }) : Response.json(answer);
}

function respond(answer: Answer): Response {
  if (answer === 'unreachable') throw new TypeError('Failed to fetch');
  if (answer instanceof Response) return answer;
  if ('json' in answer) return Response.json(answer.json, { status: answer.status });
  const { problem } = answer;
  const headers = { 'Content-Type': 'application/problem+json' };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

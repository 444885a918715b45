import { type Role, roles } from '../../../api/access/rules.ts';
import type { ProblemBody } from '../../../api/problem.ts';
import { secretsOf, type World } from './world.ts';

/** Somebody at the door. */
export interface Visitor {
  who: string;
  /** What they may is what their role may; without one, nothing. */
  role: Role | null;
  cookie: string;
  /** The routes that are there for exactly them. */
  opens?: readonly string[];
}

/** Everybody who may come: without a session, with one that is none (any more, or yet), and with each role. */
export async function everybody(world: World): Promise<Visitor[]> {
  const left = await world.signedIn('owner');
  await world.app.request('/api/session', { method: 'DELETE', headers: { Cookie: left } });
  const expired = await world.signedIn('owner');
  await ofLatestSession(world, 'expires_at = 1');
  // It is forgotten when somebody comes with it.
  await world.app.request('/api/session', { headers: { Cookie: expired } });
  const owingCode = await world.signedIn('owner');
  await ofLatestSession(world, "stage = 'code'");
  const settingUp = await world.signedIn('owner');
  await ofLatestSession(world, "stage = 'totp-set-up'");
  const suspended = await world.signedIn('owner');
  // As if nobody had ended their sessions: what they are is asked anew each time.
  await world.services.db.raw.execute(
    "update accounts set state = 'suspended' where id = (select account_id from sessions order by rowid desc limit 1)",
  );
  const withRoles = roles.map(async (role) => ({ who: role, role, cookie: await world.signedIn(role) }));
  return [
    { who: 'nobody', role: null, cookie: '' },
    { who: 'a made-up session', role: null, cookie: `mado-session=${'A'.repeat(32)}` },
    { who: 'a session that was ended', role: null, cookie: left },
    { who: 'a session that is too old', role: null, cookie: expired },
    { who: 'somebody who owes a code', role: null, cookie: owingCode },
    { who: 'somebody who has to set up a second step', role: null, cookie: settingUp, opens: setUpRoutes },
    { who: 'somebody who is suspended', role: null, cookie: suspended },
    ...(await Promise.all(withRoles)),
  ];
}

const setUpRoutes = ['POST /api/account/totp', 'PUT /api/account/totp'];

async function ofLatestSession({ services }: World, change: string): Promise<void> {
  await services.db.raw.execute(`update sessions set ${change} where rowid = (select max(rowid) from sessions)`);
}

export interface Asked {
  path: string;
  body?: unknown;
}

/** A request in all its forms: as it should be, and with what somebody else owns in its query and its body. */
export function variants({ tickets, tokens, notices, votes }: World, path: string, body: unknown): Asked[] {
  const [, { reference }] = tickets;
  const foreign = {
    id: notices[1].id,
    reference,
    token: tokens[1],
    conversationId: reference,
    accountId: votes[1],
    role: 'owner',
  };
  const inQuery = `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(foreign)}`;
  if (body === undefined) return [{ path }, { path: inQuery }];
  return [
    { path, body },
    { path: inQuery, body },
    { path, body: { ...(body as object), ...foreign } },
    { path, body: 'no object' },
  ];
}

/** Asks, and gives back what came of it. */
export async function ask({ app }: World, method: string, { path, body }: Asked, cookie = '') {
  const headers = {
    ...(cookie ? { Cookie: cookie } : {}),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
  const answer = await app.request(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await textOf(answer) };
}

/** What goes on and on is read as far as it begins. */
async function textOf(answer: Response): Promise<string> {
  if (!answer.headers.get('Content-Type')?.startsWith('text/event-stream')) return answer.text();
  const reader = answer.body?.getReader();
  const beginning = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(beginning?.value);
}

/** The body of a refusal without what is another in each. */
export function alike(text: string): Omit<ProblemBody, 'requestId'> {
  const { requestId: _, ...problem } = JSON.parse(text) as ProblemBody;
  return problem;
}

/** What of somebody else's stands in an answer; what was in the question is no news. */
export function leaks(world: World, text: string, { path, body }: Asked): string[] {
  const asked = `${decodeURIComponent(path.replaceAll(/%(FF|00)/g, ''))} ${JSON.stringify(body)}`;
  return secretsOf(world).filter((secret) => text.includes(secret) && !asked.includes(secret));
}

/** Says in the output of the tests how much was tried. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

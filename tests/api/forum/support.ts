import { accounts } from '../../../api/accounts/tables.ts';
import type { Role } from '../../../api/access/rules.ts';
import { newId } from '../../../api/db/id.ts';
import type { SentPost, Thread } from '../../../api/forum/contract.ts';
import { sendJson } from '../support/ask.ts';
import type { makePortal } from '../../support/services.ts';

type Portal = Awaited<ReturnType<typeof makePortal>>;

export type Member = Awaited<ReturnType<typeof memberOf>>;

let count = 0;

/** Somebody with an account and a session of their own, as a browser of theirs. */
export async function memberOf(portal: Portal, name = 'Rose', role: Role = 'member') {
  const { services, app } = portal;
  const id = newId(services.clock(), services.random);
  count += 1;
  const email = `${role}-${count}@example.com`;
  await services.db.write([
    services.db.read
      .insert(accounts)
      .values({ id, email, name, language: 'en', role, createdAt: services.clock() - 86_400_000 }),
  ]);
  let cookie = await sessionOf(portal, id, role);
  const ask = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Cookie', cookie);
    return app.request(path, { ...init, headers });
  };
  /** Sessions end while a test lets months pass. */
  const signInAgain = async () => {
    cookie = await sessionOf(portal, id, role);
  };
  return { id, role, name, email, ask, signInAgain, cookie: () => cookie };
}

/** Makes somebody one whom the reviewers know: what they write appears, however much it is. */
export async function trust({ services }: Portal, ...members: { id: string }[]): Promise<void> {
  for (const { id } of members) {
    await services.db.raw.execute({
      sql: 'insert into forum_members (account_id, level, posts, created_at) values (?, 3, 200, 1)',
      args: [id],
    });
  }
}

/** A cookie as signing in would set it. */
async function sessionOf({ services }: Portal, id: string, role: Role): Promise<string> {
  const { Hono } = await import('hono');
  const door = new Hono().get('/', async (c) => {
    await services.sessions.start(c, { id, role });
    return c.body(null, 204);
  });
  const answer = await door.request('/');
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

export const question = {
  language: 'en',
  board: 'returns',
  kind: 'question',
  title: 'Can I return worn insoles?',
  body: 'I wore them **once**, indoors.',
} as const;

export async function askIn(member: Member, changes: object = {}): Promise<SentPost> {
  return sent(await sendJson(member.ask, '/api/forum/threads', { ...question, ...changes }));
}

export async function answerIn(member: Member, number: number, body: string, changes: object = {}): Promise<SentPost> {
  return sent(await sendJson(member.ask, `/api/forum/threads/${number}/posts`, { body, ...changes }));
}

/** A thread as somebody sees it. */
export async function seenBy(who: { ask: Member['ask'] } | Portal['app'], number: number, page = 1): Promise<Thread> {
  const path = `/api/forum/threads/${number}?page=${page}`;
  const answer = await ('ask' in who ? who.ask(path) : who.request(path));
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Thread;
}

async function sent(answer: Response): Promise<SentPost> {
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as SentPost;
}

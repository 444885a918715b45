import { eq, sql } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import type { Role } from '../../../api/access/rules.ts';
import { hashPassword } from '../../../api/accounts/passwords.ts';
import { accounts } from '../../../api/accounts/tables.ts';
import { auditLog } from '../../../api/audit/tables.ts';
import { newId } from '../../../api/db/id.ts';
import { type MailKindName, mailKinds } from '../../../api/mail/kinds.ts';
import type { MailKind, MailText } from '../../../api/mail/mail.ts';
import { outbox } from '../../../api/outbox/tables.ts';
import type { makePortal } from '../../support/services.ts';
import { sendJson } from '../support/ask.ts';

type Portal = Pick<Awaited<ReturnType<typeof makePortal>>, 'app' | 'services' | 'time'>;

/** A browser with cookies of its own. */
export function browserOf({ app }: Portal, userAgent = '') {
  let cookie = '';
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (cookie) headers.set('Cookie', cookie);
    if (userAgent) headers.set('User-Agent', userAgent);
    const answer = await app.request(path, { ...init, headers });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      cookie = /Max-Age=0/.test(set) ? '' : pair;
    }
    return answer;
  };
  return {
    ask,
    send: (method: string, path: string, value: unknown = {}) => sendJson(ask, path, value, { method }),
    read: async (path: string) => (await (await ask(path)).json()) as Record<string, unknown>,
    /** Who the portal takes it for. */
    who: async () => {
      const { account } = (await (await ask('/api/session')).json()) as { account: { email: string } | null };
      return account?.email ?? null;
    },
    cookie: () => cookie,
  };
}

export type Browser = ReturnType<typeof browserOf>;

export const password = 'a walk before breakfast';

/** Somebody with an account, straight into the database, and a browser that they have signed in with. */
export async function makePerson(portal: Portal, email: string, role: Role, userAgent?: string) {
  const { db, clock, random } = portal.services;
  // Later than whoever was made before.
  portal.time.now += 1;
  const id = newId(clock(), random);
  const passwordHash = await hashPassword(password);
  const account = { id, email, name: email.split('@')[0] ?? '', language: 'en' as const, role, passwordHash };
  await db.write([db.read.insert(accounts).values({ ...account, createdAt: clock() })]);
  const browser = browserOf(portal, userAgent);
  const answer = await browser.send('POST', '/api/session', { email, password });
  if (answer.status !== 201) throw new Error(`Signing in failed: ${await answer.text()}`);
  return { id, email, browser };
}

/** The mails that are to leave, as they would be written now; `null` for one with nothing to say. */
export async function mailsOf({ services }: Portal, to?: string) {
  const rows = await services.db.read
    .select()
    .from(outbox)
    .orderBy(sql`rowid`);
  const mails = rows.map(async ({ kind, payload, recipient, recipientName, language }) => {
    const mailKind = mailKinds[kind as MailKindName] as MailKind<unknown>;
    const context = { services, language, to: { address: recipient, name: recipientName } };
    return { kind, to: recipient, payload, text: await mailKind.write(payload, context) };
  });
  return (await Promise.all(mails)).filter((mail) => to === undefined || mail.to === to);
}

/** The token in the latest mail to somebody. */
export async function tokenFor(portal: Portal, to: string): Promise<string> {
  const { text } = (await mailsOf(portal, to)).at(-1) ?? {};
  return tokenIn(text ?? null);
}

export function tokenIn(text: MailText | null): string {
  for (const block of text?.blocks ?? []) {
    if ('url' in block) return /#[a-z-]+=(.+)$/.exec(block.url)?.[1] ?? '';
  }
  return '';
}

/** What the audit log says happened, in order. */
export async function recorded({ services }: Portal): Promise<string[]> {
  const rows = await services.db.read
    .select()
    .from(auditLog)
    .orderBy(sql`rowid`);
  return rows.map(({ action }) => action);
}

/** Sets a second step up, as an app would; gives the app and the recovery codes. */
export async function setUpTotp(portal: Portal, browser: Browser, currentPassword: string | undefined = password) {
  const begun = await browser.send('POST', '/api/account/totp', { currentPassword });
  if (begun.status !== 201) throw new Error(`It was refused: ${await begun.text()}`);
  const { secret } = (await begun.json()) as { secret: string };
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  const codeAt = (ms = portal.time.now) => app.generate({ timestamp: ms });
  const answer = await browser.send('PUT', '/api/account/totp', { code: codeAt() });
  if (answer.status !== 200) throw new Error(`It was refused: ${await answer.text()}`);
  const { recoveryCodes } = (await answer.json()) as { recoveryCodes: string[] };
  return { secret, codeAt, recoveryCodes };
}

export async function accountAt({ services }: Portal, email: string) {
  const [row] = await services.db.read.select().from(accounts).where(eq(accounts.email, email));
  return row;
}

/** How requests that were sent at the same moment were answered, the lowest first. */
export async function statusesOf(asked: Promise<Response>[]): Promise<number[]> {
  return (await Promise.all(asked)).map(({ status }) => status).sort((one, other) => one - other);
}

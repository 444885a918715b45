import { desc, eq } from 'drizzle-orm';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { Lucia, TimeSpan } from 'lucia';
import type { Account, SessionOfDevice } from '../accounts/contract.ts';
import type { AccountState } from '../accounts/tables.ts';
import type { Database } from '../db/database.ts';
import { sessionAdapter } from './adapter.ts';
import { deviceOf } from './device.ts';
import { endOfSession } from './lifetimes.ts';
import { type SessionStage, sessions as sessionTable } from './tables.ts';
import { hashOf } from './tokens.ts';

interface SessionAttributes {
  createdAt: number;
  expiresAt: number;
  stage: SessionStage;
  device: string;
  lastUsedAt: number;
}

type Used = Pick<SessionAttributes, 'createdAt' | 'stage' | 'lastUsedAt'>;

interface UserAttributes extends Omit<Account, 'id'> {
  state: AccountState;
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

const cookieDays = 30;
/** A use is noted when the last one that was is this long ago. */
const notedEveryMs = 10 * 60_000;

/** A browser's session, however far it has come. */
export interface Session {
  id: string;
  stage: SessionStage;
  /** When somebody signed in with it, in milliseconds since the epoch. */
  createdAt: number;
  account: Account;
}

/** Who is signed in. The only door to Lucia: nothing outside this folder knows of it. */
export interface Sessions {
  /** Starts a session for an account and sets its cookie; a session the browser had before ends. */
  start(c: Context, account: Pick<Account, 'id' | 'role'>, stage?: SessionStage): Promise<void>;
  /** The account that is signed in, or `null`; also `null` for one that is only halfway in. */
  current(c: Context): Promise<Account | null>;
  /** The same, without putting the session's end off. */
  look(c: Context): Promise<Account | null>;
  /** The browser's session at whatever stage, or `null`. Using it puts its end off. */
  read(c: Context): Promise<Session | null>;
  /** Where an account is signed in: here first, then the latest used. */
  listOf(c: Context, accountId: string): Promise<SessionOfDevice[]>;
  /** Ends the browser's session and clears its cookie. */
  end(c: Context): Promise<void>;
  /** Ends every session of an account, as a change of its password or rights must. */
  endAllOf(accountId: string): Promise<void>;
  /** Removes sessions that have ended by themselves. */
  forgetExpired(): Promise<void>;
}

interface Needs {
  db: Database;
  publicUrl: string;
  clock: () => number;
  random: (bytes: number) => Buffer;
}

/** Sessions stored as the SHA-256 of their token; how long they live stands in `lifetimes.ts`. */
export function createSessions({ db, publicUrl, clock, random }: Needs): Sessions {
  const secure = publicUrl.startsWith('https:');
  const cookieName = secure ? '__Host-mado-session' : 'mado-session';
  const lucia = new Lucia(sessionAdapter(db, clock), {
    // No time of its own: so it never puts an end off.
    sessionExpiresIn: new TimeSpan(0, 's'),
    getSessionAttributes: ({ createdAt, stage, lastUsedAt }) => ({ createdAt, stage, lastUsedAt }),
    getUserAttributes: (attributes) => attributes,
  });

  /** Also when nothing can be written: a full disk signs nobody out. */
  async function noteUse(id: string, role: Account['role'], { stage, createdAt, lastUsedAt }: Used) {
    const now = clock();
    if (now - lastUsedAt < notedEveryMs) return;
    const expiresAt = seconds(endOfSession({ role, stage, createdAt }, now));
    const statement = db.read.update(sessionTable).set({ lastUsedAt: now, expiresAt }).where(eq(sessionTable.id, id));
    await db.write([statement]).catch(() => undefined);
  }

  async function read(c: Context, isUse = true): Promise<Session | null> {
    const token = getCookie(c, cookieName);
    if (!token) return null;
    const { session, user } = await lucia.validateSession(hashOf(token));
    if (!session) return null;
    const { state, id, email, name, language, role } = user;
    if (state !== 'active') return null;
    if (isUse) await noteUse(session.id, role, session);
    const { stage, createdAt } = session;
    return { id: session.id, stage, createdAt, account: { id, email, name, language, role } };
  }

  return {
    async start(c, { id, role }, stage = 'signed-in') {
      const before = getCookie(c, cookieName);
      if (before) await lucia.invalidateSession(hashOf(before));
      const token = random(24).toString('base64url');
      const now = clock();
      const expiresAt = seconds(endOfSession({ role, stage, createdAt: now }, now));
      const device = deviceOf(c.req.header('User-Agent'));
      const attributes = { createdAt: now, lastUsedAt: now, expiresAt, stage, device };
      await lucia.createSession(id, attributes, { sessionId: hashOf(token) });
      const maxAge = cookieDays * 86_400;
      setCookie(c, cookieName, token, { path: '/', httpOnly: true, secure, sameSite: 'Lax', maxAge });
    },
    read: (c) => read(c),
    async current(c) {
      const session = await read(c);
      return session?.stage === 'signed-in' ? session.account : null;
    },
    async look(c) {
      const session = await read(c, false);
      return session?.stage === 'signed-in' ? session.account : null;
    },
    async listOf(c, accountId) {
      const current = hashOf(getCookie(c, cookieName) ?? '');
      const rows = await db.read
        .select()
        .from(sessionTable)
        .where(eq(sessionTable.accountId, accountId))
        .orderBy(desc(sessionTable.lastUsedAt));
      return rows
        .filter(({ stage, expiresAt }) => stage === 'signed-in' && expiresAt * 1000 > clock())
        .map(({ id, device, createdAt, lastUsedAt }) => ({
          id,
          device,
          createdAt,
          lastUsedAt,
          isCurrent: id === current,
        }))
        .sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
    },
    async end(c) {
      const token = getCookie(c, cookieName);
      if (token) await lucia.invalidateSession(hashOf(token));
      deleteCookie(c, cookieName, { path: '/', secure });
    },
    async forgetExpired() {
      await lucia.deleteExpiredSessions();
    },
    async endAllOf(accountId) {
      await lucia.invalidateUserSessions(accountId);
    },
  };
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}

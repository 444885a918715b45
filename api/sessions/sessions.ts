import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { Lucia, TimeSpan } from 'lucia';
import type { Account } from '../accounts/contract.ts';
import type { Database } from '../db/database.ts';
import { sessionAdapter } from './adapter.ts';
import { hashOf } from './tokens.ts';

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ createdAt: number }, Omit<Account, 'id'>>;
    DatabaseSessionAttributes: { createdAt: number };
    DatabaseUserAttributes: Omit<Account, 'id'>;
  }
}

const idleDays = 14;
const longestDays = 30;
const dayMs = 86_400_000;

/** Who is signed in. The only door to Lucia: nothing outside this folder knows of it. */
export interface Sessions {
  /** Starts a session for an account and sets its cookie; a session the browser had before ends. */
  start(c: Context, accountId: string): Promise<void>;
  /** The account that is signed in, or `null`. Extends the session when half of its idle time has passed. */
  current(c: Context): Promise<Account | null>;
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

/** Sessions stored as the SHA-256 of their token; idle for 14 days at most, 30 days old at most (OWASP ASVS 5.0 7.3). */
export function createSessions({ db, publicUrl, clock, random }: Needs): Sessions {
  const secure = publicUrl.startsWith('https:');
  const cookieName = secure ? '__Host-mado-session' : 'mado-session';
  const lucia = new Lucia(sessionAdapter(db), {
    sessionExpiresIn: new TimeSpan(idleDays, 'd'),
    getSessionAttributes: ({ createdAt }) => ({ createdAt }),
    getUserAttributes: ({ email, name, language, role }) => ({ email, name, language, role }),
  });

  function rememberInCookie(c: Context, token: string) {
    setCookie(c, cookieName, token, {
      path: '/',
      httpOnly: true,
      secure,
      sameSite: 'Lax',
      maxAge: longestDays * 86_400,
    });
  }

  return {
    async start(c, accountId) {
      const before = getCookie(c, cookieName);
      if (before) await lucia.invalidateSession(hashOf(before));
      const token = random(24).toString('base64url');
      await lucia.createSession(accountId, { createdAt: clock() }, { sessionId: hashOf(token) });
      rememberInCookie(c, token);
    },
    async current(c) {
      const token = getCookie(c, cookieName);
      if (!token) return null;
      const { session, user } = await lucia.validateSession(hashOf(token));
      if (!session) return null;
      if (clock() - session.createdAt > longestDays * dayMs) {
        await lucia.invalidateSession(session.id);
        return null;
      }
      return user;
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

import { eq, lt, sql } from 'drizzle-orm';
import type { Adapter, DatabaseSession } from 'lucia';
import { accounts } from '../accounts/tables.ts';
import type { Database } from '../db/database.ts';
import { sessions } from './tables.ts';

/**
 * Lucia's storage on our database: reads through drizzle, writes through the queue. When a session ends is our doing
 * (`lifetimes.ts`) and by our clock; Lucia, which looks at the computer's, is told how far off that is.
 */
export function sessionAdapter(db: Database, clock: () => number): Adapter {
  function asLucia({ id, accountId, expiresAt, ...attributes }: typeof sessions.$inferSelect): DatabaseSession {
    return {
      id,
      userId: accountId,
      expiresAt: new Date(expiresAt * 1000 - clock() + Date.now()),
      attributes: { ...attributes, expiresAt },
    };
  }

  // Asked with nearly every request of somebody who is signed in: its SQL is made once.
  const sessionAndAccount = db.read
    .select()
    .from(sessions)
    .innerJoin(accounts, eq(sessions.accountId, accounts.id))
    .where(eq(sessions.id, sql.placeholder('id')))
    .prepare();
  return {
    async getSessionAndUser(sessionId) {
      const [row] = await sessionAndAccount.all({ id: sessionId });
      if (!row) return [null, null];
      const { id, email, name, language, role, state } = row.accounts;
      return [asLucia(row.sessions), { id, attributes: { email, name, language, role, state } }];
    },
    async getUserSessions(accountId) {
      const rows = await db.read.select().from(sessions).where(eq(sessions.accountId, accountId));
      return rows.map(asLucia);
    },
    async setSession({ id, userId, attributes }) {
      await db.write([db.read.insert(sessions).values({ id, accountId: userId, ...attributes })]);
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      const seconds = Math.floor((expiresAt.getTime() - Date.now() + clock()) / 1000);
      await db.write([db.read.update(sessions).set({ expiresAt: seconds }).where(eq(sessions.id, sessionId))]);
    },
    async deleteSession(sessionId) {
      await db.write([db.read.delete(sessions).where(eq(sessions.id, sessionId))]);
    },
    async deleteUserSessions(accountId) {
      await db.write([db.read.delete(sessions).where(eq(sessions.accountId, accountId))]);
    },
    async deleteExpiredSessions() {
      await db.write([db.read.delete(sessions).where(lt(sessions.expiresAt, Math.floor(clock() / 1000)))]);
    },
  };
}

import { eq, lt } from 'drizzle-orm';
import type { Adapter, DatabaseSession } from 'lucia';
import { accounts } from '../accounts/tables.ts';
import type { Database } from '../db/database.ts';
import { sessions } from './tables.ts';

/** Lucia's storage on our database: reads through drizzle, writes through the queue. */
export function sessionAdapter(db: Database): Adapter {
  return {
    async getSessionAndUser(sessionId) {
      const [row] = await db.read
        .select()
        .from(sessions)
        .innerJoin(accounts, eq(sessions.accountId, accounts.id))
        .where(eq(sessions.id, sessionId));
      if (!row) return [null, null];
      const { id, email, name, language, role } = row.accounts;
      return [asLucia(row.sessions), { id, attributes: { email, name, language, role } }];
    },
    async getUserSessions(accountId) {
      const rows = await db.read.select().from(sessions).where(eq(sessions.accountId, accountId));
      return rows.map(asLucia);
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await db.write([
        db.read
          .insert(sessions)
          .values({ id, accountId: userId, expiresAt: seconds(expiresAt), createdAt: attributes.createdAt }),
      ]);
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      await db.write([
        db.read
          .update(sessions)
          .set({ expiresAt: seconds(expiresAt) })
          .where(eq(sessions.id, sessionId)),
      ]);
    },
    async deleteSession(sessionId) {
      await db.write([db.read.delete(sessions).where(eq(sessions.id, sessionId))]);
    },
    async deleteUserSessions(accountId) {
      await db.write([db.read.delete(sessions).where(eq(sessions.accountId, accountId))]);
    },
    async deleteExpiredSessions() {
      await db.write([db.read.delete(sessions).where(lt(sessions.expiresAt, seconds(new Date())))]);
    },
  };
}

function asLucia(row: typeof sessions.$inferSelect): DatabaseSession {
  return {
    id: row.id,
    userId: row.accountId,
    expiresAt: new Date(row.expiresAt * 1000),
    attributes: { createdAt: row.createdAt },
  };
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

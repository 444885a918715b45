import { and, eq, sql } from 'drizzle-orm';
import { audited } from '../../audit/audited.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { endSessionsOf } from '../../sessions/end-sessions.ts';
import { sessions } from '../../sessions/tables.ts';
import type { By } from '../who.ts';

/** Signs one of somebody's own devices out. Throws `not-found`, also for another's. */
export async function endOwnSession(services: Services, id: string, by: By): Promise<void> {
  const { db } = services;
  const isTheirs = and(eq(sessions.id, id), eq(sessions.accountId, by.accountId));
  const guard = sql`exists (select 1 from ${sessions} where ${isTheirs})`;
  const [recorded] = await db.write([
    audited(services, { ...by, action: 'session-ended', target: { kind: 'account', id: by.accountId } }, guard),
    db.read.delete(sessions).where(isTheirs),
  ]);
  if (!recorded?.changes) throw new Problem('not-found');
}

/** Signs all of somebody's own devices out but the one they ask with. */
export async function endOtherSessions(services: Services, current: string | undefined, by: By): Promise<void> {
  const target = { kind: 'account', id: by.accountId };
  await services.db.write([
    audited(services, { ...by, action: 'other-sessions-ended', target }),
    endSessionsOf(services.db, by.accountId, { except: current }),
  ]);
}

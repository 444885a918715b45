import { lt, type SQL, sql } from 'drizzle-orm';
import { insertWhere } from '../db/statements.ts';
import type { Services } from '../services.ts';
import { audited } from './audited.ts';
import { auditLog } from './tables.ts';

const dayMs = 86_400_000;
const fewestDays = 30;

/**
 * Forgets what was done more than so many days ago, and records that it did: the database lets nothing else go. Does
 * nothing where nothing is that old. Throws a `RangeError` for fewer than 30 days.
 */
export async function forgetOldEntries(
  services: Pick<Services, 'db' | 'clock' | 'random'>,
  days: number,
): Promise<void> {
  if (!(days >= fewestDays))
    throw new RangeError(`The audit log is kept for ${fewestDays} days at least, not ${days}.`);
  const { db, clock } = services;
  const before = Math.floor(clock() - days * dayMs);
  const isOld = lt(auditLog.createdAt, before);
  await db.write([
    audited(
      services,
      {
        accountId: null,
        action: 'audit-log:forget',
        target: { kind: 'audit-log', id: 'audit-log' },
        detail: { before },
      },
      sql`exists (select 1 from ${auditLog} where ${isOld})`,
    ),
    db.read.delete(auditLog).where(isOld),
  ]);
}

/** The statement that records that older entries are forgotten, where there are any; the database asks for it. */
export function forgetting(before: number, now: number): SQL {
  return insertWhere(
    auditLog,
    {
      id: sql`lower(hex(randomblob(16)))`,
      accountId: null,
      action: 'audit-log:forget',
      targetKind: 'audit-log',
      targetId: 'audit-log',
      detail: { before },
      requestId: null,
      createdAt: now,
    },
    sql`exists (select 1 from ${auditLog} where ${lt(auditLog.createdAt, before)})`,
  );
}

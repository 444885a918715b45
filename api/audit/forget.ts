import { lt, sql } from 'drizzle-orm';
import type { Statement } from '../db/statements.ts';
import type { Services } from '../services.ts';
import { audited } from './audited.ts';
import { auditLog } from './tables.ts';

/**
 * The statement that records that older entries are forgotten, where there are any: the database lets none go without
 * it, and none of the last `fewestAuditLogDays`. `before` is in milliseconds since the epoch.
 */
export function forgetting(services: Pick<Services, 'clock' | 'random'>, before: number): Statement {
  return audited(
    services,
    {
      accountId: null,
      action: 'audit-log:forget',
      target: { kind: 'audit-log', id: 'audit-log' },
      detail: { before },
    },
    sql`exists (select 1 from ${auditLog} where ${lt(auditLog.createdAt, before)})`,
  );
}

import { type SQL, sql } from 'drizzle-orm';
import { newId } from '../db/id.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import type { Services } from '../services.ts';
import { auditLog } from './tables.ts';

export interface AuditEntry {
  /** Who did it; `null` for the portal itself and for customers. */
  accountId: string | null;
  /** A verb of the rules, or what happened: `accounts:change`, `sign-in-failed`. */
  action: string;
  target: { kind: string; id: string };
  /** Never a secret, never the text of a conversation. */
  detail?: Record<string, unknown>;
  requestId?: string;
}

/** The statement that records who did what, for the same write as what was done. */
export function audited(
  { clock, random }: Pick<Services, 'clock' | 'random'>,
  { accountId, action, target, detail = {}, requestId }: AuditEntry,
  guard: SQL = sql`true`,
): Statement {
  const now = clock();
  return insertWhere(
    auditLog,
    {
      id: newId(now, random),
      accountId,
      action,
      targetKind: target.kind,
      targetId: target.id,
      detail,
      requestId: requestId ?? null,
      createdAt: now,
    },
    guard,
  );
}

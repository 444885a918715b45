import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import type { AuditEntry, AuditPage, AuditQuery } from './contract.ts';
import { auditLog } from './tables.ts';

const batchSize = 500;

/** One page of what was done, newest first. */
export async function listEntries(db: Database, query: AuditQuery, pageSize = 50): Promise<AuditPage> {
  const rows = await entriesWhere(db, matching(query)).limit(pageSize + 1);
  const shown = rows.slice(0, pageSize).map(asEntry);
  const last = shown.at(-1);
  return { entries: shown, next: rows.length > pageSize && last ? `${last.at}_${last.id}` : null };
}

/** Everything that was done and that a query names, newest first, some at a time. */
export async function* everyEntry(db: Database, query: Omit<AuditQuery, 'after'>): AsyncGenerator<AuditEntry[], void> {
  let after: string | null = null;
  do {
    const page: AuditPage = await listEntries(db, after === null ? query : { ...query, after }, batchSize);
    yield page.entries;
    after = page.next;
  } while (after !== null);
}

/** One entry. Throws `not-found`. */
export async function readEntry(db: Database, id: string): Promise<AuditEntry> {
  const [row] = await entriesWhere(db, eq(auditLog.id, id)).limit(1);
  if (!row) throw new Problem('not-found');
  return asEntry(row);
}

function entriesWhere(db: Database, condition: SQL | undefined) {
  return db.read
    .select({ entry: auditLog, name: accounts.name })
    .from(auditLog)
    .leftJoin(accounts, eq(accounts.id, auditLog.accountId))
    .where(condition)
    .orderBy(desc(auditLog.createdAt), desc(auditLog.id));
}

function matching({ account, action, targetKind, targetId, from, to, after }: AuditQuery): SQL | undefined {
  const [time, id] = after?.split('_') ?? [];
  return and(
    account === undefined ? undefined : eq(auditLog.accountId, account),
    action === undefined ? undefined : eq(auditLog.action, action),
    targetKind === undefined ? undefined : eq(auditLog.targetKind, targetKind),
    targetId === undefined ? undefined : eq(auditLog.targetId, targetId),
    from === undefined ? undefined : gte(auditLog.createdAt, from),
    to === undefined ? undefined : lt(auditLog.createdAt, to),
    time && id ? sql`(${auditLog.createdAt}, ${auditLog.id}) < (${Number(time)}, ${id})` : undefined,
  );
}

function asEntry({ entry, name }: { entry: typeof auditLog.$inferSelect; name: string | null }): AuditEntry {
  const { id, createdAt, accountId, action, targetKind, targetId, detail, requestId } = entry;
  return {
    id,
    at: createdAt,
    by: accountId === null ? null : { id: accountId, name },
    action,
    target: { kind: targetKind, id: targetId },
    detail,
    requestId,
  };
}

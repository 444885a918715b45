import type { Language } from '../../content/schema/languages.ts';
import type { Database } from '../db/database.ts';
import { csvStream } from '../http/csv.ts';
import type { AuditEntry, AuditQuery } from './contract.ts';
import { everyEntry } from './read.ts';

/** Everything that a query names as CSV, newest first, read while it is sent. */
export function auditTable(db: Database, query: Omit<AuditQuery, 'after'>, language: Language) {
  return csvStream(headings[language], rowsOf(everyEntry(db, query)));
}

const headings: Record<Language, readonly string[]> = {
  ja: ['日時（UTC）', '操作した人', 'アカウントID', '操作', '対象の種類', '対象', '内容', 'リクエストID', '記録ID'],
  en: ['Time (UTC)', 'By', 'Account', 'Action', 'Kind of target', 'Target', 'Details', 'Request', 'Entry'],
};

async function* rowsOf(batches: AsyncIterable<AuditEntry[]>) {
  for await (const entries of batches) yield entries.map(rowOf);
}

function rowOf({ id, at, by, action, target, detail, requestId }: AuditEntry) {
  const details = Object.keys(detail).length === 0 ? null : JSON.stringify(detail);
  const time = new Date(at).toISOString();
  return [time, by?.name, by?.id, action, target.kind, target.id, details, requestId, id];
}

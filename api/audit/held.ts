import { type SQL, sql } from 'drizzle-orm';
import { deleteSome, type Held, type Subject } from '../privacy/held-data.ts';
import { auditLog } from './tables.ts';

/** What staff did about somebody. Entries that name only ids stay: they say nothing about an erased person. */
export const heldByAuditLog: readonly Held[] = [
  {
    table: auditLog,
    name: { ja: '担当者の操作記録', en: 'What staff did' },
    of: (subject) =>
      sql`(${auditLog.targetId} in ${subject.customers} or ${auditLog.targetId} in ${subject.conversations} or ${namesAddress(subject)})`,
    withheld: ['accountId', 'requestId'],
    erase: (subject, most) => deleteSome(auditLog, namesAddress(subject), most),
  },
];

function namesAddress({ addresses }: Subject): SQL {
  const { targetId, detail } = auditLog;
  return sql`exists (select 1 from ${addresses} as theirs where instr(lower(${targetId}), theirs.address) > 0 or instr(lower(${detail}), theirs.address) > 0)`;
}

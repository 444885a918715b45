import { type SQL, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { deleteSome, type Held, type Subject } from '../privacy/held-data.ts';
import { conversations as tickets } from '../tickets/tables.ts';
import { auditLog } from './tables.ts';

/**
 * What staff did about somebody. Entries that name only ids stay: they say nothing about an erased person. So do those
 * that name an address of staff: nobody who works here takes out of the log what they did, by asking as a customer.
 */
export const heldByAuditLog: readonly Held[] = [
  {
    table: auditLog,
    name: { ja: '担当者の操作記録', en: 'What staff did' },
    of: ({ customers, conversations, addresses }) =>
      sql`(${auditLog.targetId} in ${customers} or ${auditLog.targetId} in ${conversations}
        or ${auditLog.targetId} in (select ${tickets.reference} from ${tickets} where ${tickets.id} in ${conversations})
        or ${namesOneOf(addresses)})`,
    withheld: ['accountId', 'requestId'],
    erase: (subject, most) => deleteSome(auditLog, namesOneOf(withoutStaff(subject)), most),
  },
];

function withoutStaff({ addresses }: Subject): SQL {
  return sql`(select address from ${addresses} where address not in
    (select lower(${accounts.email}) from ${accounts} where ${accounts.role} <> 'member'))`;
}

function namesOneOf(addresses: SQL): SQL {
  const { targetId, detail } = auditLog;
  return sql`exists (select 1 from ${addresses} as theirs where instr(lower(${targetId}), theirs.address) > 0 or instr(lower(${detail}), theirs.address) > 0)`;
}

import { type SQL, sql } from 'drizzle-orm';
import { deleteSome, type Held, type Subject } from '../privacy/held-data.ts';
import { messages } from '../tickets/tables.ts';
import { idempotencyKeys } from './idempotency.ts';

/** What a retried request is known by: the hash of what was sent, and what came of it. */
export const heldByIdempotencyKeys: readonly Held[] = [
  {
    table: idempotencyKeys,
    name: { ja: '再送を見分けるための記録', en: 'Marks that tell a repeated sending' },
    of: rowsOf,
    withheld: ['key', 'fingerprint'],
    erase: (subject, most) => deleteSome(idempotencyKeys, rowsOf(subject), most),
  },
];

function rowsOf({ conversations, customers }: Subject): SQL {
  const { scope, resultId } = idempotencyKeys;
  const ownScope = (ids: SQL) => sql`exists (select 1 from ${ids} as theirs where instr(${scope}, theirs.id) > 0)`;
  const messagesOf = sql`(select ${messages.id} from ${messages} where ${messages.conversationId} in ${conversations})`;
  return sql`(${resultId} in ${conversations} or ${resultId} in ${messagesOf} or ${ownScope(conversations)} or ${ownScope(customers)})`;
}

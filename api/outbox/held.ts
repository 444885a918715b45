import { type SQL, sql } from 'drizzle-orm';
import { deleteSome, type Held, type Subject } from '../privacy/held-data.ts';
import { outbox } from './tables.ts';

/** What leaves for somebody's address, or about one of their requests. */
export const heldByOutbox: readonly Held[] = [
  {
    table: outbox,
    name: { ja: 'お送りしたメール', en: 'Mails sent' },
    of: rowsOf,
    withheld: ['leasedUntil', 'lease', 'lastError'],
    withheldByLink: ['recipient', 'recipientName'],
    erase: (subject, most) => deleteSome(outbox, rowsOf(subject), most),
  },
];

function rowsOf({ addresses, conversations }: Subject): SQL {
  return sql`(lower(${outbox.recipient}) in ${addresses} or ${outbox.conversationId} in ${conversations})`;
}

import { type SQL, sql } from 'drizzle-orm';
import { membersOf } from '../accounts/held.ts';
import { deleteSome, type Held, type Subject } from '../privacy/held-data.ts';
import { isUnleft } from '../tickets/departures.ts';
import { oneTimeTokens } from '../tokens/tables.ts';
import { outbox } from './tables.ts';

/** What leaves for somebody's address, for another that they wanted to have instead, or about one of their requests. */
export const heldByOutbox: readonly Held[] = [
  {
    table: outbox,
    name: { ja: 'お送りしたメール', en: 'Mails sent' },
    of: rowsOf,
    // What can still be taken back was sent to nobody.
    isTold: (now) => sql`not (${isUnleft(now)})`,
    withheld: ['leasedUntil', 'lease', 'lastError'],
    withheldByLink: ['recipient', 'recipientName'],
    erase: (subject, most) => deleteSome(outbox, rowsOf(subject), most),
  },
];

function rowsOf(subject: Subject): SQL {
  const { addresses, conversations } = subject;
  const ofMembers = sql`(select ${oneTimeTokens.id} from ${oneTimeTokens} where ${oneTimeTokens.subject} in ${membersOf(subject)})`;
  return sql`(lower(${outbox.recipient}) in ${addresses} or ${outbox.conversationId} in ${conversations}
    or json_extract(${outbox.payload}, '$.tokenId') in ${ofMembers})`;
}

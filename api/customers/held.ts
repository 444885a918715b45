import { sql } from 'drizzle-orm';
import { deleteSome, type Held, type Subject } from '../privacy/held-data.ts';
import { blockedSenders, customerMerges, identities } from './tables.ts';

const isOneOf = ({ customers, addresses }: Subject) =>
  sql`((${blockedSenders.kind} = 'email' and ${blockedSenders.value} in ${addresses})
    or (${blockedSenders.kind}, ${blockedSenders.value}) in (select kind, value from ${identities} where customer_id in ${customers}))`;
const isMergeOf = ({ customers }: Subject) =>
  sql`(${customerMerges.fromId} in ${customers} or ${customerMerges.intoId} in ${customers})`;

/**
 * What is known of customers beside their names and addresses. A block goes with whom it kept out: who has to stay
 * blocked, has to be held.
 */
export const heldByCustomers: readonly Held[] = [
  {
    table: blockedSenders,
    name: { ja: '受信のブロック', en: 'Blocked senders' },
    of: isOneOf,
    withheld: ['accountId'],
    erase: (subject, most) => deleteSome(blockedSenders, isOneOf(subject), most),
  },
  {
    table: customerMerges,
    name: { ja: 'お客様情報の統合', en: 'Records made one' },
    of: isMergeOf,
    withheld: ['accountId', 'moved'],
    erase: (subject, most) => deleteSome(customerMerges, isMergeOf(subject), most),
  },
];

import { sql } from 'drizzle-orm';
import { deleteSome, type Held } from '../privacy/held-data.ts';
import { customers, identities } from '../customers/tables.ts';
import { conversationEvents, conversations, messages, privateLinks } from './tables.ts';

/** What tickets hold of people. Of an erased conversation its times and states stay, so that figures stay right. */
export const heldByTickets: readonly Held[] = [
  {
    table: messages,
    name: { ja: 'やり取りの内容', en: 'Messages' },
    of: ({ conversations: theirs }) => sql`${messages.conversationId} in ${theirs}`,
    withheld: ['authorAccountId'],
    isMany: true,
    erase: ({ conversations: theirs }, most) =>
      deleteSome(messages, sql`${messages.conversationId} in ${theirs}`, most),
  },
  {
    table: conversationEvents,
    name: { ja: '状況の変化', en: 'History of the requests' },
    of: ({ conversations: theirs }) => sql`${conversationEvents.conversationId} in ${theirs}`,
    withheld: ['accountId'],
    isMany: true,
    // States are figures; whatever else a detail holds may be somebody's words.
    erase: ({ conversations: theirs }, most) =>
      sql`update ${conversationEvents} set detail = '{}' where rowid in (select rowid from ${conversationEvents}
        where ${conversationEvents.conversationId} in ${theirs} and ${conversationEvents.kind} not in ('opened', 'state-changed')
        and ${conversationEvents.detail} <> '{}' limit ${most})`,
  },
  {
    table: privateLinks,
    name: { ja: '専用ページの期限', en: 'Private links' },
    of: ({ conversations: theirs }) => sql`${privateLinks.conversationId} in ${theirs}`,
    withheld: ['tokenHash'],
    // The link goes on saying that its request was erased, until it expires.
    erase: null,
  },
  {
    table: conversations,
    name: { ja: 'お問い合わせ', en: 'Requests' },
    of: ({ conversations: theirs }) => sql`${conversations.id} in ${theirs}`,
    withheld: ['version'],
    erase: ({ conversations: theirs }, most, now) =>
      sql`update ${conversations} set subject = '', reference = 'E-' || hex(randomblob(8)), erased_at = ${now},
        waiting_since = null, version = version + 1
        where id in ${theirs} and erased_at is null and ${most} > 0`,
  },
  {
    table: customers,
    name: { ja: 'お名前と言語', en: 'Name and language' },
    of: ({ customers: them }) => sql`${customers.id} in ${them}`,
    erase: ({ customers: them }, most, now) =>
      sql`update ${customers} set name = null, erased_at = ${now} where id in ${them} and erased_at is null and ${most} > 0`,
  },
  {
    // The last: by their addresses the others find what is theirs.
    table: identities,
    name: { ja: 'ご連絡先', en: 'Addresses' },
    of: ({ customers: them }) => sql`${identities.customerId} in ${them}`,
    erase: ({ customers: them }, most) => deleteSome(identities, sql`${identities.customerId} in ${them}`, most),
  },
];

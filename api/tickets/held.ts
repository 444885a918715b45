import { type SQL, sql } from 'drizzle-orm';
import { deleteSome, type Held } from '../privacy/held-data.ts';
import { customers, identities } from '../customers/tables.ts';
import { isSeenByCustomer } from './departures.ts';
import {
  conversationArticles,
  conversationChanges,
  conversationEvents,
  conversations,
  conversationTags,
  messages,
  notes,
  privateLinks,
  ratings,
} from './tables.ts';

/** What tickets hold of people. Of an erased conversation its times and states stay, so that figures stay right. */
export const heldByTickets: readonly Held[] = [
  {
    table: messages,
    name: { ja: 'やり取りの内容', en: 'Messages' },
    // What was taken back before it left was never said.
    of: ({ conversations: theirs }) => sql`${messages.conversationId} in ${theirs} and ${messages.takenBackAt} is null`,
    // Nor has what still can be.
    isTold: isSeenByCustomer,
    withheld: ['authorAccountId', 'outboxId', 'takenBackAt'],
    isMany: true,
    erase: ({ conversations: theirs }, most) =>
      deleteSome(messages, sql`${messages.conversationId} in ${theirs}`, most),
  },
  {
    table: notes,
    name: { ja: '担当者間のメモ', en: 'Notes of staff' },
    of: ({ conversations: theirs }) => sql`${notes.conversationId} in ${theirs}`,
    isInternal: true,
    isMany: true,
    erase: ({ conversations: theirs }, most) => deleteSome(notes, sql`${notes.conversationId} in ${theirs}`, most),
  },
  {
    table: conversationTags,
    name: { ja: 'お問い合わせの分類', en: 'Tags of the requests' },
    of: ({ conversations: theirs }) => sql`${conversationTags.conversationId} in ${theirs}`,
    erase: ({ conversations: theirs }, most) =>
      deleteSome(conversationTags, sql`${conversationTags.conversationId} in ${theirs}`, most),
  },
  {
    table: conversationArticles,
    name: { ja: 'ご案内したページ', en: 'Pages you were led to' },
    of: ({ conversations: theirs }) => sql`${conversationArticles.conversationId} in ${theirs}`,
    withheld: ['accountId'],
    erase: ({ conversations: theirs }, most) =>
      deleteSome(conversationArticles, sql`${conversationArticles.conversationId} in ${theirs}`, most),
  },
  {
    table: ratings,
    name: { ja: '対応へのご評価', en: 'What you thought of our answers' },
    of: ({ conversations: theirs }) => sql`${ratings.conversationId} in ${theirs}`,
    // The score is a figure.
    erase: ({ conversations: theirs }, most) =>
      sql`update ${ratings} set comment = null where ${ratings.conversationId} in ${theirs} and comment is not null and ${most} > 0`,
  },
  {
    table: conversationChanges,
    name: { ja: '変更の取り消しのための記録', en: 'What changes can be undone by' },
    of: ({ conversations: theirs }) => sql`exists (${itemsOf(theirs)})`,
    // It speaks of other people's requests, too.
    withheld: ['accountId', 'before'],
    erase: ({ conversations: theirs }, most) =>
      sql`update ${conversationChanges} set before =
        (select json_group_array(json(item.value)) from json_each(${conversationChanges.before}) as item where ${itemId} not in ${theirs})
        where exists (${itemsOf(theirs)}) and ${most} > 0`,
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
    withheld: ['version', 'teamId', 'assigneeId', 'snoozedUntil'],
    erase: ({ conversations: theirs }, most, now) =>
      sql`update ${conversations} set subject = '', reference = 'E-' || hex(randomblob(8)), erased_at = ${now},
        category = null, answers = '[]', waiting_since = null, due_at = null, snoozed_until = null, version = version + 1
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

const itemId = sql`json_extract(item.value, '$.id')`;

/** What a change that can be undone says of conversations. */
function itemsOf(theirs: SQL): SQL {
  return sql`select 1 from json_each(${conversationChanges.before}) as item where ${itemId} in ${theirs}`;
}

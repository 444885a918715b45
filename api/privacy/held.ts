import { sql } from 'drizzle-orm';
import { heldByAccounts } from '../accounts/held.ts';
import { heldByAttachments } from '../attachments/held.ts';
import { heldByAuditLog } from '../audit/held.ts';
import { heldByCustomers } from '../customers/held.ts';
import { heldByIdempotencyKeys } from '../db/held.ts';
import { heldByDesk } from '../desk/held.ts';
import { heldByForum } from '../forum/held.ts';
import { heldByMailIn } from '../mail-in/held.ts';
import { heldByModeration } from '../moderation/held.ts';
import { heldByFilter } from '../moderation/reviewers/held.ts';
import { heldByNoticeSubscriptions } from '../notices/subscriptions/held.ts';
import { heldByOutbox } from '../outbox/held.ts';
import { heldByTickets } from '../tickets/held.ts';
import { heldByTokens } from '../tokens/held.ts';
import { deleteSome, type Held } from './held-data.ts';
import { legalHolds } from './tables.ts';

/**
 * Every table that holds something of a customer, in the order in which it is erased: what is found by an address comes
 * before the addresses. A new table stands here, or below with the reason why not; a test sees to it.
 */
export const held: readonly Held[] = [
  ...heldByOutbox,
  ...heldByMailIn,
  ...heldByTokens,
  ...heldByIdempotencyKeys,
  ...heldByAuditLog,
  ...heldByNoticeSubscriptions,
  ...heldByModeration,
  ...heldByFilter,
  ...heldByForum,
  ...heldByAccounts,
  {
    table: legalHolds,
    name: { ja: '消去の保留', en: 'What has to be kept' },
    of: ({ customers, conversations }) =>
      sql`(${legalHolds.customerId} in ${customers} or ${legalHolds.conversationId} in ${conversations})`,
    withheld: ['accountId'],
    erase: ({ customers }, most) => deleteSome(legalHolds, sql`${legalHolds.customerId} in ${customers}`, most),
  },
  ...heldByCustomers,
  ...heldByAttachments,
  ...heldByDesk,
  ...heldByTickets,
];

/** Tables that say nothing about a customer, and why. */
export const withoutPersonalData: Readonly<Record<string, string>> = {
  votes: 'a vote and its comment carry nothing that says who cast it; comments go by retention',
  notices: 'what the organisation tells everybody',
  notice_updates: 'what the organisation tells everybody',
  notice_events: 'what staff did with a notice',
  notice_mailings: 'how far the mails about a notice have come',
  forum_news: 'ids of posts, in the order in which they could be seen',
  forum_digests: 'how far the summary of a day has come',
  setup_links: 'hashes of the links that made the first owner',
  canned_answers: 'ready answers of staff, the same for everybody',
  teams: 'names of teams of staff',
  team_members: 'which staff are in which team',
  staff_rules: 'what holds for everybody who works here',
  rate_limits: 'keyed hashes of whom something was counted of, for an hour at most',
  used_proofs: 'proofs of work that were used, until they end within the hour',
  saved_views: 'lists of the desk and their filters, kept by staff',
  presences: 'which staff looked at what half a minute ago',
  search_terms: 'the terms of searched_conversations, which go with its rows',
  search_terms_data: 'part of search_terms',
  search_terms_idx: 'part of search_terms',
  search_terms_docsize: 'part of search_terms',
  search_terms_config: 'part of search_terms',
  search_queue: 'ids of conversations whose entry in the search index is out of date',
  search_purges: 'whether the search index has to be merged',
  searched_threads: 'entries of the index of threads that everybody reads, which go with them',
  thread_terms: 'the terms of searched_threads, which go with its rows',
  thread_terms_data: 'part of thread_terms',
  thread_terms_idx: 'part of thread_terms',
  thread_terms_docsize: 'part of thread_terms',
  thread_terms_config: 'part of thread_terms',
  thread_search_queue: 'ids of threads whose entry in the search index is out of date',
  thread_search_purges: 'whether the index of threads has to be merged',
  live_changes: 'ids of conversations that changed within the last hours',
  news_cursor: 'how far staff were told of what changed',
  new_ticket_mails: 'which staff want a mail for each new request',
  mail_sources: 'how far a mailbox was read; its name is a hash',
  reply_times: 'one figure about all conversations together',
  watched_words: 'words and patterns that moderators look out for',
  spam_pairs: 'how often pairs of characters stood in spam and in honest posts, of all posts together',
  jobs: 'when the portal last did what it does by the clock',
  erasures: 'hashes of the ids of customers who were erased, and counts',
  migrations: 'which changes of the schema have run',
};

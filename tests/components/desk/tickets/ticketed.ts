import type { CustomerHistory } from '../../../../api/customers/contract.ts';
import type { Colleagues } from '../../../../api/desk/contract.ts';
import type { StaffMessage, Ticket } from '../../../../api/tickets/contract.ts';
import { summaryOf } from './summaries.ts';

const opened = Date.parse('2026-11-16T10:00:00+09:00');

/** A message as the desk has it: the customer's, by the web. */
export function messageOf(id: string, change: Partial<StaffMessage> = {}): StaffMessage {
  return {
    id,
    channel: 'web',
    direction: 'in',
    author: '佐藤花子',
    body: '箱を捨ててしまいました。',
    createdAt: opened,
    attachments: [],
    trail: [],
    quoted: null,
    isSenderProven: null,
    sender: null,
    delivery: null,
    takeBackUntil: null,
    isTakenBack: false,
    ...change,
  };
}

/** The whole of it, as its own element gets it. */
export function ticketOf(reference: string, change: Partial<Ticket> = {}): Ticket {
  return {
    ...summaryOf(reference, { waitingSince: opened }),
    // Without one, nobody's history is fetched beside the ticket.
    customerId: '',
    name: '佐藤花子',
    email: 'hanako@example.com',
    emailVerified: true,
    answers: [],
    nextStates: ['waiting', 'solved', 'spam'],
    messages: [messageOf('1')],
    notes: [],
    events: [],
    articles: [],
    continues: null,
    mergedInto: null,
    rating: null,
    replyChannels: ['web'],
    otherTickets: [],
    ...change,
  };
}

/** Who works at the desk. */
export const colleagues: Colleagues = {
  teams: [
    { id: 't1', name: '物流' },
    { id: 't2', name: '返品' },
  ],
  agents: [
    { id: 'a1', name: '山田', teams: ['t2'] },
    { id: 'a2', name: 'Emma', teams: ['t1'] },
  ],
  tags: ['返品', 'サイズ', 'vip'],
  channels: [
    { id: 'web', name: { ja: 'ウェブ', en: 'Web' } },
    { id: 'email', name: { ja: 'メール', en: 'E-mail' } },
    { id: 'phone', name: { ja: '電話', en: 'Phone' } },
  ],
};

/** What stands beside a ticket of hers: one person, one history. */
export const hanako: CustomerHistory = {
  id: 'c1',
  name: '佐藤花子',
  language: 'ja',
  createdAt: opened,
  identities: [{ id: 'i1', kind: 'email', value: 'hanako@example.com', isVerified: true, isBlocked: false }],
  timeline: [],
  hasOlder: false,
  merges: [],
  likely: [],
};

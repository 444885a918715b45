import type { Ticket } from '../../../../api/tickets/contract.ts';
import { messageOf, ticketOf } from './ticketed.ts';

const at = (time: string) => Date.parse(`2026-11-${time}+09:00`);

/** A conversation with one of everything that can happen in it. */
export function richTicket(change: Partial<Ticket> = {}): Ticket {
  return ticketOf('M-AAAA', {
    subject: '左右でサイズの違う靴が届きました',
    customerId: 'c1',
    state: 'open',
    version: 14,
    priority: 'high',
    category: 'returns',
    team: { id: 't2', name: '返品' },
    assignee: { id: 'a1', name: '山田' },
    tags: ['返品', 'サイズ'],
    dueAt: at('16T15:00:00'),
    emailVerified: false,
    answers: [
      { id: 'order', question: 'ご注文番号', answer: 'A-20481' },
      { id: 'size', question: '届いたサイズ', answer: '左24.5cm・右25cm' },
    ],
    nextStates: ['waiting', 'on-hold', 'solved', 'spam'],
    messages: [
      messageOf('1', {
        body: '左右でサイズの違う靴が届きました。\n\n左が24.5cm、右が25cmです。週末の山歩きまでに交換していただけますか。',
        trail: [
          { kind: 'search', query: 'サイズ 違う', at: at('16T09:50:00') },
          { kind: 'page', url: '/ja/articles/returns/exchange/', title: 'サイズを交換する', at: at('16T09:52:00') },
        ],
        attachments: [{ id: 'f1', name: '靴の写真.jpg', type: 'image/jpeg', bytes: 482_133, preview: null }],
      }),
      messageOf('2', {
        channel: 'phone',
        createdAt: at('16T11:20:00'),
        sender: '+81312345678',
        body: 'お電話で、土曜日に必要とのこと。交換品の在庫を確認して折り返す約束をしました。',
      }),
      messageOf('3', {
        direction: 'out',
        author: '山田',
        channel: 'email',
        createdAt: at('16T11:40:00'),
        body: '佐藤花子様\n\nこのたびはご迷惑をおかけし、申し訳ございません。交換品を本日発送いたします。',
        delivery: 'sent',
      }),
      messageOf('4', {
        channel: 'email',
        author: 'hanako',
        sender: 'hanako@example.net',
        isSenderProven: false,
        createdAt: at('16T12:10:00'),
        body: 'ありがとうございます。届いた靴は箱のまま返送すればよいですか。',
        quoted: '2026年11月16日 11:40 アルク <help@aruku.example>:\n> 佐藤花子様\n> このたびはご迷惑をおかけし…',
      }),
      messageOf('5', {
        direction: 'out',
        author: 'Emma',
        channel: 'email',
        createdAt: at('16T12:20:00'),
        body: '送り状は同封していません。',
        isTakenBack: true,
        delivery: 'cancelled',
      }),
      messageOf('6', {
        direction: 'out',
        author: 'Emma',
        channel: 'email',
        createdAt: at('16T12:24:00'),
        body: 'はい、箱のままで大丈夫です。着払いの送り状をお入れしました。',
        delivery: 'failed',
      }),
    ],
    notes: [
      {
        id: 'n1',
        author: { id: 'a2', name: 'Emma' },
        body: '倉庫に25cmの在庫が2足あります。片方だけの交換はできないので、一足で送ります。',
        createdAt: at('16T11:30:00'),
      },
    ],
    events: [
      { id: 'e1', kind: 'handed-over', by: '山田', detail: { to: 't1' }, createdAt: at('16T11:25:00') },
      { id: 'e2', kind: 'assigned', by: 'Emma', detail: { to: 'a1' }, createdAt: at('16T11:32:00') },
      { id: 'e3', kind: 'state-changed', by: '山田', detail: { to: 'waiting' }, createdAt: at('16T11:40:00') },
      { id: 'e4', kind: 'state-changed', by: null, detail: { to: 'open' }, createdAt: at('16T12:10:00') },
      { id: 'e5', kind: 'reply-taken-back', by: 'Emma', detail: {}, createdAt: at('16T12:21:00') },
    ],
    articles: [{ url: '/ja/articles/returns/exchange/', title: 'サイズを交換する' }],
    continues: { reference: 'M-CCCC', subject: '幅広の靴はありますか', state: 'closed' },
    rating: { score: 'good', comment: '早い対応で助かりました。', at: at('16T13:00:00') },
    replyChannels: ['email', 'web'],
    otherTickets: [{ reference: 'M-BBBB', subject: '靴ひもの色', state: 'open', createdAt: at('10T09:00:00') }],
    ...change,
  });
}

import type { StaffMessage } from '../../../api/tickets/contract.ts';

type Delivery = NonNullable<StaffMessage['delivery']>;

export interface ThreadTexts {
  thread: string;
  from: { in: string; out: string };
  channels: Record<string, string>;
  proven: string;
  provenWhy: string;
  unproven: string;
  unprovenWhy: (sender: string | null) => string;
  quoted: string;
  delivery: Record<Delivery, string>;
  outbox: string;
  takenBack: string;
  takeBack: string;
  internal: string;
  internalWhy: string;
}

export const messages: Record<'ja' | 'en', ThreadTexts> = {
  ja: {
    thread: 'やり取り',
    from: { in: 'お客様', out: '窓口' },
    channels: {
      web: 'ウェブ',
      email: 'メール',
      phone: '電話',
      forum: 'フォーラム',
      chat: 'チャット',
      post: '郵便',
    },
    proven: '本人確認済み',
    provenWhy: 'ご本人だけが持つリンクやアカウント、または署名付きの返信先から届いたものです。',
    unproven: '本人未確認',
    unprovenWhy: (sender) =>
      `差出人${sender ? `（${sender}）` : ''}がご本人かどうかは確かめられていません。差出人名は偽ることができます。注文内容や個人情報を伝える前に、ご本人であることをお確かめください。`,
    quoted: '引用と署名を表示',
    delivery: {
      waiting: '送信中',
      sent: '送信済み',
      failed: '送信できませんでした',
      cancelled: '送信を取りやめました',
      bounced: '宛先に届きませんでした',
    },
    outbox: '送信箱を開く',
    takenBack: '取り消した返信です。お客様には届いていません。',
    takeBack: '取り消す',
    internal: '社内メモ',
    internalWhy: 'お客様には見えません',
  },
  en: {
    thread: 'Conversation',
    from: { in: 'Customer', out: 'Customer care' },
    channels: {
      web: 'Web',
      email: 'E-mail',
      phone: 'Phone',
      forum: 'Forum',
      chat: 'Chat',
      post: 'Post',
    },
    proven: 'Proven sender',
    provenWhy: 'It came by a link, a signed reply address or an account that only the customer has.',
    unproven: 'Unverified sender',
    unprovenWhy: (sender) =>
      `Nobody has proven that ${sender ?? 'the sender'} wrote this: the sender of a mail can be forged. Before you say anything about orders or personal details, make sure who it is.`,
    quoted: 'Show quoted text',
    delivery: {
      waiting: 'On its way',
      sent: 'Sent',
      failed: 'Could not be sent',
      cancelled: 'Not sent: called off',
      bounced: 'Came back: the address did not take it',
    },
    outbox: 'Open the outbox',
    takenBack: 'This reply was taken back. The customer never got it.',
    takeBack: 'Take back',
    internal: 'Internal note',
    internalWhy: 'customers never see it',
  },
};

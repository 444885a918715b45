import type { IdentityKind, LikelyReason } from '../../../api/customers/contract.ts';

export interface HistoryMessages {
  label: string;
  unnamed: string;
  since: (day: string) => string;
  loading: string;
  reach: string;
  kinds: Record<IdentityKind, string>;
  verified: string;
  unverified: string;
  blocked: string;
  block: string;
  blockWhom: (value: string) => string;
  reason: string;
  reasonHint: string;
  blockNow: string;
  blockDone: string;
  cancel: string;
  orders: string;
  ordersLoading: string;
  ordersNone: string;
  ordersUnreachable: string;
  timeline: string;
  timelineNone: string;
  older: string;
  open: string;
  channels: Readonly<Record<string, string>>;
  read: string;
  searched: string;
  rated: Record<'good' | 'bad', string>;
  likely: string;
  why: Record<LikelyReason, string>;
  compare: (name: string) => string;
  compareShort: string;
  find: string;
  findAddress: string;
  findButton: string;
  findNone: string;
  same: string;
  mergeTitle: string;
  mergeLead: string;
  stays: string;
  goes: string;
  lastTickets: string;
  noTickets: string;
  merge: string;
  merged: string;
  merges: string;
  mergedBy: (name: string, day: string, by: string | null) => string;
  undo: string;
  undone: string;
}

export const messages: Record<'ja' | 'en', HistoryMessages> = {
  ja: {
    label: 'お客様',
    unnamed: 'お名前なし',
    since: (day) => `${day}から`,
    loading: 'お客様の履歴を読み込んでいます…',
    reach: 'ご連絡先',
    kinds: { email: 'メール', phone: '電話', line: 'LINE', account: 'アカウント', post: '郵便' },
    verified: '確認済み',
    unverified: '未確認',
    blocked: 'ブロック中',
    block: 'ブロック',
    blockWhom: (value) => `${value} をブロック`,
    reason: 'ブロックする理由',
    reasonHint: '今後、この送信元からは届かなくなります。理由はスタッフだけに表示されます。',
    blockNow: 'ブロックする',
    blockDone: 'ブロックしました。',
    cancel: 'やめる',
    orders: 'ご注文',
    ordersLoading: 'ショップに問い合わせています…',
    ordersNone: 'ご注文は見つかりません。',
    ordersUnreachable: 'ショップのシステムに接続できません。',
    timeline: 'これまでの履歴',
    timelineNone: '履歴はまだありません。',
    older: 'これより前のお問い合わせは表示していません。',
    open: '表示中',
    channels: { web: 'ウェブ', email: 'メール', phone: '電話', forum: 'フォーラム' },
    read: '閲覧',
    searched: '検索',
    rated: { good: '評価：満足', bad: '評価：不満' },
    likely: '同じお客様かもしれません',
    why: {
      number: '電話番号が同じです（表記違い）',
      mailbox: 'メールアドレスが「+」の後以外は同じです',
      name: 'お名前が同じで、お問い合わせの時期も近いです',
    },
    compare: (name) => `${name} と比べる`,
    compareShort: '比べる',
    find: '別のお客様と統合する',
    findAddress: '相手のメールアドレス',
    findButton: '探す',
    findNone: 'このアドレスのお客様は見つかりません。',
    same: 'すでに同じお客様です。',
    mergeTitle: 'この2人を統合しますか',
    mergeLead: '統合すると、お問い合わせとご連絡先が1人のお客様にまとまります。あとで元に戻せます。',
    stays: 'まとめ先',
    goes: 'まとめる側',
    lastTickets: '最近のお問い合わせ',
    noTickets: 'お問い合わせはありません',
    merge: '統合する',
    merged: '統合しました。',
    merges: '統合したお客様',
    mergedBy: (name, day, by) => `${name}（${day}${by ? `、${by}` : ''}）`,
    undo: '元に戻す',
    undone: '統合を取り消しました。',
  },
  en: {
    label: 'Customer',
    unnamed: 'No name',
    since: (day) => `since ${day}`,
    loading: 'Loading the customer’s history…',
    reach: 'How to reach them',
    kinds: { email: 'Mail', phone: 'Phone', line: 'LINE', account: 'Account', post: 'Post' },
    verified: 'verified',
    unverified: 'not verified',
    blocked: 'blocked',
    block: 'Block',
    blockWhom: (value) => `Block ${value}`,
    reason: 'Why are they blocked?',
    reasonHint: 'Nothing from this sender will come in any more. Only staff see the reason.',
    blockNow: 'Block this sender',
    blockDone: 'Blocked.',
    cancel: 'Cancel',
    orders: 'Orders',
    ordersLoading: 'Asking the shop…',
    ordersNone: 'No orders found.',
    ordersUnreachable: 'The shop’s system does not answer.',
    timeline: 'What happened so far',
    timelineNone: 'Nothing yet.',
    older: 'Earlier conversations are not shown here.',
    open: 'open now',
    channels: { web: 'Web', email: 'Mail', phone: 'Phone', forum: 'Forum' },
    read: 'Read',
    searched: 'Searched',
    rated: { good: 'Rated: good', bad: 'Rated: bad' },
    likely: 'Perhaps the same person',
    why: {
      number: 'The same number, written differently',
      mailbox: 'The same mail address but for what follows “+”',
      name: 'The same name, in touch at about the same time',
    },
    compare: (name) => `Compare with ${name}`,
    compareShort: 'Compare',
    find: 'Merge with another customer',
    findAddress: 'Their e-mail address',
    findButton: 'Find',
    findNone: 'No customer has this address.',
    same: 'This is the same customer already.',
    mergeTitle: 'Merge these two?',
    mergeLead: 'Their conversations and addresses become one customer’s. You can undo it later.',
    stays: 'Stays',
    goes: 'Goes in',
    lastTickets: 'Last conversations',
    noTickets: 'No conversations',
    merge: 'Merge',
    merged: 'Merged.',
    merges: 'Merged customers',
    mergedBy: (name, day, by) => `${name} (${day}${by ? `, ${by}` : ''})`,
    undo: 'Undo',
    undone: 'They are two again.',
  },
};

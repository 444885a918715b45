import type { TicketState, TicketView } from '../../../api/tickets/contract.ts';

export interface TicketDeskMessages {
  views: Record<TicketView, string>;
  empty: Record<TicketView, string>;
  states: Record<TicketState, string>;
  moves: Record<TicketState, string>;
  movesLabel: string;
  customer: string;
  unverified: string;
  opened: string;
  promised: string;
  late: string;
  trail: string;
  read: string;
  searched: string;
  answered: string;
  others: string;
  conversation: string;
  from: { in: string; out: string };
  reply: string;
  files: string;
  send: string;
  sendHint: string;
  sent: string;
  moved: (state: string) => string;
  choose: string;
}

export const messages: Record<'ja' | 'en', TicketDeskMessages> = {
  ja: {
    views: {
      'to-answer': '要返信',
      mine: '自分の担当',
      team: 'チーム',
      unassigned: '担当者なし',
      breaching: '期限順',
      waiting: 'お客様待ち・保留',
      snoozed: 'あとで対応',
      done: '完了',
      spam: '迷惑',
      all: 'すべて',
    },
    empty: {
      'to-answer': '返信が必要なお問い合わせはありません。',
      mine: '担当しているお問い合わせはありません。',
      team: 'チームのお問い合わせはありません。',
      unassigned: '担当者の決まっていないお問い合わせはありません。',
      breaching: '期限のあるお問い合わせはありません。',
      snoozed: 'あとで対応するお問い合わせはありません。',
      spam: '迷惑なお問い合わせはありません。',
      waiting: 'お客様の返信を待っているお問い合わせはありません。',
      done: '完了したお問い合わせはまだありません。',
      all: 'お問い合わせはまだありません。',
    },
    states: {
      new: '新規',
      open: '対応中',
      waiting: 'お客様の返信待ち',
      'on-hold': '保留',
      solved: '解決',
      closed: '終了',
      spam: '迷惑',
    },
    moves: {
      new: '新規に戻す',
      open: '対応中にする',
      waiting: 'お客様待ちにする',
      'on-hold': '保留にする',
      solved: '解決にする',
      closed: '終了にする',
      spam: '迷惑にする',
    },
    movesLabel: '状態の変更',
    customer: 'お客様',
    unverified: '本人未確認',
    opened: '受付',
    promised: '返信期限',
    late: '期限超過',
    trail: 'お問い合わせまでの行動',
    read: '閲覧：',
    searched: '検索：',
    answered: '回答：',
    others: '同じお客様のお問い合わせ',
    conversation: 'やり取り',
    from: { in: 'お客様', out: '窓口' },
    reply: '返信',
    files: 'ファイルを添付',
    send: '返信する',
    sendHint: 'Ctrl（⌘）＋Enterでも送信できます',
    sent: '返信しました',
    moved: (state) => `「${state}」にしました`,
    choose: '一覧からお問い合わせをお選びください。',
  },
  en: {
    views: {
      'to-answer': 'To answer',
      mine: 'Mine',
      team: 'My team',
      unassigned: 'Unassigned',
      breaching: 'Due next',
      waiting: 'Waiting',
      snoozed: 'Snoozed',
      done: 'Done',
      spam: 'Spam',
      all: 'All',
    },
    empty: {
      'to-answer': 'Nothing needs an answer.',
      mine: 'Nothing is yours to answer.',
      team: 'Your team has nothing to answer.',
      unassigned: 'Everything is somebody’s.',
      breaching: 'Nothing is due.',
      snoozed: 'Nothing is snoozed.',
      spam: 'There is no spam.',
      waiting: 'Nothing is waiting for a customer.',
      done: 'Nothing is done yet.',
      all: 'There are no tickets yet.',
    },
    states: {
      new: 'New',
      open: 'Open',
      waiting: 'Waiting for customer',
      'on-hold': 'On hold',
      solved: 'Solved',
      closed: 'Closed',
      spam: 'Spam',
    },
    moves: {
      new: 'Back to new',
      open: 'Open',
      waiting: 'Wait for customer',
      'on-hold': 'Put on hold',
      solved: 'Solve',
      closed: 'Close',
      spam: 'Mark as spam',
    },
    movesLabel: 'Change the state',
    customer: 'Customer',
    unverified: 'unverified',
    opened: 'Opened',
    promised: 'Answer by',
    late: 'overdue',
    trail: 'Before writing',
    read: 'Read: ',
    searched: 'Searched: ',
    answered: 'Answered: ',
    others: 'Other tickets of this customer',
    conversation: 'Conversation',
    from: { in: 'Customer', out: 'Customer care' },
    reply: 'Reply',
    files: 'Attach files',
    send: 'Send reply',
    sendHint: 'Ctrl (⌘) + Enter sends, too',
    sent: 'Reply sent',
    moved: (state) => `Now: ${state}`,
    choose: 'Choose a ticket from the list.',
  },
};

import type { TicketState } from '../../../api/tickets/contract.ts';

export interface TicketDeskMessages {
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
  moved: (state: string) => string;
}

export const messages: Record<'ja' | 'en', TicketDeskMessages> = {
  ja: {
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
    moved: (state) => `「${state}」にしました`,
  },
  en: {
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
    moved: (state) => `Now: ${state}`,
  },
};

import type { Language } from '../../content/schema/languages.ts';
import type { TicketState } from './contract.ts';

/** What customers read of the states of their requests. */
export const stateTexts: Record<Language, Record<TicketState, string>> = {
  ja: {
    new: '受け付けました',
    open: '担当者が確認しています',
    waiting: 'お客様のお返事をお待ちしています',
    'on-hold': '確認に時間がかかっています',
    solved: '解決しました',
    closed: '終了しました',
    spam: '受け付けました',
  },
  en: {
    new: 'Received',
    open: 'Somebody is looking into it',
    waiting: 'Waiting for your answer',
    'on-hold': 'This is taking us longer',
    solved: 'Solved',
    closed: 'Closed',
    spam: 'Received',
  },
};

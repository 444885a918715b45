import { apiMessages } from '../base/api-messages.ts';
import type { DeskGroup } from './desk-pages.ts';

export interface DeskMessages {
  title: string;
  loading: string;
  unreachable: string;
  retry: string;
  signOut: string;
  helpCentre: string;
  pages: string;
  menu: string;
  /** How much waits on a page. */
  waiting: (count: number) => string;
  ownAccount: string;
  groups: Record<DeskGroup, string>;
  keys: string;
  viewsLabel: string;
  more: string;
  /** How many are in the list now. */
  shown: (count: number) => string;
  changedMeanwhile: string;
  back: string;
}

export const messages: Record<'ja' | 'en', DeskMessages> = {
  ja: {
    title: '受付デスク',
    loading: '読み込んでいます…',
    ...apiMessages.ja,
    retry: 'もう一度試す',
    signOut: 'ログアウト',
    helpCentre: 'ヘルプセンター',
    pages: 'デスクのページ',
    menu: 'メニュー',
    waiting: (count) => `（対応待ち${count}件）`,
    ownAccount: 'マイアカウントを開く',
    groups: { work: '受付', customers: 'お客様', settings: '設定' },
    keys: 'キー操作',
    viewsLabel: '表示する一覧',
    more: 'さらに表示',
    shown: (count) => `${count}件を表示しています`,
    back: '一覧へ戻る',
  },
  en: {
    title: 'Staff desk',
    loading: 'Loading…',
    ...apiMessages.en,
    retry: 'Try again',
    signOut: 'Sign out',
    helpCentre: 'Help centre',
    pages: 'Pages of the desk',
    menu: 'Menu',
    waiting: (count) => `(${count} waiting)`,
    ownAccount: 'Open my account',
    groups: { work: 'Work', customers: 'Customers', settings: 'Settings' },
    keys: 'Keys',
    viewsLabel: 'Lists',
    more: 'Show more',
    shown: (count) => `${count} shown`,
    back: 'Back to the list',
  },
};

import type { ShortcutGroup } from './shortcuts.ts';

export interface ShortcutMessages {
  title: string;
  close: string;
  isOn: string;
  or: string;
  groups: Record<ShortcutGroup, string>;
}

export const messages: Record<'ja' | 'en', ShortcutMessages> = {
  ja: {
    title: 'キー操作',
    close: '閉じる',
    isOn: 'キー操作を使う（入力欄では働きません）',
    or: 'または',
    groups: {
      moving: '一覧の切り替え',
      list: '一覧',
      selection: '選択したお問い合わせ',
      ticket: '開いているお問い合わせ',
      moderation: 'フォーラムの確認',
      everywhere: 'どこでも',
    },
  },
  en: {
    title: 'Keyboard shortcuts',
    close: 'Close',
    isOn: 'Use these keys (never while typing)',
    or: 'or',
    groups: {
      moving: 'Go to a list',
      list: 'In the list',
      selection: 'With tickets selected',
      ticket: 'In an open ticket',
      moderation: 'Moderating the forum',
      everywhere: 'Everywhere',
    },
  },
};

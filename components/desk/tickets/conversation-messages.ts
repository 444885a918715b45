export interface ConversationTexts {
  due: string;
  answers: string;
  articles: string;
  continues: string;
  mergedInto: string;
  rating: string;
  ratings: Record<'good' | 'bad', string>;
  toSide: string;
  here: (names: string) => string;
  writing: (names: string) => string;
  joiner: string;
  more: string;
  /** What can be chosen for a ticket. */
  change: string;
  acts: Record<'hand-over' | 'merge' | 'split' | 'spam', string>;
  undo: string;
  undone: string;
  notUndone: string;
  updated: string;
  side: string;
}

export const messages: Record<'ja' | 'en', ConversationTexts> = {
  ja: {
    due: '次の返信期限',
    answers: 'フォームでの回答',
    articles: '案内した記事',
    continues: '前回のお問い合わせ：',
    mergedInto: '統合先：',
    rating: 'お客様の評価',
    ratings: { good: '満足', bad: '不満' },
    toSide: '設定と履歴へ',
    here: (names) => `${names}さんも開いています`,
    writing: (names) => `${names}さんが返信を書いています`,
    joiner: 'さん、',
    more: 'その他の操作',
    change: '設定の変更',
    acts: { 'hand-over': '引き継ぐ', merge: '統合する', split: '分ける', spam: '迷惑にする' },
    undo: '元に戻す',
    undone: '元に戻しました',
    notUndone: 'ほかの変更があったため、元に戻せませんでした。',
    updated: '新しい内容があります。表示を更新しました。',
    side: '設定と履歴',
  },
  en: {
    due: 'Next answer by',
    answers: 'Answers in the form',
    articles: 'Articles pointed to',
    continues: 'Goes on from ',
    mergedInto: 'Merged into ',
    rating: 'What the customer said',
    ratings: { good: 'Satisfied', bad: 'Not satisfied' },
    toSide: 'Details',
    here: (names) => `${names} is looking at this, too`,
    writing: (names) => `${names} is writing a reply`,
    joiner: ' and ',
    more: 'More',
    change: 'Change',
    acts: { 'hand-over': 'Hand over', merge: 'Merge', split: 'Split', spam: 'Spam' },
    undo: 'Undo',
    undone: 'Undone',
    notUndone: 'That could not be undone: something was changed since.',
    updated: 'There is something new; the page shows it.',
    side: 'Properties and history',
  },
};

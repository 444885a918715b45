export interface CannedAnswerTexts {
  views: { all: string };
  empty: { all: string };
  choose: string;
  make: string;
  search: string;
  uses: (count: number) => string;
  onlyIn: { ja: string; en: string };
  newTitle: string;
  name: string;
  nameHint: string;
  text: { ja: string; en: string };
  textHint: string;
  insert: string;
  preview: string;
  sample: string;
  unknown: (names: string) => string;
  save: string;
  cancel: string;
  missing: { name: string; text: string };
  saved: string;
  remove: string;
  removeAsk: string;
  removed: (name: string) => string;
  undo: string;
  restored: string;
  gone: string;
}

export const messages: Record<'ja' | 'en', CannedAnswerTexts> = {
  ja: {
    views: { all: 'すべて' },
    empty: { all: '定型文はありません。' },
    choose: '一覧から定型文をお選びください。',
    make: '定型文を作る',
    search: '定型文を探す',
    uses: (count) => `${count}回使用`,
    onlyIn: { ja: '日本語のみ', en: '英語のみ' },
    newTitle: '新しい定型文',
    name: '名前',
    nameHint: '返信を書くときに、この名前で探します',
    text: { ja: '日本語の文', en: '英語の文' },
    textHint: 'どちらか一方だけでも使えます',
    insert: '差し込み項目：',
    preview: '見本',
    sample: 'お客様が「佐藤花子」さんの場合',
    unknown: (names) => `知らない差し込み項目です：${names}`,
    save: '保存する',
    cancel: 'やめる',
    missing: { name: '名前を入力してください。', text: '日本語か英語の文を入力してください。' },
    saved: '定型文を保存しました',
    remove: '定型文を削除',
    removeAsk: 'この定型文を削除しますか。すでに送った返信は変わりません。',
    removed: (name) => `「${name}」を削除しました。`,
    undo: '元に戻す',
    restored: '定型文を元に戻しました',
    gone: 'この定型文は削除されています。',
  },
  en: {
    views: { all: 'All' },
    empty: { all: 'There are no canned answers.' },
    choose: 'Choose a canned answer from the list.',
    make: 'New canned answer',
    search: 'Find a canned answer',
    uses: (count) => (count === 1 ? 'used once' : `used ${count} times`),
    onlyIn: { ja: 'Japanese only', en: 'English only' },
    newTitle: 'A new canned answer',
    name: 'Name',
    nameHint: 'By which it is found while writing a reply',
    text: { ja: 'In Japanese', en: 'In English' },
    textHint: 'One of the two is enough',
    insert: 'Put in: ',
    preview: 'What it becomes',
    sample: 'For a customer called Hanako Sato',
    unknown: (names) => `Nobody knows what this stands for: ${names}`,
    save: 'Save',
    cancel: 'Cancel',
    missing: { name: 'Give it a name.', text: 'Write it in Japanese, in English, or in both.' },
    saved: 'Canned answer saved',
    remove: 'Delete it',
    removeAsk: 'Delete this canned answer? Replies that were sent stay as they are.',
    removed: (name) => `“${name}” was deleted.`,
    undo: 'Undo',
    restored: 'The canned answer is back',
    gone: 'This canned answer was deleted.',
  },
};

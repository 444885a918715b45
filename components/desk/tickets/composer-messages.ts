export type ComposerMode = 'reply' | 'note';

export interface ComposerTexts {
  composer: string;
  modes: Record<ComposerMode, string>;
  label: Record<ComposerMode, string>;
  hint: Record<ComposerMode, string>;
  fold: string;
  toStart: string;
  channel: string;
  canned: string;
  article: string;
  files: string;
  send: string;
  sendAndSolve: string;
  addNote: string;
  sent: string;
  noted: string;
  undo: string;
  takenBack: string;
  newBefore: (count: number) => string;
  sendAnyway: string;
  readFirst: string;
  unfilled: (names: string) => string;
  toUnfilled: string;
  otherLanguage: Record<'ja' | 'en', string>;
  linked: string;
}

export const messages: Record<'ja' | 'en', ComposerTexts> = {
  ja: {
    composer: '返信と社内メモ',
    modes: { reply: '返信', note: '社内メモ' },
    label: { reply: 'お客様への返信', note: '社内メモ（お客様には見えません）' },
    hint: {
      reply: 'Ctrl（⌘）＋Enterで送信。行頭で「/」を入力すると定型文を探せます',
      note: 'Ctrl（⌘）＋Enterで残せます',
    },
    fold: '閉じる',
    toStart: '最初から読む',
    channel: '送信方法',
    canned: '定型文',
    article: '記事を案内',
    files: 'ファイルを添付',
    send: '送信してお客様待ちに',
    sendAndSolve: '送信して解決',
    addNote: 'メモを残す',
    sent: '返信を送信しました。',
    noted: 'メモを残しました',
    undo: '取り消す',
    takenBack: '返信を取り消しました。文章は入力欄に戻っています。',
    newBefore: (count) => `書いている間に、新しいメッセージが${count}件届きました。まだ送信していません。`,
    sendAnyway: 'このまま送信',
    readFirst: '先に読む',
    unfilled: (names) => `まだ埋まっていない項目があります：${names}`,
    toUnfilled: 'その箇所へ',
    otherLanguage: {
      ja: 'この文章は日本語です。お客様とのやり取りは英語です。',
      en: 'この文章は英語です。お客様とのやり取りは日本語です。',
    },
    linked: '記事を入れました',
  },
  en: {
    composer: 'Reply and internal note',
    modes: { reply: 'Reply', note: 'Internal note' },
    label: { reply: 'Reply to the customer', note: 'Internal note (customers never see it)' },
    hint: {
      reply: 'Ctrl (⌘) + Enter sends. “/” at the start of a line finds canned answers',
      note: 'Ctrl (⌘) + Enter adds it',
    },
    fold: 'Close',
    toStart: 'From the beginning',
    channel: 'Send by',
    canned: 'Canned answer',
    article: 'Insert article',
    files: 'Attach files',
    send: 'Send and wait for customer',
    sendAndSolve: 'Send and solve',
    addNote: 'Add note',
    sent: 'Reply sent.',
    noted: 'Note added',
    undo: 'Undo',
    takenBack: 'The reply was taken back. Its text is in the field again.',
    newBefore: (count) =>
      count === 1
        ? 'A new message came while you were writing. Nothing has been sent yet.'
        : `${count} new messages came while you were writing. Nothing has been sent yet.`,
    sendAnyway: 'Send anyway',
    readFirst: 'Read it first',
    unfilled: (names) => `Still to be filled in: ${names}`,
    toUnfilled: 'Take me there',
    otherLanguage: {
      ja: 'This text is in Japanese; the customer writes in English.',
      en: 'This text is in English; the customer writes in Japanese.',
    },
    linked: 'Article inserted',
  },
};

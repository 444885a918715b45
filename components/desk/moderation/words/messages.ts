export interface WordMessages {
  title: string;
  lead: string;
  pattern: string;
  patternHint: string;
  patternNeeded: string;
  language: string;
  languages: Record<'both' | 'ja' | 'en', string>;
  action: string;
  actions: Record<'queue' | 'refuse', string>;
  shortActions: Record<'queue' | 'refuse', string>;
  note: string;
  add: string;
  save: string;
  cancel: string;
  edit: string;
  editing: (pattern: string) => string;
  remove: string;
  removed: (pattern: string) => string;
  restore: string;
  added: (pattern: string) => string;
  saved: (pattern: string) => string;
  none: string;
  hits: (count: number) => string;
  tryTitle: string;
  tryLabel: string;
  tryHint: string;
  found: (patterns: string) => string;
  foundNone: string;
  foundMark: string;
  listTitle: string;
}

export const messages: Record<'ja' | 'en', WordMessages> = {
  ja: {
    title: '監視する言葉',
    lead: 'ここにある言葉を含む投稿は、確認待ちになるか、受け付けられません。大文字と小文字、全角と半角は区別しません。',
    pattern: '言葉',
    patternHint: '*（アスタリスク）は、一語の中の任意の文字を表します。例：副業*',
    patternNeeded: '2文字以上の言葉を入力してください。* だけの語は使えません。',
    language: '対象の言語',
    languages: { both: '両方', ja: '日本語', en: '英語' },
    action: '見つかったとき',
    actions: { queue: '確認待ちにする', refuse: '受け付けない' },
    shortActions: { queue: '確認待ち', refuse: '受け付けない' },
    note: 'メモ（任意）',
    add: '追加する',
    save: '保存する',
    cancel: 'キャンセル',
    edit: '編集',
    editing: (pattern) => `「${pattern}」を編集中`,
    remove: '削除',
    removed: (pattern) => `「${pattern}」を削除しました。`,
    restore: '元に戻す',
    added: (pattern) => `「${pattern}」を追加しました。`,
    saved: (pattern) => `「${pattern}」を保存しました。`,
    none: '監視する言葉はまだありません。',
    hits: (count) => `${count}件の投稿で検出`,
    tryTitle: '文章で試す',
    tryLabel: '試す文章',
    tryHint: '入力中の言葉と、下の一覧にある言葉が含まれるかどうかを確かめます。どこにも送信されません。',
    found: (patterns) => `見つかった言葉：${patterns}`,
    foundNone: 'どの言葉も見つかりません。',
    foundMark: '見つかりました',
    listTitle: '登録されている言葉',
  },
  en: {
    title: 'Watched words',
    lead: 'A post with one of these words waits for a moderator, or is not taken at all. Capital letters and full width make no difference.',
    pattern: 'Word or words',
    patternHint: 'An asterisk stands for anything within a word: casino*',
    patternNeeded: 'At least two letters, and no word that is only an asterisk.',
    language: 'In posts in',
    languages: { both: 'Both', ja: 'Japanese', en: 'English' },
    action: 'When it is found',
    actions: { queue: 'The post waits', refuse: 'The post is refused' },
    shortActions: { queue: 'Waits', refuse: 'Refused' },
    note: 'Note (optional)',
    add: 'Add',
    save: 'Save',
    cancel: 'Cancel',
    edit: 'Edit',
    editing: (pattern) => `Editing “${pattern}”`,
    remove: 'Delete',
    removed: (pattern) => `“${pattern}” is deleted.`,
    restore: 'Undo',
    added: (pattern) => `“${pattern}” is watched.`,
    saved: (pattern) => `“${pattern}” is saved.`,
    none: 'No words are watched yet.',
    hits: (count) => (count === 1 ? 'found in one post' : `found in ${count} posts`),
    tryTitle: 'Try it on a text',
    tryLabel: 'Text',
    tryHint: 'Looks for the word above and for all that are watched. Nothing is sent anywhere.',
    found: (patterns) => `Found: ${patterns}`,
    foundNone: 'None of them is in it.',
    foundMark: 'In your text',
    listTitle: 'What is watched',
  },
};

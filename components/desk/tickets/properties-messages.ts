export interface PropertiesTexts {
  title: string;
  subject: string;
  save: string;
  cancel: string;
  edit: string;
  assignee: string;
  nobody: string;
  me: (name: string) => string;
  takeIt: string;
  team: string;
  noTeam: string;
  priority: string;
  category: string;
  noCategory: string;
  tags: string;
  addTag: string;
  tagHint: string;
  tagWrong: string;
  add: string;
  removeTag: (tag: string) => string;
  snooze: string;
  snoozedUntil: (time: string) => string;
  wake: string;
  ownTime: string;
  ownTimeWrong: string;
  notSaved: string;
  discard: string;
  saved: string;
}

export const messages: Record<'ja' | 'en', PropertiesTexts> = {
  ja: {
    title: '対応の設定',
    subject: '件名',
    save: '保存',
    cancel: 'やめる',
    edit: '件名を変更',
    assignee: '担当者',
    nobody: '担当者なし',
    me: (name) => `自分（${name}）`,
    takeIt: '自分が担当する',
    team: 'チーム',
    noTeam: 'チームなし',
    priority: '優先度',
    category: '分類',
    noCategory: '分類なし',
    tags: 'タグ',
    addTag: 'タグを追加',
    tagHint: 'Enterで追加',
    tagWrong: '文字・数字・ハイフンで40文字以内にしてください。',
    add: '追加',
    removeTag: (tag) => `タグ「${tag}」を外す`,
    snooze: 'あとで対応',
    snoozedUntil: (time) => `${time}まで一覧から外しています`,
    wake: '今すぐ対応に戻す',
    ownTime: '日時を指定',
    ownTimeWrong: '先の日時を指定してください。',
    notSaved: 'まだ保存していない変更があります。',
    discard: '元に戻す',
    saved: '変更を保存しました',
  },
  en: {
    title: 'Properties',
    subject: 'Subject',
    save: 'Save',
    cancel: 'Cancel',
    edit: 'Change the subject',
    assignee: 'Assignee',
    nobody: 'Nobody',
    me: (name) => `Me (${name})`,
    takeIt: 'Take it',
    team: 'Team',
    noTeam: 'No team',
    priority: 'Priority',
    category: 'Category',
    noCategory: 'No category',
    tags: 'Tags',
    addTag: 'Add a tag',
    tagHint: 'Enter adds it',
    tagWrong: 'Letters, digits and hyphens, 40 at most.',
    add: 'Add',
    removeTag: (tag) => `Remove the tag “${tag}”`,
    snooze: 'Snooze',
    snoozedUntil: (time) => `Out of the lists until ${time}`,
    wake: 'Wake it now',
    ownTime: 'Own time',
    ownTimeWrong: 'Choose a time ahead.',
    notSaved: 'There are changes that are not saved yet.',
    discard: 'Discard',
    saved: 'Saved',
  },
};

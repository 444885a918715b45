export interface BulkMessages {
  label: string;
  selected: (count: number) => string;
  selectAll: string;
  clear: string;
  ways: Record<'assignee' | 'team' | 'state' | 'priority' | 'tags' | 'snooze' | 'spam', string>;
  me: string;
  nobody: string;
  noTeam: string;
  noTeams: string;
  wake: string;
  addTag: string;
  tagHint: string;
  add: string;
  removeTag: (tag: string) => string;
  /** How many were changed, how many somebody else changed first, and how many cannot be changed so. */
  result: (changed: number, overtaken: number, impossible: number) => string;
  undo: string;
  undone: (count: number, overtaken: number) => string;
  close: string;
}

export const messages: Record<'ja' | 'en', BulkMessages> = {
  ja: {
    label: '選択したお問い合わせの一括変更',
    selected: (count) => `${count}件を選択中`,
    selectAll: '表示中を全選択',
    clear: '選択を外す',
    ways: {
      assignee: '担当者',
      team: 'チーム',
      state: '状態',
      priority: '優先度',
      tags: 'タグ',
      snooze: 'あとで',
      spam: '迷惑',
    },
    me: '自分',
    nobody: '担当者なし',
    noTeam: 'チームなし',
    noTeams: 'チームはまだありません。',
    wake: '今すぐ対応に戻す',
    addTag: 'タグを付ける',
    tagHint: '例：返品',
    add: '付ける',
    removeTag: (tag) => `「${tag}」を外す`,
    result: (changed, overtaken, impossible) =>
      [
        `${changed}件を変更しました`,
        ...(overtaken > 0 ? [`${overtaken}件はほかの人が先に変更していました`] : []),
        ...(impossible > 0 ? [`${impossible}件はこの変更ができない状態です`] : []),
      ].join('。'),
    undo: '元に戻す',
    undone: (count, overtaken) =>
      `${count}件を元に戻しました${overtaken > 0 ? `。${overtaken}件はそのあと変更されたため、そのままです` : ''}`,
    close: '閉じる',
  },
  en: {
    label: 'Change what is selected',
    selected: (count) => `${count} selected`,
    selectAll: 'Select all shown',
    clear: 'Clear',
    ways: {
      assignee: 'Assign',
      team: 'Team',
      state: 'State',
      priority: 'Priority',
      tags: 'Tags',
      snooze: 'Snooze',
      spam: 'Spam',
    },
    me: 'Me',
    nobody: 'Nobody',
    noTeam: 'No team',
    noTeams: 'There are no teams yet.',
    wake: 'Wake now',
    addTag: 'Add a tag',
    tagHint: 'For example: returns',
    add: 'Add',
    removeTag: (tag) => `Remove “${tag}”`,
    result: (changed, overtaken, impossible) =>
      [
        `${changed} changed`,
        ...(overtaken > 0 ? [`${overtaken} ${overtaken === 1 ? 'was' : 'were'} changed by somebody else first`] : []),
        ...(impossible > 0 ? [`${impossible} cannot be changed like this`] : []),
      ].join(', '),
    undo: 'Undo',
    undone: (count, overtaken) =>
      `${count} put back${overtaken > 0 ? `, ${overtaken} left as they are: they were changed since` : ''}`,
    close: 'Close',
  },
};

import { defineShortcuts } from '../shortcuts.ts';

/** The keys of the moderators' queue: most decisions are one key, those that name a rule are one more. */
export const moderationKeys = defineShortcuts('moderation', {
  next: { keys: ['j'], text: { ja: '次の投稿へ', en: 'Next' } },
  previous: { keys: ['k'], text: { ja: '前の投稿へ', en: 'Previous' } },
  approve: { keys: ['a'], text: { ja: '掲載する・問題なしとする', en: 'Approve, keep or show again' } },
  reject: { keys: ['r', 'h'], text: { ja: '不掲載・非表示にする（ルールを選択）', en: 'Reject or hide, by a rule' } },
  return: { keys: ['e'], text: { ja: '書き直しを依頼する', en: 'Return to be revised, with a reason' } },
  ignore: { keys: ['i'], text: { ja: '対応不要にする', en: 'Ignore the flags' } },
  remove: { keys: ['d'], text: { ja: '削除する（ルールを選択）', en: 'Remove, by a rule' } },
  undo: { keys: ['u', 'mod+z'], text: { ja: '直前の判断を元に戻す', en: 'Undo the last decision' } },
  select: { keys: ['x'], text: { ja: '選択する・外す', en: 'Select, or not' } },
  selectAll: { keys: ['* a'], text: { ja: '表示中を全選択', en: 'Select all shown' } },
  selectAuthor: { keys: ['* u'], text: { ja: '同じ投稿者の投稿を選択', en: 'Select all by this author' } },
  clear: { keys: ['Escape'], text: { ja: '選択をすべて外す', en: 'Clear the selection' } },
  thread: { keys: ['g'], text: { ja: 'スレッドを開く（別のタブ）', en: 'Open the thread, in a new tab' } },
  edit: { keys: ['w'], text: { ja: '投稿を編集する', en: 'Edit the post' } },
  sanction: { keys: ['s'], text: { ja: '投稿者への措置', en: 'Warn, silence or suspend the author' } },
  acts: {
    keys: ['m'],
    text: { ja: 'スレッドの移動・統合・ロックなど', en: 'Move, merge, split, lock or pin the thread' },
  },
  ticket: { keys: ['t'], text: { ja: 'お問い合わせに移す', en: 'Turn it into a ticket' } },
});

/** The keys of a dialog in which a rule is chosen; they are heard by the dialog itself. */
export const ruleKeys = defineShortcuts('moderation', {
  rule: { keys: ['1–9'], text: { ja: 'ルールを選ぶ（選択画面で）', en: 'Choose the rule, where one is asked for' } },
});

import { defineShortcuts } from '../shortcuts.ts';

/** The keys that lead to what is written in an open ticket. */
export const writingKeys = defineShortcuts('ticket', {
  reply: { keys: ['r'], text: { ja: '返信を書く', en: 'Write a reply' } },
  note: { keys: ['n'], text: { ja: '社内メモを書く', en: 'Write an internal note' } },
});

/** The keys for an open ticket itself: what they have in common with the list means the same here. */
export const ticketKeys = defineShortcuts('ticket', {
  take: { keys: ['i'], text: { ja: '自分が担当する', en: 'Take it' } },
  assignee: { keys: ['c'], text: { ja: '担当者を決める', en: 'Assign' } },
  handOver: { keys: ['h'], text: { ja: 'チームに引き継ぐ', en: 'Hand it over to a team' } },
  state: { keys: ['s'], text: { ja: '状態を変える', en: 'Change the state' } },
  priority: { keys: ['p'], text: { ja: '優先度を変える', en: 'Change the priority' } },
  tags: { keys: ['t'], text: { ja: 'タグを付ける・外す', en: 'Add or remove tags' } },
  snooze: { keys: ['z'], text: { ja: 'あとで対応する', en: 'Snooze' } },
  spam: { keys: ['!'], text: { ja: '迷惑にする', en: 'Mark as spam' } },
});

import { defineShortcuts } from '../shortcuts.ts';

/** The keys of an open ticket. */
export const ticketKeys = defineShortcuts('ticket', {
  reply: { keys: ['r'], text: { ja: '返信を書く', en: 'Write a reply' } },
  note: { keys: ['n'], text: { ja: '社内メモを書く', en: 'Write an internal note' } },
  take: { keys: ['i'], text: { ja: '自分が担当する', en: 'Take it' } },
  handOver: { keys: ['h'], text: { ja: 'チームに引き継ぐ', en: 'Hand it over to a team' } },
});

import { defineShortcuts } from '../shortcuts.ts';

/** The telephone rings wherever somebody is. */
export const callKeys = defineShortcuts('everywhere', {
  log: { keys: ['l'], text: { ja: '電話を記録する', en: 'Log a call' } },
});

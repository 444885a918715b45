import type { TicketView } from '../../../api/tickets/contract.ts';
import { hrefOf } from '../desk-place.ts';
import { bindShortcuts, defineShortcuts } from '../shortcuts.ts';

/** The keys of the list. */
export const listKeys = defineShortcuts('list', {
  next: { keys: ['j', 'ArrowDown'], text: { ja: '次のお問い合わせへ', en: 'Next ticket' } },
  previous: { keys: ['k', 'ArrowUp'], text: { ja: '前のお問い合わせへ', en: 'Previous ticket' } },
  open: { keys: ['Enter', 'o'], text: { ja: 'お問い合わせを開く', en: 'Open the ticket' } },
  back: { keys: ['u'], text: { ja: '一覧へ戻る', en: 'Back to the list' } },
  select: { keys: ['x'], text: { ja: '選択する・外す', en: 'Select, or not' } },
  selectAll: { keys: ['* a'], text: { ja: '表示中を全選択', en: 'Select all shown' } },
  search: { keys: ['/'], text: { ja: '検索する', en: 'Search' } },
  filter: { keys: ['f'], text: { ja: '絞り込む', en: 'Filter' } },
  undo: { keys: ['mod+z'], text: { ja: '一括変更を元に戻す', en: 'Undo the last bulk change' } },
});

/** The keys that lead to a view. */
const viewKeys = defineShortcuts('moving', {
  'to-answer': { keys: ['g a'], text: { ja: '「要返信」へ', en: 'Go to “To answer”' } },
  mine: { keys: ['g m'], text: { ja: '「自分の担当」へ', en: 'Go to “Mine”' } },
  team: { keys: ['g t'], text: { ja: '「自分のチーム」へ', en: 'Go to “My team”' } },
  unassigned: { keys: ['g u'], text: { ja: '「担当者なし」へ', en: 'Go to “Unassigned”' } },
  breaching: { keys: ['g d'], text: { ja: '「期限が近い順」へ', en: 'Go to “Due next”' } },
  waiting: { keys: ['g w'], text: { ja: '「お客様待ち・保留」へ', en: 'Go to “Waiting”' } },
  all: { keys: ['g l'], text: { ja: '「すべて」へ', en: 'Go to “All”' } },
});

/** The keys for what is selected. */
export const bulkKeys = defineShortcuts('selection', {
  mine: { keys: ['i'], text: { ja: '自分の担当にする', en: 'Assign to me' } },
  assignee: { keys: ['c'], text: { ja: '担当者を決める', en: 'Assign' } },
  team: { keys: ['h'], text: { ja: 'チームに渡す', en: 'Hand over to a team' } },
  state: { keys: ['s'], text: { ja: '状態を変える', en: 'Change the state' } },
  priority: { keys: ['p'], text: { ja: '優先度を変える', en: 'Change the priority' } },
  tags: { keys: ['t'], text: { ja: 'タグを付ける・外す', en: 'Add or remove tags' } },
  snooze: { keys: ['z'], text: { ja: 'あとで対応する', en: 'Snooze' } },
  spam: { keys: ['!'], text: { ja: '迷惑にする', en: 'Mark as spam' } },
  clear: { keys: ['Escape'], text: { ja: '選択をすべて外す', en: 'Clear the selection' } },
});

/** Binds the keys that lead to a view for as long as the list is on the page. */
export function bindViewKeys(list: Parameters<typeof bindShortcuts>[0]): void {
  bindShortcuts(list, viewKeys, {
    'to-answer': goTo('to-answer'),
    mine: goTo('mine'),
    team: goTo('team'),
    unassigned: goTo('unassigned'),
    breaching: goTo('breaching'),
    waiting: goTo('waiting'),
    all: goTo('all'),
  });
}

function goTo(view: TicketView): () => void {
  return () => {
    location.hash = hrefOf('tickets', { view });
  };
}

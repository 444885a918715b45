import type { NoticeEventKind, NoticeKind, NoticeView, Severity } from '../../../api/notices/contract.ts';
import { formMessages, type NoticeFormMessages } from './form-messages.ts';

export interface NoticeDeskMessages {
  create: string;
  choose: string;
  views: Record<NoticeView, string>;
  empty: Record<NoticeView, string>;
  kinds: Record<NoticeKind, string>;
  severities: Record<Severity, string>;
  severityHints: Record<Severity, string>;
  form: NoticeFormMessages['form'];
  errors: NoticeFormMessages['errors'];
  colon: string;
  published: string;
  saved: string;
  from: (start: string) => string;
  span: (start: string, end: string) => string;
  everything: string;
  joiner: string;
  shown: string;
  actions: string;
  endNow: string;
  ended: string;
  edit: string;
  withdraw: string;
  withdrawn: string;
  restore: string;
  restored: string;
  update: { title: string; ja: string; en: string; isSolved: string; send: string; sent: string; none: string };
  updates: string;
  solved: string;
  history: string;
  events: Record<NoticeEventKind, string>;
}

export const messages: Record<'ja' | 'en', NoticeDeskMessages> = {
  ja: {
    create: 'お知らせを書く',
    choose: '一覧からお選びになるか、新しいお知らせをお書きください。',
    views: { current: '掲載中', planned: '予定', ended: '終了', withdrawn: '取り下げ' },
    empty: {
      current: '掲載中のお知らせはありません。',
      planned: '予定しているお知らせはありません。',
      ended: '終了したお知らせはまだありません。',
      withdrawn: '取り下げたお知らせはありません。',
    },
    kinds: { outage: '障害', delay: '遅延', shortage: '品薄・欠品', holiday: '休業' },
    severities: { information: '情報', minor: '一部に影響', major: '重要' },
    severityHints: {
      information: '困る方はほとんどいない',
      minor: '一部の方が困る',
      major: '多くの方が困る。常に表示',
    },
    ...formMessages.ja,
    colon: '：',
    published: '公開しました',
    saved: '変更を公開しました',
    from: (start) => `${start}から`,
    span: (start, end) => `${start}〜${end}`,
    everything: 'すべてのページ',
    joiner: '、',
    shown: '公開ページで見る',
    actions: '操作',
    endNow: '今すぐ終了する',
    ended: '終了しました',
    edit: '編集する',
    withdraw: '取り下げる',
    withdrawn: '取り下げました。公開ページからも履歴からも消えています。',
    restore: '取り下げを元に戻す',
    restored: 'もう一度公開しました',
    update: {
      title: '経過を追加',
      ja: '日本語',
      en: '英語',
      isSolved: 'これで解消した（お知らせを終了する）',
      send: '経過を公開する',
      sent: '経過を公開しました',
      none: 'まだありません。',
    },
    updates: '経過',
    solved: '解消',
    history: '記録',
    events: {
      published: '公開',
      edited: '編集',
      updated: '経過を追加',
      ended: '終了',
      withdrawn: '取り下げ',
      restored: '取り下げの取り消し',
    },
  },
  en: {
    create: 'Write a notice',
    choose: 'Choose a notice from the list, or write a new one.',
    views: { current: 'Current', planned: 'Planned', ended: 'Ended', withdrawn: 'Withdrawn' },
    empty: {
      current: 'Nothing is shown at the moment.',
      planned: 'Nothing is planned.',
      ended: 'Nothing has ended yet.',
      withdrawn: 'Nothing was withdrawn.',
    },
    kinds: { outage: 'Outage', delay: 'Delay', shortage: 'Stock shortage', holiday: 'Closure' },
    severities: { information: 'Information', minor: 'Affects some', major: 'Important' },
    severityHints: {
      information: 'Hardly anybody is held up',
      minor: 'Some are held up',
      major: 'Many are held up; always open',
    },
    ...formMessages.en,
    colon: ': ',
    published: 'Published',
    saved: 'The changes are published',
    from: (start) => `Since ${start}`,
    span: (start, end) => `${start} – ${end}`,
    everything: 'every page',
    joiner: ', ',
    shown: 'See it on the public page',
    actions: 'Actions',
    endNow: 'End it now',
    ended: 'It has ended',
    edit: 'Edit',
    withdraw: 'Withdraw',
    withdrawn: 'Withdrawn. It is gone from the pages and from the history.',
    restore: 'Undo the withdrawal',
    restored: 'It is public again',
    update: {
      title: 'Add an update',
      ja: 'In Japanese',
      en: 'In English',
      isSolved: 'This is solved (ends the notice)',
      send: 'Publish the update',
      sent: 'The update is published',
      none: 'None yet.',
    },
    updates: 'Updates',
    solved: 'Solved',
    history: 'Record',
    events: {
      published: 'Published',
      edited: 'Edited',
      updated: 'Update added',
      ended: 'Ended',
      withdrawn: 'Withdrawn',
      restored: 'Withdrawal undone',
    },
  },
};

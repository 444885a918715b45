import type { NoticeEventKind, NoticeKind, NoticeView, Severity } from '../../../api/notices/contract.ts';
import type { EndChoice } from './end-choices.ts';

export interface NoticeDeskMessages {
  title: string;
  create: string;
  loading: string;
  unreachable: string;
  more: string;
  back: string;
  choose: string;
  viewsLabel: string;
  views: Record<NoticeView, string>;
  empty: Record<NoticeView, string>;
  kinds: Record<NoticeKind, string>;
  severities: Record<Severity, string>;
  severityHints: Record<Severity, string>;
  form: {
    create: string;
    edit: string;
    kind: string;
    severity: string;
    inJapanese: string;
    inEnglish: string;
    title: string;
    text: string;
    start: string;
    now: string;
    chosen: string;
    startTime: string;
    end: string;
    ends: Record<EndChoice, string>;
    endTime: string;
    categories: string;
    categoriesHint: string;
    preview: string;
    previewTitle: string;
    publish: string;
    save: string;
    cancel: string;
  };
  errors: { check: string; chooseKind: string; chooseSeverity: string; fillIn: string; chooseTime: string };
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
  changedMeanwhile: string;
}

export const messages: Record<'ja' | 'en', NoticeDeskMessages> = {
  ja: {
    title: 'お知らせ',
    create: 'お知らせを書く',
    loading: '読み込んでいます…',
    unreachable: 'サーバーに接続できません。入力した内容は残っています。',
    more: 'さらに表示',
    back: '一覧へ戻る',
    choose: '一覧からお選びになるか、新しいお知らせをお書きください。',
    viewsLabel: '表示する一覧',
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
    form: {
      create: '新しいお知らせ',
      edit: 'お知らせを編集',
      kind: '種類',
      severity: '重要度',
      inJapanese: '日本語の文面',
      inEnglish: '英語の文面',
      title: '見出し',
      text: '本文',
      start: '開始',
      now: '今すぐ',
      chosen: '日時を指定',
      startTime: '開始日時',
      end: '終了',
      ends: {
        open: '手動で終了するまで',
        'two-hours': '2時間後',
        today: '当日いっぱい',
        tomorrow: '翌日10:00',
        chosen: '日時を指定',
      },
      endTime: '終了日時',
      categories: '対象の分類',
      categoriesHint: '選ばないと、すべてのページに表示します。',
      preview: 'プレビュー',
      previewTitle: '公開後の見え方',
      publish: '公開する',
      save: '変更を公開する',
      cancel: 'やめる',
    },
    errors: {
      check: '入力内容をご確認ください',
      chooseKind: '種類を選んでください。',
      chooseSeverity: '重要度を選んでください。',
      fillIn: '入力してください。',
      chooseTime: '日時を入力してください。',
    },
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
    changedMeanwhile:
      'ほかの人が先に更新しました。入力した内容は残っています。最新の内容を確認し、もう一度お試しください。',
  },
  en: {
    title: 'Notices',
    create: 'Write a notice',
    loading: 'Loading…',
    unreachable: 'The server does not answer. What you typed is still here.',
    more: 'Show more',
    back: 'Back to the list',
    choose: 'Choose a notice from the list, or write a new one.',
    viewsLabel: 'Lists',
    views: { current: 'Current', planned: 'Planned', ended: 'Ended', withdrawn: 'Withdrawn' },
    empty: {
      current: 'Nothing is shown at the moment.',
      planned: 'Nothing is planned.',
      ended: 'Nothing has ended yet.',
      withdrawn: 'Nothing was withdrawn.',
    },
    kinds: { outage: 'Outage', delay: 'Delay', shortage: 'Stock shortage', holiday: 'Closure' },
    severities: { information: 'Information', minor: 'Minor', major: 'Major' },
    severityHints: {
      information: 'Hardly anybody is held up',
      minor: 'Some are held up',
      major: 'Many are held up; always open',
    },
    form: {
      create: 'New notice',
      edit: 'Edit the notice',
      kind: 'Kind',
      severity: 'How serious',
      inJapanese: 'In Japanese',
      inEnglish: 'In English',
      title: 'Title',
      text: 'Text',
      start: 'Start',
      now: 'Now',
      chosen: 'Choose a time',
      startTime: 'Start time',
      end: 'End',
      ends: {
        open: 'Until I end it',
        'two-hours': 'In 2 hours',
        today: 'End of the day',
        tomorrow: 'Next day, 10:00',
        chosen: 'Choose a time',
      },
      endTime: 'End time',
      categories: 'What it touches',
      categoriesHint: 'With none chosen, it stands on every page.',
      preview: 'Preview',
      previewTitle: 'How readers will see it',
      publish: 'Publish',
      save: 'Publish the changes',
      cancel: 'Cancel',
    },
    errors: {
      check: 'Please check what you entered',
      chooseKind: 'Please choose a kind.',
      chooseSeverity: 'Please choose how serious it is.',
      fillIn: 'Please fill this in.',
      chooseTime: 'Please give a date and time.',
    },
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
    changedMeanwhile:
      'Somebody else changed this first. What you typed is still here: look at the latest, then try again.',
  },
};

import type { EndChoice } from './end-choices.ts';

/** What the form for writing a notice says. */
export interface NoticeFormMessages {
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
    there: string;
    publish: string;
    save: string;
    cancel: string;
  };
  errors: {
    check: string;
    chooseKind: string;
    chooseSeverity: string;
    fillIn: string;
    chooseTime: string;
    wrongTime: string;
  };
}

export const formMessages: Record<'ja' | 'en', NoticeFormMessages> = {
  ja: {
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
      there: '現在公開している内容',
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
      wrongTime: '日時を正しく入力してください（年は4桁）。',
    },
  },
  en: {
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
      there: 'What is published now',
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
      wrongTime: 'Please give a date and time that exist, with a year of four digits.',
    },
  },
};

interface ExportMessages {
  title: string;
  lead: string;
  from: string;
  until: string;
  ways: Record<'csv' | 'json', { text: string; hint: string }>;
  backwards: string;
  recorded: string;
}

export const messages: Record<'ja' | 'en', ExportMessages> = {
  ja: {
    title: 'お問い合わせの書き出し',
    lead: '期間を指定しなければ、すべてのお問い合わせを書き出します。期間は受け付けた日で数えます。',
    from: '開始日',
    until: '終了日（この日を含む）',
    ways: {
      csv: { text: 'CSVで保存', hint: '表計算ソフト向け。1件が1行です。' },
      json: { text: 'JSONで保存', hint: 'やり取りの全文と社内メモを含みます。' },
    },
    backwards: '終了日は開始日以降にしてください。',
    recorded: '書き出したことは操作の記録に残ります。',
  },
  en: {
    title: 'Export tickets',
    lead: 'All tickets, unless you name a period. They are counted by the day they came in.',
    from: 'From',
    until: 'Until the end of',
    ways: {
      csv: { text: 'Save as CSV', hint: 'For spreadsheets, one ticket a line.' },
      json: { text: 'Save as JSON', hint: 'With everything that was written, and the notes.' },
    },
    backwards: 'The last day is before the first.',
    recorded: 'That you did so is kept in the audit log.',
  },
};

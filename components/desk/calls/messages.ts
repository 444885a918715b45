export interface CallTexts {
  title: string;
  lead: string;
  caller: string;
  callerHint: string;
  known: string;
  open: (count: number) => string;
  subject: string;
  said: string;
  saidHint: string;
  more: string;
  name: string;
  language: string;
  languages: { ja: string; en: string };
  continues: string;
  fresh: string;
  solved: string;
  send: string;
  sendHint: string;
  missing: { caller: string; subject: string; message: string };
  clear: string;
  draft: string;
}

export const messages: Record<'ja' | 'en', CallTexts> = {
  ja: {
    title: '電話を記録する',
    lead: '話しながら三つの欄に書き留めてください。書きかけはこのタブに残ります。',
    caller: '電話番号またはメールアドレス',
    callerHint: '以前のお客様は候補に出ます',
    known: '以前のお客様',
    open: (count) => `対応中${count}件`,
    subject: 'ご用件',
    said: '話した内容',
    saidHint: 'お客様が言われたことと、お約束したこと',
    more: 'お名前と言語',
    name: 'お名前',
    language: 'お客様の言語',
    languages: { ja: '日本語', en: '英語' },
    continues: 'どのお問い合わせの電話ですか',
    fresh: '新しいお問い合わせ',
    solved: 'この電話で解決した',
    send: '記録する',
    sendHint: 'Ctrl（⌘）＋Enterでも記録できます',
    missing: {
      caller: '電話番号またはメールアドレスを入力してください。',
      subject: 'ご用件を入力してください。',
      message: '話した内容を入力してください。',
    },
    clear: '書きかけを消す',
    draft: '書きかけの記録があります。',
  },
  en: {
    title: 'Log a call',
    lead: 'Three fields while you talk. What you type stays in this tab until it is logged.',
    caller: 'Number or e-mail address',
    callerHint: 'Customers you know are offered',
    known: 'Known customers',
    open: (count) => (count === 1 ? '1 open ticket' : `${count} open tickets`),
    subject: 'What about',
    said: 'What was said',
    saidHint: 'What the customer said, and what you promised',
    more: 'Name and language',
    name: 'Name',
    language: 'The customer’s language',
    languages: { ja: 'Japanese', en: 'English' },
    continues: 'Which ticket is the call about?',
    fresh: 'A new ticket',
    solved: 'Solved by this call',
    send: 'Log the call',
    sendHint: 'Ctrl (⌘) + Enter logs it, too',
    missing: {
      caller: 'Enter a telephone number or an e-mail address.',
      subject: 'Enter what the call is about.',
      message: 'Enter what was said.',
    },
    clear: 'Clear what I typed',
    draft: 'There is a call that was begun.',
  },
};

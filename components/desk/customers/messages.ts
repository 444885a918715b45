import type { CustomerView } from '../../../api/privacy/contract.ts';

export interface CustomerDeskMessages {
  views: Record<CustomerView, string>;
  empty: Record<CustomerView, string>;
  choose: string;
  find: string;
  findButton: string;
  notFound: string;
  requests: (count: number) => string;
  isHeld: string;
  unnamed: string;
  since: string;
  held: string;
  tickets: string;
  copy: string;
  copyLead: string;
  asPage: string;
  asData: string;
  holds: string;
  holdsLead: string;
  ofAll: string;
  holdUntil: (day: string) => string;
  lift: string;
  lifted: string;
  place: string;
  reason: string;
  reasonHint: string;
  until: string;
  scope: string;
  placed: string;
  erase: string;
  eraseLead: string;
  eraseHeld: string;
  eraseButton: string;
  erased: string;
  retention: string;
  retentionLead: string;
  kinds: Record<string, string>;
  days: (count: number) => string;
  months: (count: number) => string;
  goes: (due: number, soon: number) => string;
  kept: (count: number) => string;
}

export const messages: Record<'ja' | 'en', CustomerDeskMessages> = {
  ja: {
    views: { all: 'すべて', held: '保留中' },
    empty: { all: 'お客様のデータはまだありません。', held: '消去を保留しているお客様はいません。' },
    choose: '一覧からお客様をお選びください。',
    find: 'メールアドレスで探す',
    findButton: '探す',
    notFound: 'このアドレスのお客様は見つかりません。',
    requests: (count) => `お問い合わせ${count}件`,
    isHeld: '消去を保留中',
    unnamed: 'お名前なし',
    since: '登録',
    held: '保存しているデータ',
    tickets: 'お問い合わせ',
    copy: 'データの写し',
    copyLead:
      '保存しているデータをすべて含みます。お渡しする前に、ご本人であることを確認してください。操作は記録されます。',
    asPage: '読める形（HTML）',
    asData: 'データ（JSON）',
    holds: '消去の保留',
    holdsLead: '期限まで、消去も、保存期間による削除も行われません。期限と理由はお客様に伝わります。',
    ofAll: 'すべてのデータ',
    holdUntil: (day) => `${day}まで`,
    lift: '保留を解除する',
    lifted: '保留を解除しました',
    place: '保留する',
    reason: '理由',
    reasonHint: 'お客様がご覧になります',
    until: '期限（この日の終わりまで）',
    scope: '対象',
    placed: '保留しました',
    erase: 'データの消去',
    eraseLead:
      'お名前、アドレス、やり取り、メールをすべて消去します。件数と日時だけが残ります。元には戻せません。専用ページは、消去されたことだけを伝えます。',
    eraseHeld: '保留があるため、消去できません。',
    eraseButton: '元に戻せないことを理解して消去する',
    erased: 'お客様のデータを消去しました。',
    retention: '保存期間と、次に消えるもの',
    retentionLead: '毎日、期間を過ぎたものを自動で消去します。期間はportal.yamlで決めます。',
    kinds: {
      closedConversations: '解決・終了したお問い合わせ',
      spam: '迷惑なお問い合わせ',
      voteComments: '評価のご意見',
      mails: '送信したメール',
      receivedMails: '受信したメール（元の形）',
      auditLog: '操作の記録',
    },
    days: (count) => `${count}日`,
    months: (count) => `${count}か月`,
    goes: (due, soon) => `次回${due}件、30日以内${soon}件`,
    kept: (count) => `、保留により残すもの${count}件`,
  },
  en: {
    views: { all: 'All', held: 'On hold' },
    empty: { all: 'There are no customers yet.', held: 'Nobody’s data is on hold.' },
    choose: 'Choose a customer from the list.',
    find: 'Find by e-mail address',
    findButton: 'Find',
    notFound: 'There is no customer with this address.',
    requests: (count) => (count === 1 ? '1 request' : `${count} requests`),
    isHeld: 'on hold',
    unnamed: 'No name',
    since: 'Since',
    held: 'What is held',
    tickets: 'Requests',
    copy: 'Copy of the data',
    copyLead: 'It has everything that is held. Make sure who you give it to. That you took it is recorded.',
    asPage: 'To read (HTML)',
    asData: 'As data (JSON)',
    holds: 'Legal hold',
    holdsLead:
      'Until its day, nothing is erased, neither on request nor by retention. The customer is told the day and the reason.',
    ofAll: 'All of it',
    holdUntil: (day) => `until ${day}`,
    lift: 'Lift the hold',
    lifted: 'The hold has been lifted',
    place: 'Place a hold',
    reason: 'Reason',
    reasonHint: 'The customer can read it',
    until: 'Until (the end of that day)',
    scope: 'What',
    placed: 'The hold has been placed',
    erase: 'Erase the data',
    eraseLead:
      'Deletes names, addresses, conversations and mails. Only numbers and dates stay. It cannot be undone. Private pages then say that their request was erased.',
    eraseHeld: 'There is a hold: it cannot be erased.',
    eraseButton: 'Erase it for good',
    erased: 'The customer’s data has been erased.',
    retention: 'How long data is kept, and what goes next',
    retentionLead: 'Every day, what has passed its time is erased. The periods stand in portal.yaml.',
    kinds: {
      closedConversations: 'Solved and closed requests',
      spam: 'Spam',
      voteComments: 'Comments on votes',
      mails: 'Mails',
      receivedMails: 'Mails as they came in',
      auditLog: 'Audit log',
    },
    days: (count) => `${count} days`,
    months: (count) => `${count} months`,
    goes: (due, soon) => `next run ${due}, within 30 days ${soon}`,
    kept: (count) => `, kept by a hold ${count}`,
  },
};

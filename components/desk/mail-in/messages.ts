import type { MailInDecision, MailInView, ReceivedMail } from '../../../api/mail-in/contract.ts';

interface MailInMessages {
  views: Record<MailInView, string>;
  empty: Record<MailInView, string>;
  choose: string;
  notReceiving: string;
  outcomes: Record<ReceivedMail['outcome'], string>;
  /** Why; one that is not here shows its own name. */
  reasons: Record<string, string>;
  nobody: string;
  noSubject: string;
  sender: string;
  unproven: string;
  received: string;
  size: string;
  reason: string;
  ticket: string;
  attempts: string;
  times: (count: number) => string;
  decisionsLabel: string;
  decisions: Record<MailInDecision, string>;
  decided: Record<MailInDecision, string>;
  text: string;
  unreadable: string;
  files: string;
  headers: string;
  raw: string;
}

export const messages: Record<'ja' | 'en', MailInMessages> = {
  ja: {
    views: {
      quarantined: '要確認',
      waiting: '処理待ち',
      taken: '受付済み',
      'not-answered': '自動応答など',
      dismissed: '対応不要',
    },
    empty: {
      quarantined: '確認が必要なメールはありません。',
      waiting: '処理を待っているメールはありません。',
      taken: '受け付けたメールはまだありません。',
      'not-answered': '自動応答や不達の通知はありません。',
      dismissed: '対応不要にしたメールはありません。',
    },
    choose: '一覧からメールをお選びください。',
    notReceiving:
      'メールの受信が設定されていません。IMAP_URLまたはMAIL_IN_SECRETを設定すると、届いたメールがお問い合わせになります。',
    outcomes: {
      waiting: '処理待ち',
      message: '返信',
      conversation: '新しいお問い合わせ',
      bounce: '不達の通知',
      'auto-reply': '自動応答',
      blocked: '受信拒否',
      quarantined: '要確認',
      dismissed: '対応不要',
    },
    reasons: {
      'too-large': '大きすぎるため、先頭だけを保存しました',
      unreadable: '内容を読み取れませんでした',
      'no-sender': '差出人のアドレスがありません',
      'too-many': '同じ差出人から短い時間に多数届きました',
      failed: '処理に何度も失敗しました',
      'file-missing': 'メールのファイルが見つかりません',
      'own-mail': 'このヘルプセンターが送ったメールです',
      'auto-reply': '不在通知などの自動応答です',
      list: 'メーリングリストや一斉配信のメールです',
      report: '開封通知や配信の報告です',
      delayed: '配達が遅れているという通知です',
      undelivered: 'お客様へのメールが届きませんでした',
      'foreign-bounce': 'このヘルプセンターのメールについての通知ではありません',
    },
    nobody: '差出人なし',
    noSubject: '（件名なし）',
    sender: '差出人',
    unproven: '（メールに書かれているもので、本人の確認はできていません）',
    received: '受信',
    size: '大きさ',
    reason: '理由',
    ticket: 'お問い合わせ',
    attempts: '試行',
    times: (count) => `${count}回`,
    decisionsLabel: 'このメールの操作',
    decisions: {
      'try-again': 'もう一度処理する',
      dismiss: '対応不要にする',
      'make-conversation': 'お問い合わせにする',
    },
    decided: {
      'try-again': '処理待ちにしました',
      dismiss: '対応不要にしました',
      'make-conversation': 'お問い合わせにしました',
    },
    text: '本文',
    unreadable: '本文は読み取れませんでした。元のメールをダウンロードして、テキストとしてご確認ください。',
    files: '添付ファイル',
    headers: 'ヘッダー',
    raw: '元のメールをダウンロード（テキスト）',
  },
  en: {
    views: {
      quarantined: 'To check',
      waiting: 'Waiting',
      taken: 'Taken in',
      'not-answered': 'Automatic',
      dismissed: 'Dismissed',
    },
    empty: {
      quarantined: 'No mail has to be checked.',
      waiting: 'No mail is waiting.',
      taken: 'No mail has been taken in yet.',
      'not-answered': 'There are no automatic answers, bounces or blocked mails.',
      dismissed: 'No mail was dismissed.',
    },
    choose: 'Choose a mail from the list.',
    notReceiving: 'No mail comes in. Set IMAP_URL or MAIL_IN_SECRET, and mails become tickets.',
    outcomes: {
      waiting: 'Waiting',
      message: 'Reply',
      conversation: 'New ticket',
      bounce: 'Bounce',
      'auto-reply': 'Automatic',
      blocked: 'Blocked',
      quarantined: 'To check',
      dismissed: 'Dismissed',
    },
    reasons: {
      'too-large': 'Too large: only its beginning was kept',
      unreadable: 'It could not be read',
      'no-sender': 'It has no sender’s address',
      'too-many': 'Too many came from this sender in a short time',
      failed: 'Handling it failed again and again',
      'file-missing': 'Its file is missing',
      'own-mail': 'This help centre sent it',
      'auto-reply': 'An automatic answer, such as out of office',
      list: 'From a mailing list or a mailing to many',
      report: 'A receipt or a report of delivery',
      delayed: 'News that a mail is late',
      undelivered: 'A mail to a customer did not arrive',
      'foreign-bounce': 'Not about a mail of this help centre',
    },
    nobody: 'No sender',
    noSubject: '(no subject)',
    sender: 'Sender',
    unproven: '(as the mail says, which proves nothing)',
    received: 'Received',
    size: 'Size',
    reason: 'Why',
    ticket: 'Ticket',
    attempts: 'Tries',
    times: (count) => String(count),
    decisionsLabel: 'What to do with this mail',
    decisions: {
      'try-again': 'Try again',
      dismiss: 'Dismiss',
      'make-conversation': 'Make it a ticket',
    },
    decided: {
      'try-again': 'Waiting to be tried again',
      dismiss: 'Dismissed',
      'make-conversation': 'It is a ticket now',
    },
    text: 'Text',
    unreadable: 'Its text could not be read. Download the mail as it came, and look at it as plain text.',
    files: 'Files',
    headers: 'Headers',
    raw: 'Download the mail as it came (text)',
  },
};

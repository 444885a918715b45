import type { OutboxView } from '../../../api/outbox/contract.ts';

interface OutboxMessages {
  views: Record<OutboxView, string>;
  empty: Record<OutboxView, string>;
  choose: string;
  /** What kinds of mail are called; one that is not here shows its own name. */
  kinds: Record<string, string>;
  states: Record<OutboxView | 'under-way', string>;
  notSending: string;
  to: string;
  queued: string;
  due: string;
  sent: string;
  attempts: string;
  times: (count: number) => string;
  said: string;
  unanswered: string;
  moves: Record<'waiting' | 'cancelled', string>;
  moved: Record<'waiting' | 'cancelled', string>;
  movesLabel: string;
  text: string;
  harmless: string;
  nothing: string;
  asHtml: string;
}

export const messages: Record<'ja' | 'en', OutboxMessages> = {
  ja: {
    views: { waiting: '送信待ち', dead: '届けられず', sent: '送信済み', cancelled: '取り消し' },
    empty: {
      waiting: '送信を待っているメールはありません。',
      dead: '届けられなかったメールはありません。',
      sent: '送信したメールはまだありません。',
      cancelled: '取り消したメールはありません。',
    },
    choose: '一覧からメールをお選びください。',
    kinds: {
      invitation: 'スタッフの招待',
      'sign-in-link': 'ログイン用リンク',
      'password-reset': 'パスワードの再設定',
      registration: '会員登録の確認',
      'address-confirmation': 'メールアドレスの確認',
      'account-changed': 'アカウントの変更',
      'ticket-received': '受付の確認',
      'ticket-replied': '担当者からの返信',
      'new-ticket': '新しいお問い合わせのお知らせ（スタッフ宛て）',
      'ticket.opened': 'Webhook：お問い合わせの受付',
      'ticket.customer-replied': 'Webhook：お客様からの返信',
      'ticket.state-changed': 'Webhook：状態の変更',
      'notice-confirmation': 'お知らせメールの登録確認',
      notice: 'お知らせ',
      'data-export': '個人データの写し',
      'data-erasure': '個人データの消去',
      'own-requests': 'お問い合わせの一覧',
      rating: '対応の評価のお願い',
      'forum-post': 'フォーラムの新しい投稿',
      'forum-digest': 'フォーラムのまとめ',
      'answer-accepted': 'フォーラムの解決した回答',
      'forum-article': 'フォーラムの回答の記事化',
      'post-decided': 'フォーラムの投稿についての判断',
      'post-decision-undone': 'フォーラムの判断の取り消し',
      'post-made-private': 'フォーラムの投稿をお問い合わせへ移動',
      'appeal-answered': '再確認の申し出への回答',
      sanction: 'フォーラムの措置',
      'sanction-lifted': 'フォーラムの措置の取り消し',
    },
    states: { waiting: '送信待ち', dead: '届けられず', sent: '送信済み', cancelled: '取り消し', 'under-way': '送信中' },
    notSending:
      'メールサーバーが設定されていないため、メールは送信されません。SMTP_URLを設定すると、送信待ちのメールから送信します（3日より前のものは取り消します）。',
    to: '宛先',
    queued: '作成',
    due: '次の送信',
    sent: '送信',
    attempts: '試行',
    times: (count) => `${count}回`,
    said: '最後の応答',
    unanswered: '応答を得られないまま終わった送信があります。同じメールが二度届くことがあります。',
    moves: { waiting: 'もう一度送信する', cancelled: '送信を取り消す' },
    moved: { waiting: '送信待ちにしました', cancelled: '送信を取り消しました' },
    movesLabel: 'このメールの操作',
    text: '本文',
    harmless: '本文のリンクは見本です。実際のリンクは送信のときに作られ、ここには表示されません。',
    nothing: '伝える内容がなくなったメールです。送信されません。',
    asHtml: 'HTMLで見る（新しいタブ）',
  },
  en: {
    views: { waiting: 'Waiting', dead: 'Undelivered', sent: 'Sent', cancelled: 'Cancelled' },
    empty: {
      waiting: 'No mail is waiting.',
      dead: 'No mail went undelivered.',
      sent: 'No mail has been sent yet.',
      cancelled: 'No mail was cancelled.',
    },
    choose: 'Choose a mail from the list.',
    kinds: {
      invitation: 'Invitation of staff',
      'sign-in-link': 'Sign-in link',
      'password-reset': 'New password',
      registration: 'Registration',
      'address-confirmation': 'Confirmation of an address',
      'account-changed': 'Change of an account',
      'ticket-received': 'Acknowledgement',
      'ticket-replied': 'Reply of an agent',
      'new-ticket': 'New request, to staff',
      'ticket.opened': 'Webhook: request opened',
      'ticket.customer-replied': 'Webhook: customer replied',
      'ticket.state-changed': 'Webhook: state changed',
      'notice-confirmation': 'Confirmation of notices by mail',
      notice: 'Notice',
      'data-export': 'Copy of somebody’s data',
      'data-erasure': 'Erasure of somebody’s data',
      'own-requests': 'One’s own requests',
      rating: 'Question how it was',
      'forum-post': 'New post in the forum',
      'forum-digest': 'Summary of the forum',
      'answer-accepted': 'Answer accepted in the forum',
      'forum-article': 'Article made of an answer',
      'post-decided': 'Decision on a forum post',
      'post-decision-undone': 'Decision on a post undone',
      'post-made-private': 'Forum post made a request',
      'appeal-answered': 'Answer to an appeal',
      sanction: 'Sanction in the forum',
      'sanction-lifted': 'Sanction lifted',
    },
    states: {
      waiting: 'Waiting',
      dead: 'Undelivered',
      sent: 'Sent',
      cancelled: 'Cancelled',
      'under-way': 'Being sent',
    },
    notSending:
      'No mail goes out: there is no mail server. Set SMTP_URL, and what waits is sent; what has waited for more than three days is cancelled.',
    to: 'To',
    queued: 'Written',
    due: 'Next try',
    sent: 'Sent',
    attempts: 'Tries',
    times: (count) => String(count),
    said: 'Last answer',
    unanswered: 'A try ended without an answer: this mail may arrive twice.',
    moves: { waiting: 'Send again', cancelled: 'Do not send' },
    moved: { waiting: 'Waiting to be sent', cancelled: 'Will not be sent' },
    movesLabel: 'What to do with this mail',
    text: 'Text',
    harmless: 'The links in it are stand-ins. The real ones are made when the mail is sent, and are not shown here.',
    nothing: 'There is nothing to say any more: this mail is not sent.',
    asHtml: 'See the HTML (new tab)',
  },
};

import type { SanctionKind } from '../../api/moderation/contract.ts';

interface OwnMessages {
  appealed: string;
  standing: string;
  sanctions: Record<SanctionKind, string>;
  until: (at: string) => string;
  noEnd: string;
  ended: string;
  lifted: string;
  silenced: (until: string) => string;
  suspended: (until: string) => string;
  subscriptions: string;
  noSubscriptions: string;
  every: Record<'post' | 'day', string>;
  board: (name: string) => string;
  stop: string;
  stopOf: (title: string) => string;
  stopped: (title: string) => string;
  failed: string;
  missing: string;
}

export const messages: Record<'ja' | 'en', OwnMessages> = {
  ja: {
    appealed: '再確認のご依頼を受け付けました。結果はメールとこのページでお知らせします。',
    standing: '投稿の制限',
    sanctions: { warning: '注意', silence: '投稿の制限（掲載前に確認）', suspension: '利用の停止' },
    until: (at) => `${at}まで`,
    noEnd: '期限なし',
    ended: '終了しました',
    lifted: '解除されました',
    silenced: (until) => `${until}まで、投稿は担当者の確認後に掲載します。`,
    suspended: (until) => `${until}まで、投稿できません。お読みいただくことはできます。`,
    subscriptions: 'メールのお知らせ',
    noSubscriptions: '受け取っているお知らせはありません。スレッドの下から受け取りを始められます。',
    every: { post: '投稿のたび', day: '1日1回' },
    board: (name) => `カテゴリー「${name}」`,
    stop: '止める',
    stopOf: (title) => `「${title}」のお知らせを止める`,
    stopped: (title) => `「${title}」のお知らせを止めました`,
    failed: 'いまは一部の情報を表示できません。少し待ってから、もう一度お開きください。',
    missing: '再確認してほしい点をお書きください。',
  },
  en: {
    appealed: 'We have your request, and will tell you by e-mail and on this page what comes of it.',
    standing: 'What limits your posts',
    sanctions: { warning: 'Warning', silence: 'Posts are looked at first', suspension: 'Suspension' },
    until: (at) => `until ${at}`,
    noEnd: 'without an end',
    ended: 'over',
    lifted: 'lifted',
    silenced: (until) => `Until ${until}, a moderator looks at your posts before they appear.`,
    suspended: (until) => `Until ${until} you can’t post. You can read everything as before.`,
    subscriptions: 'E-mails you get',
    noSubscriptions: 'None. You can ask for them below any thread.',
    every: { post: 'for each post', day: 'once a day' },
    board: (name) => `Board “${name}”`,
    stop: 'Stop',
    stopOf: (title) => `Stop e-mails about “${title}”`,
    stopped: (title) => `No more e-mails about “${title}”`,
    failed: 'Some of this can’t be shown just now. Please open the page again in a moment.',
    missing: 'Please say what we should consider.',
  },
};

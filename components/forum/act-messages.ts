import type { FlagReason } from '../../api/moderation/contract.ts';

interface ActMessages {
  accepted: string;
  withdrawn: string;
  meToo: string;
  notMeToo: string;
  quoting: (name: string) => string;
  withoutQuote: string;
  pending: string;
  posted: string;
  saved: string;
  save: string;
  cancel: string;
  close: string;
  title: string;
  body: string;
  reason: string;
  reasonHint: string;
  optional: string;
  remove: string;
  removeAsk: string;
  removeYes: string;
  removed: string;
  editOf: string;
  history: string;
  historyNone: string;
  historyHidden: string;
  /** Who changed it, and when. */
  revision: (by: string, at: string) => string;
  before: string;
  latest: string;
  noLonger: string;
  flag: string;
  flagLead: string;
  flagReason: string;
  reasons: Record<FlagReason, string>;
  detail: string;
  send: string;
  flagged: string;
  unflag: string;
  unflagged: string;
  choose: string;
  unreachable: string;
  every: Record<'post' | 'day' | 'never', string>;
  followed: Record<'post' | 'day' | 'never', string>;
}

export const messages: Record<'ja' | 'en', ActMessages> = {
  ja: {
    accepted: '「解決した回答」に選びました',
    withdrawn: '解決を取り消しました',
    meToo: '「私も同じ質問です」を伝えました',
    notMeToo: '「私も同じ質問です」を取り消しました',
    quoting: (name) => `${name}さんの投稿への返信`,
    withoutQuote: '引用をやめる',
    pending:
      '投稿を受け付けました。担当者が確認してから掲載します。それまでは、ご本人と担当者にだけ見えています。「ご自身の投稿」でも確認できます。',
    posted: '返信を投稿しました',
    saved: '変更を保存しました',
    save: '保存する',
    cancel: 'やめる',
    close: '閉じる',
    title: '題名',
    body: '本文',
    reason: '変更の理由',
    reasonHint: '編集の履歴に残り、どなたでもご覧になれます。',
    optional: '任意',
    remove: '投稿を取り下げる',
    removeAsk: 'この投稿を取り下げますか？ ほかの方には見えなくなり、ご自身では元に戻せません。',
    removeYes: '取り下げる',
    removed: '投稿を取り下げました',
    editOf: '投稿の編集',
    history: '編集の履歴',
    historyNone: '編集の履歴はありません。',
    historyHidden: '以前の内容は、書いたご本人と担当者だけが読めます。',
    revision: (by, at) => `${at}　${by}さんが変更`,
    before: '変更前の内容',
    latest: '最新の内容',
    noLonger: '退会した方',
    flag: '投稿を報告する',
    flagLead: '担当者が内容を確認します。どなたが報告したかは、投稿した人には伝わりません。',
    flagReason: '理由',
    reasons: {
      spam: '宣伝・勧誘',
      rude: '人を傷つける内容',
      'off-topic': '話題に合っていない',
      private: '個人情報が書かれている',
      wrong: '誤りがあり、危険や損害につながる',
      other: 'そのほか',
    },
    detail: '補足',
    send: '報告する',
    flagged: 'お知らせいただき、ありがとうございます。担当者が確認します。',
    unflag: '報告を取り消す',
    unflagged: '報告を取り消しました',
    choose: '理由を一つお選びください。',
    unreachable: 'いまは送信できません。少し待ってから、もう一度お試しください。',
    every: { never: '受け取らない', post: '返信のたびに受け取る', day: '1日1回まとめて受け取る' },
    followed: {
      never: 'お知らせを止めました',
      post: '返信のたびにメールでお知らせします',
      day: '1日1回まとめてメールでお知らせします',
    },
  },
  en: {
    accepted: 'Chosen as the answer that solved it',
    withdrawn: 'It is no longer marked as solved',
    meToo: 'Noted: you have the same question',
    notMeToo: 'Taken back',
    quoting: (name) => `In reply to ${name}`,
    withoutQuote: 'Don’t quote',
    pending:
      'We have your post. A moderator looks at it first; until then only you and our moderators see it. You’ll find it under “Your posts”, too.',
    posted: 'Your reply is posted',
    saved: 'Your changes are saved',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    title: 'Title',
    body: 'Your text',
    reason: 'Why you change it',
    reasonHint: 'Kept in the post’s history, which everybody can see.',
    optional: 'optional',
    remove: 'Take this post back',
    removeAsk: 'Take this post back? Nobody else will see it, and you can’t bring it back yourself.',
    removeYes: 'Take it back',
    removed: 'Your post is taken back',
    editOf: 'Edit the post',
    history: 'How it was edited',
    historyNone: 'It has not been edited.',
    historyHidden: 'What it said before, only its author and moderators can read.',
    revision: (by, at) => `${at}, changed by ${by}`,
    before: 'What it said before',
    latest: 'What it says now',
    noLonger: 'a former member',
    flag: 'Report a post',
    flagLead: 'Our moderators will look at it. Whoever wrote it is not told who reported it.',
    flagReason: 'Reason',
    reasons: {
      spam: 'Advertising',
      rude: 'It hurts somebody',
      'off-topic': 'It is about something else',
      private: 'There are personal details in it',
      wrong: 'It is wrong, and could do harm',
      other: 'Something else',
    },
    detail: 'Anything to add',
    send: 'Report',
    flagged: 'Thank you for telling us. Our moderators will look at it.',
    unflag: 'Take the report back',
    unflagged: 'Your report is taken back',
    choose: 'Please choose a reason.',
    unreachable: 'It can’t be sent just now. Please try again in a moment.',
    every: { never: 'None', post: 'One for each reply', day: 'One summary a day' },
    followed: {
      never: 'You get no more e-mails about this thread',
      post: 'You get an e-mail for each reply',
      day: 'You get one summary a day',
    },
  },
};

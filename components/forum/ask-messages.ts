export const messages = {
  ja: {
    received: '投稿を受け付けました',
    held: '担当者が確認してから掲載します。',
    pending: 'それまでは、ご本人と担当者にだけ見えています。',
    see: '投稿を見る',
    own: '「ご自身の投稿」で状態を確認する',
    solved: '解決してよかったです。書きかけの内容はこの端末から消しました。',
    askAfterAll: 'やはり質問する',
  },
  en: {
    received: 'We have your post',
    held: 'A moderator looks at it before it appears.',
    pending: 'Until then only you and our moderators see it.',
    see: 'See your post',
    own: 'You’ll find it under “Your posts”',
    solved: 'Glad to hear it. What you had typed is cleared from this device.',
    askAfterAll: 'I’d like to ask after all',
  },
};

export const messages = {
  ja: {
    title: '同じことが、すでに書かれているかもしれません',
    article: 'ヘルプの記事',
    thread: 'スレッド',
    solved: '解決済みのスレッド',
    question: 'お読みになったページで解決しましたか？',
    yes: '解決しました',
  },
  en: {
    title: 'This may have been answered already',
    article: 'Help article',
    thread: 'Thread',
    solved: 'Solved thread',
    question: 'Did what you read answer it?',
    yes: 'Yes, that’s solved',
  },
};

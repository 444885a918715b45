/** What a thread says of itself while it is open. */
export const messages = {
  ja: {
    gone: 'このスレッドは、いまは表示されていません。',
    follow: '新しい返信のお知らせ（メール）',
    failed: 'いまはできませんでした。少し待ってから、もう一度お試しください。',
  },
  en: {
    gone: 'This thread is not shown any more.',
    follow: 'E-mails about new replies',
    failed: 'That didn’t work just now. Please try again in a moment.',
  },
};

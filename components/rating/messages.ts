export const messages: Record<'ja' | 'en', { thanks: string; more: string; change: string; failed: string }> = {
  ja: {
    thanks: 'ご評価ありがとうございました。',
    more: '理由は、上の欄にいつでも書き加えていただけます。',
    change: '評価を変更する',
    failed: '送信できませんでした。もう一度お試しください。',
  },
  en: {
    thanks: 'Thank you for telling us.',
    more: 'You can add why in the field above.',
    change: 'Change it',
    failed: 'That could not be sent. Please try again.',
  },
};

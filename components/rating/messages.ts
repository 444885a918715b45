export const messages: Record<'ja' | 'en', { thanks: string; more: string; failed: string }> = {
  ja: {
    thanks: 'ご評価ありがとうございました。',
    more: '理由は、下の欄からいつでも書き加えていただけます。',
    failed: '送信できませんでした。もう一度お試しください。',
  },
  en: {
    thanks: 'Thank you for telling us.',
    more: 'You can add why in the field below.',
    failed: 'That could not be sent. Please try again.',
  },
};

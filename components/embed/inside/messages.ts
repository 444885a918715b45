export const messages: Record<
  'ja' | 'en',
  { bar: string; back: string; home: string; contact: string; whole: string }
> = {
  ja: {
    bar: 'ヘルプの移動',
    back: '戻る',
    home: 'ホーム',
    contact: 'お問い合わせ',
    whole: '新しいタブで開く',
  },
  en: {
    bar: 'Help navigation',
    back: 'Back',
    home: 'Home',
    contact: 'Contact us',
    whole: 'Open in a new tab',
  },
};

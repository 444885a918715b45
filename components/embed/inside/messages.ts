export const messages: Record<
  'ja' | 'en',
  { main: string; bar: string; back: string; home: string; contact: string; whole: string }
> = {
  ja: {
    main: 'ヘルプ',
    bar: 'ヘルプの移動',
    back: '戻る',
    home: 'ホーム',
    contact: 'お問い合わせ',
    whole: '新しいタブで開く',
  },
  en: {
    main: 'Help',
    bar: 'Help navigation',
    back: 'Back',
    home: 'Home',
    contact: 'Contact us',
    whole: 'Open in a new tab',
  },
};

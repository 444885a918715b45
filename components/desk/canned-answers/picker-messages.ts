interface Texts {
  label: string;
  loading: string;
  none: string;
  close: string;
}

export const messages: Record<'ja' | 'en', { canned: Texts; article: Texts; onlyIn: { ja: string; en: string } }> = {
  ja: {
    canned: {
      label: '定型文を探す',
      loading: '読み込んでいます…',
      none: '当てはまる定型文はありません。',
      close: '閉じる',
    },
    article: {
      label: 'ヘルプの記事を探す',
      loading: '言葉を入力してください',
      none: '当てはまる記事はありません。',
      close: '閉じる',
    },
    onlyIn: { ja: '日本語のみ', en: '英語のみ' },
  },
  en: {
    canned: { label: 'Find a canned answer', loading: 'Loading…', none: 'No canned answer fits.', close: 'Close' },
    article: { label: 'Find an article', loading: 'Type some words', none: 'No article fits.', close: 'Close' },
    onlyIn: { ja: 'Japanese only', en: 'English only' },
  },
};

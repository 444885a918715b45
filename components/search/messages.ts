export const messages = {
  ja: {
    languageName: '日本語のページ',
    count: (count: number) => `${count}件見つかりました`,
    none: (query: string) => `「${query}」に合うページは見つかりませんでした。`,
    ask: 'お客様窓口に尋ねる',
    loading: '検索しています…',
    failed: '検索を読み込めませんでした。通信の状態をご確認のうえ、もう一度お試しください。',
    results: '検索結果',
  },
  en: {
    languageName: 'Page in English',
    count: (count: number) => (count === 1 ? '1 page found' : `${count} pages found`),
    none: (query: string) => `No page matches “${query}”.`,
    ask: 'Ask customer care',
    loading: 'Searching…',
    failed: 'Search could not be loaded. Please check your connection and try again.',
    results: 'Search results',
  },
};

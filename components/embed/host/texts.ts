export const texts: Record<'ja' | 'en', { open: string; close: string; unreachable: string; openHere: string }> = {
  ja: {
    open: 'ヘルプ',
    close: '閉じる',
    unreachable: 'ヘルプを表示できませんでした。',
    openHere: '新しいタブで開く',
  },
  en: {
    open: 'Help',
    close: 'Close',
    unreachable: 'Help could not be shown here.',
    openHere: 'Open it in a new tab',
  },
};

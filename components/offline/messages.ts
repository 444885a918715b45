export const messages = {
  ja: {
    retry: 'もう一度読み込む',
    kept: 'この端末で読めるページ',
    keptLead:
      'これまでにご覧になったページは、つながらないときもこの端末で読めます。閲覧の記録が外部に送られることはありません。',
    none: '保存されているページは、まだありません。',
    keptAt: (day: string) => `${day}に保存`,
    clear: 'この端末に保存したページを消す',
    cleared: '保存したページを消しました。',
  },
  en: {
    retry: 'Try again',
    kept: 'Pages you can read on this device',
    keptLead:
      'Pages you have opened can be read without a connection. They stay on this device and are sent to nobody.',
    none: 'No pages have been saved yet.',
    keptAt: (day: string) => `Saved on ${day}`,
    clear: 'Remove the saved pages from this device',
    cleared: 'The saved pages have been removed.',
  },
};

export const messages = {
  ja: {
    clear: 'この端末に保存したものを消す',
    cleared: 'この端末に保存したものを消しました。',
    refused: '消せませんでした。ブラウザーの設定から、このサイトのデータを削除してください。',
  },
  en: {
    clear: 'Clear what is stored on this device',
    cleared: 'What was stored on this device has been cleared.',
    refused: 'It couldn’t be cleared. Please delete this site’s data in your browser’s settings.',
  },
};

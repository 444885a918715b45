export const messages = {
  ja: { path: 'これまでの回答', back: '前の質問に戻る', restart: 'はじめからやり直す' },
  en: { path: 'Your answers so far', back: 'Back', restart: 'Start again' },
};

export const messages = {
  ja: {
    copy: 'コピーする',
    copied: 'アドレスをコピーしました。',
    refused: 'コピーできませんでした。選択したアドレスを、お使いの機器の操作でコピーしてください。',
  },
  en: {
    copy: 'Copy link',
    copied: 'Link copied.',
    refused: 'It couldn’t be copied. The address is selected: please copy it yourself.',
  },
};

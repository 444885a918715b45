export const messages = {
  ja: {
    label: 'お知らせ',
    asOf: (time: string) => `${time}時点の情報です。最新の情報を確認できません。`,
    isNew: (titles: string) => `新しいお知らせ：${titles}`,
    joiner: '、',
  },
  en: {
    label: 'Notices',
    asOf: (time: string) => `As of ${time}. We can’t check for news at the moment.`,
    isNew: (titles: string) => `New notice: ${titles}`,
    joiner: '; ',
  },
};

export const messages = {
  ja: {
    label: 'お知らせ',
    asOf: (time: string) => `${time}時点の情報です。最新の情報を確認できません。`,
    isNew: (titles: string) => `新しいお知らせ：${titles}`,
    isGraver: (titles: string) => `重要度が上がりました：${titles}`,
    isUpdated: (titles: string) => `お知らせの更新：${titles}`,
    isSolved: (titles: string) => `解消：${titles}`,
    isOver: (titles: string) => `お知らせの終了：${titles}`,
    joiner: '、',
    sentenceJoiner: '。',
  },
  en: {
    label: 'Notices',
    asOf: (time: string) => `As of ${time}. We can’t check for news at the moment.`,
    isNew: (titles: string) => `New notice: ${titles}`,
    isGraver: (titles: string) => `Now more serious: ${titles}`,
    isUpdated: (titles: string) => `Updated notice: ${titles}`,
    isSolved: (titles: string) => `Solved: ${titles}`,
    isOver: (titles: string) => `Notice ended: ${titles}`,
    joiner: '; ',
    sentenceJoiner: '. ',
  },
};

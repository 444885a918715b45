/** What an open thread says of what is new in it. */
export const messages = {
  ja: {
    newReplies: (count: number) => `新しい返信が${count}件あります`,
    show: '表示する',
    later: '続きのページで読む',
    changed: 'このスレッドに新しい書き込みがあります',
    decided: '担当者の確認が済みました',
    shown: (count: number) => `新しい返信を${count}件表示しました`,
  },
  en: {
    newReplies: (count: number) => (count === 1 ? 'There is a new reply' : `There are ${count} new replies`),
    show: 'Show',
    later: 'Read on the next page',
    changed: 'There is something new in this thread',
    decided: 'A moderator has looked at your post',
    shown: (count: number) => (count === 1 ? 'One new reply is shown' : `${count} new replies are shown`),
  },
};

/** What is said wherever the API is asked and something is in the way. */
export const apiMessages = {
  ja: {
    unreachable: 'サーバーに接続できません。入力した内容は残っています。',
    changedMeanwhile:
      'ほかの人が先に更新しました。入力した内容は残っています。最新の内容を確認し、もう一度お試しください。',
  },
  en: {
    unreachable: 'The server does not answer. What you typed is still here.',
    changedMeanwhile:
      'Somebody else changed this first. What you typed is still here: look at the latest, then try again.',
  },
};

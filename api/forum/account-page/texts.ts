import type { Language } from '../../../content/schema/languages.ts';

/** What the page of one's own account says after each of its forms was sent, and about the mails one gets. */
export const accountPageTexts = {
  ja: {
    done: {
      profile: '変更を保存しました。',
      address: '新しいメールアドレスに確認のメールをお送りしました。届いたメールのリンクを開くと、変更が完了します。',
      password: 'パスワードを変更しました。ほかの端末ではログアウトしています。',
      mails: 'メールのお知らせを止めました。',
    },
    currentPassword: '現在のパスワード',
    signInAgain:
      'パスワードを設定していないため、ログインから15分以内にお手続きください。過ぎている場合は、一度ログアウトして、もう一度ログインしてください。',
    noMails: '受け取っているお知らせはありません。スレッドの下から受け取りを始められます。',
    every: { post: '投稿のたび', day: '1日1回' },
    board: (name: string) => `カテゴリー「${name}」`,
    stop: '止める',
    stopOf: (title: string) => `「${title}」のお知らせを止める`,
  },
  en: {
    done: {
      profile: 'Your changes are saved.',
      address: 'We’ve sent an e-mail to the new address. It becomes yours here once you open the link in it.',
      password: 'Your password is changed, and you are signed out on your other devices.',
      mails: 'Those e-mails have stopped.',
    },
    currentPassword: 'Current password',
    signInAgain:
      'You have no password yet, so we ask you to do this within 15 minutes of signing in. After that, sign out and in again first.',
    noMails: 'None. You can ask for them below any thread.',
    every: { post: 'for each post', day: 'once a day' },
    board: (name: string) => `Board “${name}”`,
    stop: 'Stop',
    stopOf: (title: string) => `Stop e-mails about “${title}”`,
  },
} satisfies Record<Language, unknown>;

/** What the forms of the page change. */
export type AccountForm = keyof (typeof accountPageTexts)['ja']['done'];

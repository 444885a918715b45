import type { FormMessages } from './form-messages.ts';

/** What is said where a one-time link leads. */
export interface OpenedLinkMessages {
  setup: FormMessages;
  invitation: FormMessages & { role: string };
  registration: FormMessages;
  signInLink: FormMessages;
  passwordReset: FormMessages & { done: string };
  address: FormMessages & { done: string };
  linkEnded: string;
}

export const openedLinkMessages: Record<'ja' | 'en', OpenedLinkMessages> = {
  ja: {
    setup: {
      title: '管理者アカウントをつくる',
      lead: '最初の管理者の情報を入力してください。このリンクは一度だけ使えます。',
      submit: 'アカウントをつくる',
    },
    invitation: {
      title: '招待を受ける',
      lead: 'アカウントをつくると、受付デスクを使えるようになります。',
      submit: 'アカウントをつくる',
      role: '役割',
    },
    registration: {
      title: '会員登録',
      lead: 'お名前は、ほかの方にも表示されます。本名でなくてもかまいません。',
      submit: '登録を完了する',
    },
    signInLink: { title: 'ログイン', lead: 'ボタンを押すと、ログインが完了します。', submit: 'ログインする' },
    passwordReset: {
      title: '新しいパスワード',
      lead: '新しいパスワードを入力してください。すべての端末でログアウトします。',
      submit: '設定する',
      done: '新しいパスワードを設定しました。ログインしてください。',
    },
    address: {
      title: 'メールアドレスの変更',
      lead: 'ボタンを押すと、新しいメールアドレスへの変更が完了します。',
      submit: '変更を確認する',
      done: 'メールアドレスを変更しました。',
    },
    linkEnded: 'このリンクは期限切れか、すでに使われています。お手数ですが、はじめからやり直してください。',
  },
  en: {
    setup: {
      title: 'Make the owner account',
      lead: 'Enter the details of the first owner. This link works once.',
      submit: 'Make the account',
    },
    invitation: {
      title: 'Accept the invitation',
      lead: 'Make your account, and the staff desk is open to you.',
      submit: 'Make the account',
      role: 'Your role',
    },
    registration: {
      title: 'Register',
      lead: 'Others see the name you choose. It need not be your real one.',
      submit: 'Finish registering',
    },
    signInLink: { title: 'Sign in', lead: 'One click, and you are in.', submit: 'Sign in now' },
    passwordReset: {
      title: 'New password',
      lead: 'Choose a new password. All your devices will be signed out.',
      submit: 'Set the password',
      done: 'You have a new password. Please sign in.',
    },
    address: {
      title: 'Your new address',
      lead: 'One click, and your account moves to the new e-mail address.',
      submit: 'Confirm the address',
      done: 'Your e-mail address is changed.',
    },
    linkEnded: 'This link has expired or was used before. Please start again.',
  },
};

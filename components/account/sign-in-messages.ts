import type { FormMessages } from './form-messages.ts';

/** What is said on the way in: the password, a link instead of it, and the second step. */
export interface SignInMessages {
  signIn: FormMessages;
  askLink: FormMessages & { link: string; sent: string };
  askReset: FormMessages & { link: string; sent: string };
  backToSignIn: string;
  code: FormMessages & { label: string; lost: string };
  recovery: FormMessages & { label: string; back: string };
}

export const signInMessages: Record<'ja' | 'en', SignInMessages> = {
  ja: {
    signIn: { title: 'ログイン', lead: 'メールアドレスとパスワードを入力してください。', submit: 'ログイン' },
    askLink: {
      title: 'メールでリンクを受け取る',
      lead: 'パスワードを使わずに入れるリンクを、登録済みのアドレスにお送りします。',
      submit: 'リンクを送る',
      link: 'メールでリンクを受け取る',
      sent: 'このアドレスが登録されていれば、まもなくメールが届きます。届かない場合は、迷惑メールのフォルダーもご確認ください。',
    },
    askReset: {
      title: 'パスワードの再設定',
      lead: '再設定用のリンクを、登録済みのアドレスにお送りします。',
      submit: 'リンクを送る',
      link: 'パスワードをお忘れの方',
      sent: 'このアドレスが登録されていれば、まもなくメールが届きます。届かない場合は、迷惑メールのフォルダーもご確認ください。',
    },
    backToSignIn: 'ログイン画面に戻る',
    code: {
      title: '認証コード',
      lead: '認証アプリに表示されている6桁のコードを入力してください。',
      submit: '確認する',
      label: '認証コード',
      lost: '認証アプリを使えない場合',
    },
    recovery: {
      title: 'リカバリーコード',
      lead: '2段階認証の設定時に控えたコードを、一つ入力してください。使ったコードは無効になります。',
      submit: '確認する',
      label: 'リカバリーコード',
      back: '認証アプリのコードを使う',
    },
  },
  en: {
    signIn: { title: 'Sign in', lead: 'Enter your e-mail address and your password.', submit: 'Sign in' },
    askLink: {
      title: 'Get a link by e-mail',
      lead: 'We send a link to your address that lets you in without a password.',
      submit: 'Send the link',
      link: 'Get a link by e-mail',
      sent: 'If we know this address, an e-mail is on its way. Please look among your spam as well.',
    },
    askReset: {
      title: 'Choose a new password',
      lead: 'We send a link to your address by which you choose a new password.',
      submit: 'Send the link',
      link: 'Forgotten your password?',
      sent: 'If we know this address, an e-mail is on its way. Please look among your spam as well.',
    },
    backToSignIn: 'Back to sign-in',
    code: {
      title: 'Your code',
      lead: 'Enter the six digits that your authenticator app shows.',
      submit: 'Confirm',
      label: 'Code',
      lost: 'I cannot use my app',
    },
    recovery: {
      title: 'Recovery code',
      lead: 'Enter one of the codes you kept when you set up two-step sign-in. It works once.',
      submit: 'Confirm',
      label: 'Recovery code',
      back: 'Use a code from my app',
    },
  },
};

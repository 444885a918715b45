import type { Language } from '../../content/schema/languages.ts';

const ja = {
  join: {
    title: '会員登録',
    lead: 'フォーラムへの投稿には、会員登録が必要です。お読みいただくだけなら、登録はいりません。',
    email: 'メールアドレス',
    emailHint: 'ほかの方に表示されることはありません。',
    send: '確認メールを受け取る',
    next: '届いたメールのリンクから、表示名を決めて登録を完了していただきます。',
    already: '登録がお済みの方',
  },
  signIn: {
    title: 'ログイン',
    lead: 'フォーラムに投稿するには、ログインしてください。',
    email: 'メールアドレス',
    password: 'パスワード',
    send: 'ログイン',
    byLink: 'パスワードなしでログイン',
    byLinkLead: 'メールでお送りするリンクから、そのままログインできます。パスワードをお忘れの場合もご利用ください。',
    byLinkSend: 'ログイン用リンクを受け取る',
    not: 'はじめての方',
  },
  code: {
    title: '認証コード',
    lead: '認証アプリに表示されている6桁のコードを入力してください。',
    label: '認証コード',
    send: '確認する',
    lost: '認証アプリを使えない場合',
    recovery: 'リカバリーコード',
    recoveryHint: '2段階認証の設定時に控えたコードを、一つ入力してください。',
  },
  sent: {
    title: 'メールをご確認ください',
    lead: 'メールをお送りします。届いたメールのリンクから、お手続きをお進めください。',
    again: '届かないときは、迷惑メールのフォルダーをご確認のうえ、15分ほどおいてもう一度お試しください。',
    // It must not tell who is registered: the mail does.
    unknown: 'ログイン用のリンクは、会員登録のあるアドレスにだけお送りしています。',
  },
  account: {
    title: 'アカウント',
    lead: '表示名やログインの方法、受け取るメールを変更できます。',
    profile: {
      title: 'プロフィール',
      name: '表示名',
      nameHint: '投稿とともに表示されます。本名でなくてもかまいません。',
      language: 'メールの言語',
      send: '保存する',
    },
    address: {
      title: 'メールアドレス',
      now: '現在のメールアドレス：',
      email: '新しいメールアドレス',
      hint: '確認のメールをお送りします。リンクを開くまでは、いまのアドレスのままです。',
      send: '確認メールを受け取る',
    },
    password: {
      title: 'パスワード',
      label: '新しいパスワード',
      hint: '10文字以上。覚えやすい長い文がおすすめです。',
      send: 'パスワードを変更する',
    },
    mails: 'メールのお知らせ',
    data: {
      title: 'データの写し・退会',
      copy: 'お預かりしているデータの写しを、いつでもお受け取りいただけます。',
      leave:
        '退会すると、アカウントと投稿の内容は削除され、元に戻せません。ほかの方の返信があるスレッドは、お名前と内容を消したうえで残ります。お手続きには、ご登録のメールアドレスにお送りするリンクが必要です。',
      send: '写しの受け取り・退会の手続きへ',
    },
  },
  link: {
    title: '会員のお手続き',
    withoutScript: 'このページの表示には、JavaScriptが必要です。ブラウザーの設定で有効にしてください。',
    none: 'メールのリンクから、もう一度お開きください。',
  },
};

const en: typeof ja = {
  join: {
    title: 'Register',
    lead: 'To write in the forum you need an account. To read it, you don’t.',
    email: 'E-mail address',
    emailHint: 'Nobody else ever sees it.',
    send: 'Send me the e-mail',
    next: 'Open the link in the e-mail, choose a name to be shown with your posts, and you are done.',
    already: 'Registered already?',
  },
  signIn: {
    title: 'Sign in',
    lead: 'To write in the forum, please sign in.',
    email: 'E-mail address',
    password: 'Password',
    send: 'Sign in',
    byLink: 'Sign in without a password',
    byLinkLead: 'We send you a link that signs you in. It also helps if you have forgotten your password.',
    byLinkSend: 'Send me the link',
    not: 'New here?',
  },
  code: {
    title: 'Your code',
    lead: 'Enter the six digits that your authenticator app shows.',
    label: 'Code',
    send: 'Confirm',
    lost: 'I can’t use my app',
    recovery: 'Recovery code',
    recoveryHint: 'One of the codes you kept when you set up two-step sign-in.',
  },
  sent: {
    title: 'Please check your e-mail',
    lead: 'We’re sending you an e-mail. Open the link in it to go on.',
    again: 'If nothing arrives, look among your junk mail, then try again in a quarter of an hour.',
    unknown: 'Links to sign in go only to addresses that have an account.',
  },
  account: {
    title: 'Your account',
    lead: 'Your name here, how you sign in, and the e-mails you get.',
    profile: {
      title: 'Profile',
      name: 'Name',
      nameHint: 'Shown with your posts. It need not be your real one.',
      language: 'Language of our e-mails to you',
      send: 'Save',
    },
    address: {
      title: 'E-mail address',
      now: 'Your address now:',
      email: 'New e-mail address',
      hint: 'We send an e-mail there. Nothing changes until you open the link in it.',
      send: 'Send me the e-mail',
    },
    password: {
      title: 'Password',
      label: 'New password',
      hint: '10 characters or more; a long phrase is best.',
      send: 'Change the password',
    },
    mails: 'E-mails you get',
    data: {
      title: 'Your data, and leaving',
      copy: 'You can have a copy of everything we keep about you at any time.',
      leave:
        'If you leave, your account and what you wrote are deleted for good. Threads that others replied to stay, without your name and your words. We send a link to your address, to be sure that it is you.',
      send: 'Get a copy, or leave',
    },
  },
  link: {
    title: 'Your account',
    withoutScript: 'This page needs JavaScript. Please switch it on in your browser.',
    none: 'Please open the link in our e-mail once more.',
  },
};

/** What the pages say by which members come in. */
export function memberTexts(language: Language): typeof ja {
  return { ja, en }[language];
}

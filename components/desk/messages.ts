export interface DeskMessages {
  title: string;
  loading: string;
  unreachable: string;
  retry: string;
  setup: { title: string; lead: string; submit: string };
  signIn: { title: string; submit: string };
  signOut: string;
  helpCentre: string;
  pages: string;
  email: string;
  password: string;
  passwordHint: string;
  name: string;
  nameHint: string;
  language: string;
  viewsLabel: string;
  more: string;
  /** How many are in the list now. */
  shown: (count: number) => string;
  changedMeanwhile: string;
  back: string;
}

export const messages: Record<'ja' | 'en', DeskMessages> = {
  ja: {
    title: '受付デスク',
    loading: '読み込んでいます…',
    unreachable: 'サーバーに接続できません。入力した内容は残っています。',
    retry: 'もう一度試す',
    setup: {
      title: '管理者アカウントをつくる',
      lead: '最初の管理者の情報を入力してください。このリンクは一度だけ使えます。',
      submit: 'アカウントをつくる',
    },
    signIn: { title: 'ログイン', submit: 'ログイン' },
    signOut: 'ログアウト',
    helpCentre: 'ヘルプセンター',
    pages: 'メニュー',
    email: 'メールアドレス',
    password: 'パスワード',
    passwordHint: '10文字以上。覚えやすい長い文がおすすめです。',
    name: 'お名前',
    nameHint: 'お客様への返信に表示されます。',
    language: 'デスクの言語',
    viewsLabel: '表示する一覧',
    more: 'さらに表示',
    shown: (count) => `${count}件を表示しています`,
    changedMeanwhile:
      'ほかの人が先に更新しました。入力した内容は残っています。最新の内容を確認し、もう一度お試しください。',
    back: '一覧へ戻る',
  },
  en: {
    title: 'Staff desk',
    loading: 'Loading…',
    unreachable: 'The server does not answer. What you typed is still here.',
    retry: 'Try again',
    setup: {
      title: 'Make the owner account',
      lead: 'Enter the details of the first owner. This link works once.',
      submit: 'Make the account',
    },
    signIn: { title: 'Sign in', submit: 'Sign in' },
    signOut: 'Sign out',
    helpCentre: 'Help centre',
    pages: 'Menu',
    email: 'E-mail address',
    password: 'Password',
    passwordHint: '10 characters or more; a long phrase is best.',
    name: 'Your name',
    nameHint: 'Customers see it with your replies.',
    language: 'Language of the desk',
    viewsLabel: 'Lists',
    more: 'Show more',
    shown: (count) => `${count} shown`,
    changedMeanwhile:
      'Somebody else changed this first. What you typed is still here: look at the latest, then try again.',
    back: 'Back to the list',
  },
};

import type { FormMessages } from '../../account/form-messages.ts';

/** What the page of one's own account says. */
export interface OwnAccountMessages {
  profile: FormMessages;
  saved: string;
  news: {
    title: string;
    lead: (address: string) => string;
    wishes: Record<'all' | 'team' | 'none', string>;
    noTeam: string;
    submit: string;
  };
  address: FormMessages & { now: string; asked: string };
  password: FormMessages & { done: string; none: string };
  totp: {
    title: string;
    on: string;
    left: (count: number) => string;
    required: string;
    remove: FormMessages;
    renew: FormMessages;
    removed: string;
  };
  sessions: {
    title: string;
    here: string;
    unknown: string;
    lastUsed: string;
    since: string;
    end: string;
    ended: string;
    endOthers: string;
    none: string;
  };
}

export const ownAccountMessages: Record<'ja' | 'en', OwnAccountMessages> = {
  ja: {
    profile: { title: '基本情報', lead: 'お名前は、お客様への返信に表示されます。', submit: '保存する' },
    saved: '保存しました',
    news: {
      title: '新しいお問い合わせの通知',
      lead: (address) => `届いたことを ${address} へメールでお知らせします。`,
      wishes: { all: 'すべて', team: '自分のチームのもの', none: '通知しない' },
      noTeam: 'まだどのチームにも入っていません',
      submit: '通知を保存する',
    },
    address: {
      title: 'メールアドレス',
      lead: '新しいアドレスに確認のメールをお送りします。確認が済むまでは変わりません。',
      submit: '確認メールを送る',
      now: '現在のアドレス',
      asked: '確認メールをお送りしました。メールのリンクを開くと、変更が完了します。',
    },
    password: {
      title: 'パスワード',
      lead: '変更すると、ほかの端末ではログアウトします。',
      submit: '変更する',
      done: 'パスワードを変更しました。ほかの端末ではログアウトしました。',
      none: 'パスワードは設定されていません。設定すると、メールのリンクがなくてもログインできます。',
    },
    totp: {
      title: '2段階認証',
      on: '設定済みです。ログインの際に、認証アプリのコードをお尋ねします。',
      left: (count) => `リカバリーコードは残り${count}個です。`,
      required: 'スタッフには必須のため、解除できません。',
      remove: { title: '解除する', lead: '解除すると、すべての端末で一度ログアウトします。', submit: '解除する' },
      renew: {
        title: 'リカバリーコードを新しくする',
        lead: '以前のコードはすべて無効になります。',
        submit: '新しくする',
      },
      removed: '2段階認証を解除しました',
    },
    sessions: {
      title: 'ログイン中の端末',
      here: 'この端末',
      unknown: '不明な端末',
      lastUsed: '最終利用',
      since: 'ログイン',
      end: 'ログアウトさせる',
      ended: 'ログアウトさせました',
      endOthers: 'ほかのすべての端末をログアウトさせる',
      none: 'ほかの端末ではログインしていません。',
    },
  },
  en: {
    profile: { title: 'About you', lead: 'Customers see your name with your replies.', submit: 'Save' },
    saved: 'Saved',
    news: {
      title: 'New tickets by mail',
      lead: (address) => `We can tell ${address} when a new ticket comes in.`,
      wishes: { all: 'Every new ticket', team: 'Those of my teams', none: 'None' },
      noTeam: 'You are in no team yet',
      submit: 'Save this choice',
    },
    address: {
      title: 'E-mail address',
      lead: 'We send an e-mail to the new address. Nothing changes until you confirm it.',
      submit: 'Send the e-mail',
      now: 'Your address',
      asked: 'The e-mail is on its way. Open its link to finish.',
    },
    password: {
      title: 'Password',
      lead: 'Changing it signs your other devices out.',
      submit: 'Change the password',
      done: 'Your password is changed. Your other devices are signed out.',
      none: 'You have no password. With one, you can sign in without a link.',
    },
    totp: {
      title: 'Two-step sign-in',
      on: 'It is on: you sign in with a code from your app as well.',
      left: (count) => `Recovery codes left: ${count}`,
      required: 'Staff have to use it here, so it cannot be turned off.',
      remove: { title: 'Turn it off', lead: 'All your devices are signed out for a moment.', submit: 'Turn it off' },
      renew: { title: 'New recovery codes', lead: 'All earlier ones stop working.', submit: 'Make new codes' },
      removed: 'Two-step sign-in is off',
    },
    sessions: {
      title: 'Where you are signed in',
      here: 'this device',
      unknown: 'Unknown device',
      lastUsed: 'Last used',
      since: 'Signed in',
      end: 'Sign out there',
      ended: 'Signed out there',
      endOthers: 'Sign out everywhere else',
      none: 'You are signed in nowhere else.',
    },
  },
};

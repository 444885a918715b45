import type { SQL } from 'drizzle-orm';
import type { Language } from '../../../content/schema/languages.ts';
import type { Statement } from '../../db/statements.ts';
import type { MailKind } from '../../mail/mail.ts';
import { queueMail } from '../../outbox/queue-mail.ts';
import type { Services } from '../../services.ts';
import type { Account } from '../contract.ts';
import { greeting } from '../../mail/greeting.ts';

export const accountChanges = [
  'password-changed',
  'address-changed',
  'totp-set-up',
  'totp-removed',
  'totp-reset',
  'recovery-code-used',
  'recovery-codes-renewed',
] as const;
export type AccountChange = (typeof accountChanges)[number];

/** Tells somebody of a change to how they sign in, in case it was not theirs (OWASP ASVS 5.0 6.3.7). */
export const accountChanged: MailKind<{ change: AccountChange; name: string }> = {
  async write({ change, name }, { language }) {
    const { subject, text } = says[language][change];
    return { subject, blocks: [{ text: greeting(name, language) }, { text }, { small: ifNotYou[language] }] };
  },
  examples: (language) =>
    accountChanges.map((change) => ({ change, name: language === 'ja' ? '田中 一郎' : 'Emma Clark' })),
};

/** The statement that tells the owner of an account what has changed, for the same write as the change. */
export function tellOwner(
  services: Services,
  { email, name, language }: Pick<Account, 'email' | 'name' | 'language'>,
  change: AccountChange,
  guard?: SQL,
): Statement {
  return queueMail(services, { kind: 'account-changed', to: email, name, language, payload: { change, name } }, guard);
}

const ifNotYou: Record<Language, string> = {
  ja: 'お心当たりのない場合は、すぐにパスワードを変更し、窓口までお知らせください。',
  en: 'If that was not you, change your password at once and let us know.',
};

const says: Record<Language, Record<AccountChange, { subject: string; text: string }>> = {
  ja: {
    'password-changed': {
      subject: 'パスワードが変更されました',
      text: 'アカウントのパスワードが変更されました。ほかの端末ではログアウトしています。',
    },
    'address-changed': {
      subject: 'メールアドレスが変更されました',
      text: 'アカウントのメールアドレスが変更されました。今後、このアドレスではログインできません。',
    },
    'totp-set-up': {
      subject: '2段階認証を設定しました',
      text: 'ログインの際に、パスワードまたはメールのリンクに加えて、認証アプリのコードが必要になりました。',
    },
    'totp-removed': {
      subject: '2段階認証を解除しました',
      text: 'ログインの際に、認証アプリのコードは不要になりました。',
    },
    'totp-reset': {
      subject: '2段階認証がリセットされました',
      text: '管理者が2段階認証をリセットしました。すべての端末でログアウトしています。もう一度ログインし、設定し直してください。',
    },
    'recovery-code-used': {
      subject: 'リカバリーコードでログインしました',
      text: 'リカバリーコードを使ったログインがありました。使ったコードは無効になっています。',
    },
    'recovery-codes-renewed': {
      subject: 'リカバリーコードを新しくしました',
      text: '新しいリカバリーコードが発行されました。以前のコードはすべて無効です。',
    },
  },
  en: {
    'password-changed': {
      subject: 'Your password was changed',
      text: 'The password of your account was changed. All other devices are signed out.',
    },
    'address-changed': {
      subject: 'Your e-mail address was changed',
      text: 'Your account has another e-mail address now. This one no longer signs you in.',
    },
    'totp-set-up': {
      subject: 'Two-step sign-in is on',
      text: 'From now on you sign in with a code from your app as well, after your password or link.',
    },
    'totp-removed': {
      subject: 'Two-step sign-in is off',
      text: 'You no longer need a code from your app to sign in.',
    },
    'totp-reset': {
      subject: 'Your two-step sign-in was reset',
      text: 'An owner has reset your two-step sign-in, and all your devices are signed out. Please sign in and set it up again.',
    },
    'recovery-code-used': {
      subject: 'A recovery code was used',
      text: 'Somebody signed in to your account with a recovery code. That code no longer works.',
    },
    'recovery-codes-renewed': {
      subject: 'You have new recovery codes',
      text: 'New recovery codes were made for your account. The earlier ones no longer work.',
    },
  },
};

import type { Account } from '../../api/accounts/contract.ts';
import { openedLinkMessages, type OpenedLinkMessages } from './opened-link-messages.ts';
import { signInMessages, type SignInMessages } from './sign-in-messages.ts';
import { totpSetUpMessages, type TotpSetUpMessages } from './totp-set-up-messages.ts';

type Role = Account['role'];

/** The words that forms about accounts share, and what is said on the way in; each page behind it has its own. */
export interface AccountMessages extends SignInMessages, OpenedLinkMessages {
  email: string;
  newEmail: string;
  password: string;
  currentPassword: string;
  newPassword: string;
  passwordHint: string;
  passwordOptional: string;
  name: string;
  nameHint: string;
  language: string;
  /** The same choice, of somebody who does not come to the desk. */
  memberLanguage: string;
  cancel: string;
  roles: Record<Role, string>;
  roleHints: Record<Exclude<Role, 'member'>, string>;
  totpSetUp: TotpSetUpMessages;
}

export const messages: Record<'ja' | 'en', AccountMessages> = {
  ja: {
    email: 'メールアドレス',
    newEmail: '新しいメールアドレス',
    password: 'パスワード',
    currentPassword: '現在のパスワード',
    newPassword: '新しいパスワード',
    passwordHint: '10文字以上。覚えやすい長い文がおすすめです。',
    passwordOptional: '10文字以上。空欄のままにすると、ログインのたびにメールでリンクをお送りします。',
    name: 'お名前',
    nameHint: 'お客様への返信に表示されます。',
    language: 'デスクの言語',
    memberLanguage: 'メールの言語',
    cancel: 'やめる',
    roles: { owner: '管理者', editor: '編集者', moderator: 'モデレーター', agent: '担当者', member: '会員' },
    roleHints: {
      owner: 'すべての操作と、スタッフの管理',
      editor: 'お知らせの公開と、フォーラムの回答からの記事の下書き',
      moderator: 'フォーラムの確認と、お問い合わせの閲覧',
      agent: 'お問い合わせへの返信と、お知らせの公開',
    },
    ...signInMessages.ja,
    ...openedLinkMessages.ja,
    totpSetUp: totpSetUpMessages.ja,
  },
  en: {
    email: 'E-mail address',
    newEmail: 'New e-mail address',
    password: 'Password',
    currentPassword: 'Current password',
    newPassword: 'New password',
    passwordHint: '10 characters or more; a long phrase is best.',
    passwordOptional: '10 characters or more. Leave it empty, and you get a link by e-mail each time you sign in.',
    name: 'Your name',
    nameHint: 'Customers see it with your replies.',
    language: 'Language of the desk',
    memberLanguage: 'Language of our e-mails to you',
    cancel: 'Cancel',
    roles: { owner: 'Owner', editor: 'Editor', moderator: 'Moderator', agent: 'Agent', member: 'Member' },
    roleHints: {
      owner: 'Everything, and the people who work here',
      editor: 'Publishes notices, and drafts articles from forum answers',
      moderator: 'Looks after the forum, and reads tickets',
      agent: 'Answers tickets and publishes notices',
    },
    ...signInMessages.en,
    ...openedLinkMessages.en,
    totpSetUp: totpSetUpMessages.en,
  },
};

import type { FormMessages } from '../../account/form-messages.ts';

/** What the page of people, members and invitations says. */
export interface PeopleMessages {
  views: { staff: string; members: string; invited: string };
  empty: { staff: string; members: string; invited: string };
  choose: string;
  invite: FormMessages & { open: string; done: string };
  role: string;
  teams: string;
  noTeams: string;
  save: string;
  saved: string;
  suspended: string;
  suspend: string;
  suspendedNow: string;
  restore: string;
  restored: string;
  endSessions: string;
  endSessionsAsk: string;
  sessionsEnded: string;
  resetTotp: string;
  resetTotpAsk: string;
  totpIsReset: string;
  twoSteps: string;
  oneStep: string;
  joined: string;
  lastSignIn: string;
  never: string;
  secondStep: string;
  roleChangeHint: string;
  validUntil: string;
  resend: string;
  resent: string;
  withdraw: string;
  withdrawAsk: string;
  withdrawn: string;
}

export const peopleMessages: Record<'ja' | 'en', PeopleMessages> = {
  ja: {
    views: { staff: 'スタッフ', members: '会員', invited: '招待中' },
    empty: {
      staff: 'スタッフはいません。',
      members: '会員はまだいません。',
      invited: '返事を待っている招待はありません。',
    },
    choose: '一覧からお選びください。',
    invite: {
      title: 'スタッフを招待する',
      lead: '招待のメールをお送りします。リンクは7日間有効です。',
      submit: '招待する',
      open: 'スタッフを招待する',
      done: '招待メールをお送りしました',
    },
    role: '役割',
    teams: 'チーム',
    noTeams: 'チームはまだありません。',
    save: '保存する',
    saved: '保存しました',
    suspended: '停止中',
    suspend: 'アカウントを停止する',
    suspendedNow: 'アカウントを停止し、すべての端末でログアウトさせました。',
    restore: '停止を解除する',
    restored: '停止を解除しました',
    endSessions: 'すべての端末でログアウトさせる',
    endSessionsAsk: 'すべての端末でログアウトさせますか。入力中の内容が失われることがあります。',
    sessionsEnded: 'すべての端末でログアウトさせました',
    resetTotp: '2段階認証をリセットする',
    resetTotpAsk: '2段階認証をリセットしますか。本人からの依頼か、必ずご確認ください。',
    totpIsReset: '2段階認証をリセットしました',
    twoSteps: '設定済み',
    oneStep: '未設定',
    joined: '登録',
    lastSignIn: '最終ログイン',
    never: 'まだありません',
    secondStep: '2段階認証',
    roleChangeHint: '役割を変えると、本人はすべての端末でログアウトします。',
    validUntil: '有効期限',
    resend: 'もう一度送る',
    resent: 'もう一度お送りしました。前のリンクは使えません。',
    withdraw: '招待を取り消す',
    withdrawAsk: '招待を取り消しますか。届いているリンクは使えなくなります。',
    withdrawn: '招待を取り消しました',
  },
  en: {
    views: { staff: 'Staff', members: 'Members', invited: 'Invited' },
    empty: { staff: 'Nobody works here.', members: 'There are no members yet.', invited: 'No invitation is open.' },
    choose: 'Choose somebody from the list.',
    invite: {
      title: 'Invite somebody',
      lead: 'We send them an e-mail. The link works for 7 days.',
      submit: 'Invite',
      open: 'Invite somebody',
      done: 'The invitation is on its way',
    },
    role: 'Role',
    teams: 'Teams',
    noTeams: 'There are no teams yet.',
    save: 'Save',
    saved: 'Saved',
    suspended: 'Suspended',
    suspend: 'Suspend the account',
    suspendedNow: 'The account is suspended and signed out everywhere.',
    restore: 'Lift the suspension',
    restored: 'The suspension is lifted',
    endSessions: 'Sign out everywhere',
    endSessionsAsk: 'Sign them out on all devices? They may lose what they are typing.',
    sessionsEnded: 'Signed out everywhere',
    resetTotp: 'Reset two-step sign-in',
    resetTotpAsk: 'Reset their two-step sign-in? Make sure that it is they who ask for it.',
    totpIsReset: 'Two-step sign-in is reset',
    twoSteps: 'On',
    oneStep: 'Off',
    joined: 'Since',
    lastSignIn: 'Last sign-in',
    never: 'Never',
    secondStep: 'Two-step sign-in',
    roleChangeHint: 'Another role signs them out everywhere.',
    validUntil: 'Valid until',
    resend: 'Send again',
    resent: 'Sent again. The earlier link no longer works.',
    withdraw: 'Withdraw the invitation',
    withdrawAsk: 'Withdraw the invitation? Its link will stop working.',
    withdrawn: 'The invitation is withdrawn',
  },
};

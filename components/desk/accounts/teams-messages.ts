/** What the page of teams and of the rules for signing in says. */
export interface TeamsMessages {
  title: string;
  lead: string;
  name: string;
  add: string;
  added: string;
  rename: string;
  renamed: string;
  dissolve: string;
  dissolveAsk: string;
  dissolved: string;
  none: string;
  members: (count: number) => string;
  rulesTitle: string;
  require: string;
  requireHint: string;
  required: string;
  notRequired: string;
}

export const teamsMessages: Record<'ja' | 'en', TeamsMessages> = {
  ja: {
    title: 'チーム',
    lead: 'お問い合わせを受け持つスタッフのまとまりです。',
    name: 'チーム名',
    add: '追加する',
    added: '追加しました',
    rename: '名前を変える',
    renamed: '名前を変えました',
    dissolve: '解散する',
    dissolveAsk: 'このチームを解散しますか。スタッフのアカウントはそのまま残ります。',
    dissolved: '解散しました',
    none: 'チームはまだありません。',
    members: (count) => `${count}人`,
    rulesTitle: 'ログインの決まり',
    require: 'スタッフに2段階認証を必須にする',
    requireHint: '未設定のスタッフはログアウトし、次のログインで設定の画面に進みます。先にご自身の設定が必要です。',
    required: '2段階認証を必須にしました',
    notRequired: '2段階認証を任意にしました',
  },
  en: {
    title: 'Teams',
    lead: 'Groups of staff who look after requests together.',
    name: 'Name of the team',
    add: 'Add',
    added: 'Added',
    rename: 'Rename',
    renamed: 'Renamed',
    dissolve: 'Dissolve',
    dissolveAsk: 'Dissolve this team? The accounts of its people stay.',
    dissolved: 'Dissolved',
    none: 'There are no teams yet.',
    members: (count) => (count === 1 ? '1 person' : `${count} people`),
    rulesTitle: 'Rules for signing in',
    require: 'Staff have to use two-step sign-in',
    requireHint:
      'Staff who have not set it up are signed out, and led to it at their next sign-in. Set up your own first.',
    required: 'Two-step sign-in is required now',
    notRequired: 'Two-step sign-in is optional now',
  },
};

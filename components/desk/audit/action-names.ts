/** What was done, in words: every action that `audited` records has a line here. */
const actionNames: Readonly<Record<string, { ja: string; en: string }>> = {
  'tickets:move': { ja: 'お問い合わせの状態を変更', en: 'Moved a ticket' },
  'tickets:change': { ja: 'お問い合わせの設定を変更', en: 'Changed a ticket' },
  'tickets:take-back': { ja: '返信を取り消し', en: 'Took a reply back' },
  'tickets:merge': { ja: 'お問い合わせを統合', en: 'Merged tickets' },
  'tickets:split': { ja: 'お問い合わせを分割', en: 'Split a ticket' },
  'tickets:undo': { ja: 'お問い合わせの変更を取り消し', en: 'Undid a change of tickets' },
  'tickets:export': { ja: 'お問い合わせを出力', en: 'Exported tickets' },
  'mail-in:decide': { ja: '受信メールの扱いを決定', en: 'Decided about a mail that came in' },
  'canned-answers:change': { ja: '定型文を変更', en: 'Changed a canned answer' },
  'notices:publish': { ja: 'お知らせを掲載', en: 'Published a notice' },
  'notices:edit': { ja: 'お知らせを編集', en: 'Edited a notice' },
  'notices:update': { ja: 'お知らせに経過を追加', en: 'Added to a notice' },
  'notices:end': { ja: 'お知らせを終了', en: 'Ended a notice' },
  'notices:withdraw': { ja: 'お知らせを取り下げ', en: 'Took a notice back' },
  'notices:restore': { ja: 'お知らせを再掲載', en: 'Showed a notice again' },
  'signed-in': { ja: 'ログイン', en: 'Signed in' },
  'sign-in-failed': { ja: 'ログインに失敗', en: 'Failed to sign in' },
  'account-made': { ja: 'アカウントを作成', en: 'Made an account' },
  'accounts:change': { ja: 'メンバーの設定を変更', en: 'Changed somebody’s account' },
  'accounts:invite': { ja: 'メンバーを招待', en: 'Invited somebody' },
  'accounts:withdraw-invitation': { ja: '招待を取り消し', en: 'Took an invitation back' },
  'accounts:make-team': { ja: 'チームを作成', en: 'Made a team' },
  'accounts:rename-team': { ja: 'チーム名を変更', en: 'Renamed a team' },
  'accounts:dissolve-team': { ja: 'チームを解散', en: 'Dissolved a team' },
  'own-account:change': { ja: '自分の設定を変更', en: 'Changed their own account' },
  'address-changed': { ja: 'メールアドレスを変更', en: 'Changed their address' },
  'password-changed': { ja: 'パスワードを変更', en: 'Changed their password' },
  'password-reset': { ja: 'パスワードを再設定', en: 'Reset their password' },
  'totp-set-up': { ja: '2段階認証を設定', en: 'Set up two-step sign-in' },
  'totp-removed': { ja: '2段階認証を解除', en: 'Removed two-step sign-in' },
  'totp-reset': { ja: '2段階認証をリセット', en: 'Reset two-step sign-in' },
  'recovery-codes-renewed': { ja: 'リカバリーコードを再発行', en: 'Renewed their recovery codes' },
  'session-ended': { ja: '端末をログアウト', en: 'Signed a device out' },
  'other-sessions-ended': { ja: 'ほかの端末をすべてログアウト', en: 'Signed all other devices out' },
  'outbox:retry': { ja: 'メールを再送', en: 'Let a mail go out again' },
  'outbox:cancel': { ja: 'メールの送信を取り消し', en: 'Called a mail off' },
  'customers:export': { ja: 'お客様のデータを出力', en: 'Got a copy of a customer’s data' },
  'customers:erase': { ja: 'お客様のデータを消去', en: 'Erased a customer' },
  'customers:hold': { ja: '消去を保留', en: 'Kept data from being erased' },
  'customers:lift-hold': { ja: '消去の保留を解除', en: 'Let data be erased again' },
  'customers:merge': { ja: 'お客様を統合', en: 'Merged two customers' },
  'customers:unmerge': { ja: 'お客様の統合を取り消し', en: 'Undid a merge of customers' },
  'senders:block': { ja: '送信元をブロック', en: 'Blocked a sender' },
  'senders:unblock': { ja: '送信元のブロックを解除', en: 'Unblocked a sender' },
  retention: { ja: '保存期間を過ぎたデータを削除', en: 'Deleted data past its time' },
  'audit-log:forget': { ja: '保存期間を過ぎた記録を削除', en: 'Forgot old entries' },
};

/** The actions somebody may look for. */
export const knownActions = Object.keys(actionNames);

/** What an action is called; its own name where it has no other. */
export function actionName(action: string, language: 'ja' | 'en'): string {
  return actionNames[action]?.[language] ?? action;
}

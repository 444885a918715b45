import type { DecisionAction, ReviewableState, SanctionKind } from '../../../api/moderation/contract.ts';

export interface ItemMessages {
  facts: Record<'board' | 'author' | 'sent' | 'as' | 'state', string>;
  opening: string;
  reply: string;
  official: string;
  member: string;
  why: string;
  flaggedBy: (name: string) => string;
  byPortal: string;
  byAuthor: string;
  outcomes: Record<'agreed' | 'disagreed' | 'ignored', string>;
  post: string;
  source: string;
  context: string;
  contextLoading: string;
  contextNone: string;
  contextMissing: string;
  thisPost: string;
  openThread: string;
  history: string;
  historyLoading: string;
  noHistory: string;
  events: Record<string, string>;
  states: Record<ReviewableState, string>;
  rule: string;
  somebody: string;
  portal: string;
  decide: string;
  more: string;
  moreActs: Record<'edit' | 'sanction' | 'acts' | 'ticket', string>;
  pictures: string;
  edited: (at: string) => string;
  before: string;
  twin: string;
  textLoading: string;
  textMissing: string;
  changedBy: (name: string, at: string) => string;
  claimed: (name: string, until: string) => string;
  mine: (until: string) => string;
  changed: (name: string, what: string) => string;
  changedBySomething: string;
  undoThis: string;
  appeal: string;
  appealBy: (at: string) => string;
  appealWants: string;
  reverse: string;
  uphold: string;
}

const eventsJa: Record<DecisionAction | SanctionKind | 'other', string> & Record<string, string> = {
  queued: '確認待ちになりました',
  flagged: '通報されました',
  'hidden-by-flags': '通報が重なり、自動で非表示になりました',
  'flag-withdrawn': '通報が取り下げられました',
  'removed-by-author': '投稿者が削除しました',
  revised: '投稿者が書き直しました',
  edited: '内容が編集されました',
  appealed: '投稿者が再確認を申し出ました',
  uphold: '申し出に回答：判断を維持しました',
  reverse: '申し出に回答：掲載に戻しました',
  undone: '判断を元に戻しました',
  approve: '問題なしと判断しました',
  reject: '不掲載にしました',
  return: '書き直しを依頼しました',
  ignore: '対応不要にしました',
  hide: '非表示にしました',
  remove: '削除しました',
  restore: '掲載に戻しました',
  'to-ticket': 'お問い合わせに移しました',
  warning: '警告しました',
  silence: '事前確認の対象にしました',
  suspension: '利用を停止しました',
  other: '変更されました',
};

const eventsEn: typeof eventsJa = {
  queued: 'Put into the queue',
  flagged: 'Flagged',
  'hidden-by-flags': 'Hidden automatically: several members flagged it',
  'flag-withdrawn': 'A flag was withdrawn',
  'removed-by-author': 'Removed by its author',
  revised: 'Revised by its author',
  edited: 'Edited',
  appealed: 'The author appealed',
  uphold: 'Appeal answered: the decision stands',
  reverse: 'Appeal answered: shown again',
  undone: 'Decision undone',
  approve: 'Approved',
  reject: 'Rejected',
  return: 'Returned to be revised',
  ignore: 'Ignored',
  hide: 'Hidden',
  remove: 'Removed',
  restore: 'Shown again',
  'to-ticket': 'Turned into a ticket',
  warning: 'Warned',
  silence: 'Silenced',
  suspension: 'Suspended',
  other: 'Changed',
};

export const messages: Record<'ja' | 'en', ItemMessages> = {
  ja: {
    facts: { board: 'カテゴリー', author: '投稿者', sent: '投稿日時', as: '種別', state: '状態' },
    opening: 'スレッドの最初の投稿',
    reply: '返信',
    official: '公式',
    member: 'メンバーについての確認',
    why: '確認の理由',
    flaggedBy: (name) => `${name}さんからの通報`,
    byPortal: '自動確認',
    byAuthor: '投稿者から',
    outcomes: { agreed: '妥当と判断', disagreed: '妥当ではないと判断', ignored: '判断なし' },
    post: '投稿の内容',
    source: '原文（Markdown）を表示',
    context: 'スレッドの前後',
    contextLoading: '前後の投稿を読み込んでいます…',
    contextNone: 'ほかの投稿はありません。',
    contextMissing: '前後の投稿を読み込めませんでした。',
    thisPost: 'この投稿',
    openThread: 'スレッドを開く',
    history: '経過',
    historyLoading: '経過を読み込んでいます…',
    noHistory: 'まだ何も起きていません。',
    events: eventsJa,
    states: { pending: '確認待ち', approved: '掲載', rejected: '不掲載', ignored: '対応不要', removed: '削除' },
    rule: 'ルール',
    somebody: 'メンバー',
    portal: '自動確認',
    decide: '判断する',
    more: 'そのほかの操作',
    moreActs: { edit: '編集…', sanction: '措置…', acts: 'スレッドの操作…', ticket: 'お問い合わせへ…' },
    pictures: '添付の画像',
    edited: (at) => `編集済み（${at}）`,
    before: '編集前の内容を表示',
    twin: '同じ内容の投稿を表示',
    textLoading: '読み込んでいます…',
    textMissing: '読み込めませんでした。',
    changedBy: (name, at) => `${name}さんが編集（${at}）`,
    claimed: (name, until) => `${name}さんが${until}まで確認中です。それまでは判断できません。`,
    mine: (until) => `${until}まで自分が確認中（ほかの担当者にも表示されます）`,
    changed: (name, what) => `${name}さんの操作を反映しました：${what}`,
    changedBySomething: '内容が更新されたため、最新の状態を表示しています。',
    undoThis: 'この判断を元に戻す',
    appeal: '再確認の申し出',
    appealBy: (at) => `投稿者から（${at}）`,
    appealWants: '最初に判断した人とは別の担当者が回答します。',
    reverse: '掲載に戻す…',
    uphold: '判断を維持する…',
  },
  en: {
    facts: { board: 'Board', author: 'Author', sent: 'Sent', as: 'As', state: 'State' },
    opening: 'The thread’s opening post',
    reply: 'A reply',
    official: 'Official',
    member: 'About a member',
    why: 'Why it is here',
    flaggedBy: (name) => `Flagged by ${name}`,
    byPortal: 'Found automatically',
    byAuthor: 'From its author',
    outcomes: { agreed: 'agreed with', disagreed: 'disagreed with', ignored: 'no verdict' },
    post: 'The post',
    source: 'Show the source (Markdown)',
    context: 'Around it in the thread',
    contextLoading: 'Loading the posts around it…',
    contextNone: 'There are no other posts.',
    contextMissing: 'The posts around it could not be loaded.',
    thisPost: 'This post',
    openThread: 'Open the thread',
    history: 'History',
    historyLoading: 'Loading the history…',
    noHistory: 'Nothing has happened yet.',
    events: eventsEn,
    states: {
      pending: 'Waiting',
      approved: 'Approved',
      rejected: 'Rejected',
      ignored: 'Ignored',
      removed: 'Removed',
    },
    rule: 'Rule',
    somebody: 'A member',
    portal: 'Automatic check',
    decide: 'Decide',
    more: 'More',
    moreActs: { edit: 'Edit…', sanction: 'Sanction…', acts: 'Thread…', ticket: 'To a ticket…' },
    pictures: 'Pictures',
    edited: (at) => `Edited ${at}`,
    before: 'Show what it said before',
    twin: 'Show the other post',
    textLoading: 'Loading…',
    textMissing: 'It could not be loaded.',
    changedBy: (name, at) => `Edited by ${name}, ${at}`,
    claimed: (name, until) => `${name} is looking at this until ${until}. You can decide after that.`,
    mine: (until) => `Yours until ${until}: others see that you are looking.`,
    changed: (name, what) => `${name} changed this meanwhile: ${what}.`,
    changedBySomething: 'This has been updated. You are looking at the latest version.',
    undoThis: 'Undo this decision',
    appeal: 'Appeal',
    appealBy: (at) => `From its author, ${at}`,
    appealWants: 'Somebody else than whoever decided answers it.',
    reverse: 'Show it again…',
    uphold: 'Let it stand…',
  },
};

import type { Language } from '../../../content/schema/languages.ts';
import type { Role } from '../../access/rules.ts';
import type { ThreadKind, ThreadLane, Visibility } from '../contract.ts';

/** What stands between members' words on the pages that the API fills. */
export interface PageTexts {
  forum: string;
  home: string;
  kinds: Record<ThreadKind, string>;
  lanes: Record<ThreadLane, string>;
  all: string;
  allQuestions: string;
  locked: string;
  pinned: string;
  lockedText: string;
  archivedText: string;
  replies: (count: number) => string;
  meToos: (count: number) => string;
  none: string;
  noneHere: string;
  erased: string;
  staff: string;
  official: string;
  accepted: string;
  solvedBy: string;
  toAnswer: string;
  opening: string;
  repliesTitle: string;
  edited: string;
  quote: string;
  quoting: (name: string) => string;
  withoutQuote: string;
  report: string;
  edit: string;
  accept: string;
  withdraw: string;
  meToo: string;
  notMeToo: string;
  wording: string;
  wordingHint: string;
  picture: string;
  article: string;
  /** Of a post that not everybody sees: what it is, and what happens next. */
  standing: Record<Exclude<Visibility, 'visible'>, string>;
  /** The same on the very page that the others point to. */
  standingHere: Record<'hidden' | 'removed', string>;
  /** Of a post that became a request of its author. */
  madePrivate: string;
  /** What moderators read of a post that not everybody sees. */
  seenByModerators: Record<Exclude<Visibility, 'visible'>, string>;
  toOwn: string;
  noneOwn: string;
  visibilities: Record<Visibility, string>;
  byRule: string;
  /** Whose decision it was: a role, never a name. */
  decidedBy: Record<Role, string>;
  signIn: string;
  join: string;
  invitation: string;
  signedInAs: (name: string) => string;
  own: string;
  account: string;
  signOut: string;
  page: (page: number, pages: number) => string;
  earlier: string;
  later: string;
  newer: string;
  older: string;
  since: string;
  posts: (count: number) => string;
  acceptedCount: (count: number) => string;
  flagged: string;
  gone: string;
  feed: string;
  signInToAsk: string;
  signInToFlag: string;
  signInToSee: string;
  feedOf: (name: string) => string;
  pages: string;
}

const ja: PageTexts = {
  forum: 'フォーラム',
  home: 'ヘルプのトップ',
  kinds: { question: '質問', idea: '提案', talk: '話題' },
  lanes: { unanswered: '回答待ち', answered: '回答あり', solved: '解決済み', archived: '受付終了' },
  all: 'すべて',
  allQuestions: 'すべての質問',
  locked: 'ロック中',
  pinned: '固定',
  lockedText: 'このスレッドは、担当者が書き込みを止めています。お読みいただくことはできます。',
  archivedText: 'しばらく書き込みがなかったため、返信の受付を終了しました。続きは、新しいスレッドでどうぞ。',
  replies: (count) => `返信${count}件`,
  meToos: (count) => `同じ質問の人 ${count}人`,
  none: 'まだスレッドがありません。最初の質問をお待ちしています。',
  noneHere: 'この絞り込みに合うスレッドはありません。',
  erased: '退会した方',
  staff: '担当者',
  official: '公式の回答',
  accepted: '解決した回答',
  solvedBy: '解決した回答',
  toAnswer: 'この回答のある場所へ',
  opening: 'はじめの投稿',
  repliesTitle: '返信',
  edited: '編集済み',
  quote: '引用して返信',
  quoting: (name) => `${name}さんの投稿への返信`,
  withoutQuote: '引用をやめる',
  report: '報告する',
  edit: '編集',
  accept: 'この回答で解決した',
  withdraw: '解決を取り消す',
  meToo: '私も同じ質問です',
  notMeToo: '「私も同じ質問です」を取り消す',
  wording: 'ご自身のことばで（任意）',
  wordingHint: '書いていただくと、同じことで困っている方が見つけやすくなります。',
  picture: '投稿の画像',
  article: 'このスレッドから、ヘルプの記事ができました：',
  standing: {
    pending: 'この投稿は、まだほかの方には見えていません。担当者が確認してから掲載します。',
    returned: 'この投稿は、修正のお願いとともに戻されました。編集して保存すると、もう一度確認します。',
    hidden: 'この投稿は、いまは非表示です。理由と再確認の求め方は「ご自身の投稿」でご覧いただけます。',
    removed: 'この投稿は削除されました。理由と再確認の求め方は「ご自身の投稿」でご覧いただけます。',
  },
  standingHere: { hidden: 'この投稿は、いまは非表示です。', removed: 'この投稿は削除されました。' },
  madePrivate:
    'この投稿は、個人情報を守るために公開を取りやめ、お客様専用のお問い合わせとして承りました。お送りしたメールのリンクからご覧いただけます。',
  seenByModerators: {
    pending: '確認待ち：書いた人と担当者にだけ見えています。',
    returned: '修正待ち：書いた人と担当者にだけ見えています。',
    hidden: '非表示：書いた人と担当者にだけ見えています。',
    removed: '削除済み：書いた人と担当者にだけ見えています。',
  },
  toOwn: 'ご自身の投稿を見る',
  noneOwn: 'まだ投稿がありません。',
  visibilities: { pending: '確認待ち', visible: '掲載中', returned: '修正のお願い', hidden: '非表示', removed: '削除' },
  byRule: '判断のもとになった決まり：',
  decidedBy: {
    owner: '管理者が判断しました',
    editor: '編集者が判断しました',
    moderator: 'モデレーターが判断しました',
    agent: '担当者が判断しました',
    member: '会員が判断しました',
  },
  signIn: 'ログイン',
  join: '会員登録',
  invitation: '返信や「私も同じ質問です」には、ログインが必要です。お読みいただくだけなら、登録は要りません。',
  signedInAs: (name) => `${name}さん`,
  own: 'ご自身の投稿',
  account: 'アカウント',
  signOut: 'ログアウト',
  page: (page, pages) => `${page} / ${pages}ページ`,
  earlier: '前の返信',
  later: '続きの返信',
  newer: '新しいスレッド',
  older: '前のスレッド',
  since: '参加',
  posts: (count) => `投稿${count}件`,
  acceptedCount: (count) => `解決した回答${count}件`,
  flagged: 'ご報告ありがとうございました。担当者が確認します。',
  gone: 'このスレッドは削除されました',
  feed: 'このスレッドのフィード',
  signInToAsk: '質問するには、ログインが必要です。お読みいただくだけなら、登録は要りません。',
  signInToFlag: '報告するには、ログインが必要です。お急ぎのときは、お問い合わせフォームからもお知らせいただけます。',
  signInToSee: 'ご自身の投稿をご覧いただくには、ログインが必要です。',
  feedOf: (name) => `${name}の新しい書き込み`,
  pages: 'ページ',
};

const en: PageTexts = {
  forum: 'Forum',
  home: 'Help',
  kinds: { question: 'Question', idea: 'Idea', talk: 'Talk' },
  lanes: { unanswered: 'Unanswered', answered: 'Answered', solved: 'Solved', archived: 'Archived' },
  all: 'All',
  allQuestions: 'All questions',
  locked: 'Locked',
  pinned: 'Pinned',
  lockedText: 'A moderator has locked this thread. It stays here to be read.',
  archivedText: 'Nobody has written here for a while, so replies are closed. Please start a new thread to go on.',
  replies: (count) => (count === 1 ? '1 reply' : `${count} replies`),
  meToos: (count) => (count === 1 ? '1 has the same question' : `${count} have the same question`),
  none: 'There are no threads yet. Yours could be the first.',
  noneHere: 'No thread fits here.',
  erased: 'Former member',
  staff: 'Staff',
  official: 'Official answer',
  accepted: 'Accepted answer',
  solvedBy: 'Accepted answer',
  toAnswer: 'See it in its place',
  opening: 'First post',
  repliesTitle: 'Replies',
  edited: 'edited',
  quote: 'Quote and reply',
  quoting: (name) => `In reply to ${name}`,
  withoutQuote: 'Without the quote',
  report: 'Report',
  edit: 'Edit',
  accept: 'This solved it',
  withdraw: 'It isn’t solved after all',
  meToo: 'I have the same question',
  notMeToo: 'Take back “I have the same question”',
  wording: 'In your own words (optional)',
  wordingHint: 'They help others with the same question to find this.',
  picture: 'Picture in the post',
  article: 'A help article has come of this thread:',
  standing: {
    pending: 'Nobody else sees this post yet. A moderator looks at it first, and then it appears.',
    returned: 'This post came back to you with a request to revise it. Edit and save it, and we look at it again.',
    hidden: 'This post is out of sight for now. “Your posts” says why, and how to ask for a second look.',
    removed: 'This post was removed. “Your posts” says why, and how to ask for a second look.',
  },
  standingHere: { hidden: 'This post is out of sight for now.', removed: 'This post was removed.' },
  madePrivate:
    'There were personal details in this post, so we took it down and made it a request that only you and we can see. The link is in the e-mail we sent you.',
  seenByModerators: {
    pending: 'Waiting: only its author and moderators see it.',
    returned: 'To be revised: only its author and moderators see it.',
    hidden: 'Hidden: only its author and moderators see it.',
    removed: 'Removed: only its author and moderators see it.',
  },
  toOwn: 'Go to your posts',
  noneOwn: 'You haven’t posted anything yet.',
  visibilities: {
    pending: 'Waiting',
    visible: 'Published',
    returned: 'Please revise',
    hidden: 'Hidden',
    removed: 'Removed',
  },
  byRule: 'Decided by this rule:',
  decidedBy: {
    owner: 'Decided by an owner',
    editor: 'Decided by an editor',
    moderator: 'Decided by a moderator',
    agent: 'Decided by our staff',
    member: 'Decided by a member',
  },
  signIn: 'Sign in',
  join: 'Register',
  invitation: 'Please sign in to reply, or to say that you have the same question. Reading needs no account.',
  signedInAs: (name) => name,
  own: 'Your posts',
  account: 'Account',
  signOut: 'Sign out',
  page: (page, pages) => `Page ${page} of ${pages}`,
  earlier: 'Earlier replies',
  later: 'Later replies',
  newer: 'Newer threads',
  older: 'Older threads',
  since: 'Joined',
  posts: (count) => (count === 1 ? '1 post' : `${count} posts`),
  acceptedCount: (count) => (count === 1 ? '1 accepted answer' : `${count} accepted answers`),
  flagged: 'Thank you. Our moderators will look at it.',
  gone: 'This thread was removed',
  feed: 'Feed of this thread',
  signInToAsk: 'Please sign in to ask. Reading needs no account.',
  signInToFlag: 'Please sign in to report a post. If it is urgent, the contact form works as well.',
  signInToSee: 'Please sign in to see your posts.',
  feedOf: (name) => `Latest in ${name}`,
  pages: 'Pages',
};

export const pageTexts: Record<Language, PageTexts> = { ja, en };

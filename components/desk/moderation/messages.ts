import type { FlagReason, QueueReason, ReviewableKind } from '../../../api/moderation/contract.ts';
import type { Visibility } from '../../../api/forum/contract.ts';

/** The lists of the queue. `member` is none of them: it is where a member's page is open beside what waits. */
export const queueViews = ['pending', 'appeals', 'approved', 'rejected', 'ignored', 'removed', 'member'] as const;
export type QueueView = (typeof queueViews)[number];

export interface QueueMessages {
  views: Record<QueueView, string>;
  viewGroups: Record<'waiting' | 'decided' | 'around', string>;
  words: string;
  /** The way back from the watched words. */
  toQueue: string;
  counted: (count: number) => string;
  urgentOf: (count: number) => string;
  empty: Record<QueueView, string>;
  choose: string;
  filters: Record<'language' | 'kind', string>;
  any: Record<'language' | 'kind', string>;
  languages: Record<'ja' | 'en', string>;
  kinds: Record<ReviewableKind, string>;
  urgent: string;
  appealed: string;
  noName: string;
  about: (name: string) => string;
  claimed: (name: string) => string;
  select: (title: string) => string;
  undo: string;
  /** Said besides when a decision did not get through. */
  notSent: string;
  undone: (count: number) => string;
  undoneOther: string;
  notUndone: string;
  notAllowed: string;
  refused: Record<'state-changed' | 'state-refused' | 'claimed' | 'not-found', (count: number) => string>;
  overtaken: (title: string, name: string, what: string) => string;
  changedMeanwhile: (title: string) => string;
  claimedMeanwhile: (title: string, name: string, until: string) => string;
  look: string;
  close: string;
  arrivals: (count: number) => string;
  stale: string;
  selection: string;
  selected: (count: number) => string;
  selectAll: string;
  clear: string;
  reasons: Record<QueueReason | FlagReason, string>;
  /** Of a member who comes before moderators. */
  refusedOften: string;
  visibilities: Record<Visibility, string>;
  noTicket: string;
}

export const messages: Record<'ja' | 'en', QueueMessages> = {
  ja: {
    views: {
      pending: '確認待ち',
      appeals: '再確認の申し出',
      approved: '掲載',
      rejected: '不掲載',
      ignored: '対応不要',
      removed: '削除済み',
      member: 'メンバー',
    },
    viewGroups: { waiting: '対応するもの', decided: '判断済み', around: 'そのほか' },
    words: '監視する言葉',
    toQueue: 'フォーラムの確認に戻る',
    counted: (count) => `${count}件`,
    urgentOf: (count) => `至急${count}件`,
    empty: {
      pending: '確認待ちの投稿はありません。',
      appeals: '再確認の申し出はありません。',
      approved: '掲載と判断した投稿はまだありません。',
      rejected: '不掲載と判断した投稿はまだありません。',
      ignored: '対応不要とした投稿はまだありません。',
      removed: '削除した投稿はまだありません。',
      member: '確認待ちの投稿はありません。',
    },
    choose: '一覧から投稿を選んでください。j キーで最初の投稿が開きます。',
    filters: { language: '言語', kind: '種類' },
    any: { language: 'すべての言語', kind: 'すべての種類' },
    languages: { ja: '日本語', en: '英語' },
    kinds: { post: '投稿', member: 'メンバー' },
    urgent: '至急',
    appealed: '再確認の申し出',
    noName: '退会したメンバー',
    about: (name) => `${name}さんについて`,
    claimed: (name) => `${name}さんが確認中`,
    select: (title) => `「${title}」を選択`,
    undo: '元に戻す',
    notSent: '判断は送信されていません。',
    undone: (count) => `${count}件を元に戻しました。`,
    undoneOther: '元に戻しました。',
    notUndone: 'その後に変更されたため、元に戻せませんでした。',
    notAllowed: 'いまの状態では、この操作は選べません。',
    refused: {
      'state-changed': (count) => `${count}件は先に変更されていたため、そのままにしました。`,
      'state-refused': (count) => `${count}件は、いまの状態では選べない操作でした。`,
      claimed: (count) => `${count}件はほかの担当者が確認中です。`,
      'not-found': (count) => `${count}件は見つかりませんでした。`,
    },
    overtaken: (title, name, what) => `「${title}」は、${name}さんが先に判断していました：${what}。`,
    changedMeanwhile: (title) => `「${title}」は、その間に内容が変わりました。判断は行っていません。`,
    claimedMeanwhile: (title, name, until) => `「${title}」は、${name}さんが${until}まで確認中です。`,
    look: '開いて確認する',
    close: '閉じる',
    arrivals: (count) => `新しい投稿が${count}件あります`,
    stale: '最新の状態を取得できません。1分おきに試しています。',
    selection: '選択した投稿への操作',
    selected: (count) => `${count}件を選択中`,
    selectAll: '表示中を全選択',
    clear: '選択を外す',
    reasons: {
      'first-post': '最初の投稿',
      'watched-word': '監視する言葉',
      links: 'リンク',
      'contact-data': '連絡先',
      'typed-too-fast': '入力が速すぎる',
      duplicate: '同じ内容の投稿',
      rate: '短時間に多数の投稿',
      'spam-filter': '迷惑投稿の疑い',
      silenced: '事前確認の対象者',
      revised: '書き直し済み',
      appeal: '再確認の申し出',
      'flagged-often': '通報の集中',
      spam: '宣伝・迷惑',
      rude: '不快・攻撃的',
      'off-topic': '話題違い',
      private: '個人情報',
      wrong: '誤った内容',
      other: 'そのほか',
    },
    refusedOften: '不掲載の投稿が続いたため',
    visibilities: {
      pending: '未掲載',
      visible: '掲載中',
      returned: '書き直し待ち',
      hidden: '非表示',
      removed: '削除済み',
    },
    noTicket: 'メンバー自体についての確認には、この操作はありません。',
  },
  en: {
    views: {
      pending: 'Waiting',
      appeals: 'Appeals',
      approved: 'Approved',
      rejected: 'Rejected',
      ignored: 'Ignored',
      removed: 'Removed',
      member: 'Member',
    },
    viewGroups: { waiting: 'To do', decided: 'Decided', around: 'Also here' },
    words: 'Watched words',
    toQueue: 'Back to the queue',
    counted: (count) => `${count} waiting`,
    urgentOf: (count) => `${count} urgent`,
    empty: {
      pending: 'Nothing waits for a decision.',
      appeals: 'Nobody has appealed.',
      approved: 'Nothing has been approved yet.',
      rejected: 'Nothing has been rejected yet.',
      ignored: 'Nothing has been ignored yet.',
      removed: 'Nothing has been removed yet.',
      member: 'Nothing waits for a decision.',
    },
    choose: 'Choose a post from the list, or press j for the first.',
    filters: { language: 'Language', kind: 'Kind' },
    any: { language: 'Any language', kind: 'Any kind' },
    languages: { ja: 'Japanese', en: 'English' },
    kinds: { post: 'Posts', member: 'Members' },
    urgent: 'Urgent',
    appealed: 'Appeal',
    noName: 'A former member',
    about: (name) => `About ${name}`,
    claimed: (name) => `${name} is looking`,
    select: (title) => `Select “${title}”`,
    undo: 'Undo',
    notSent: 'Your decision was not sent.',
    undone: (count) => (count === 1 ? 'Undone.' : `${count} undone.`),
    undoneOther: 'Undone.',
    notUndone: 'It has been changed since, so it can’t be undone.',
    notAllowed: 'That can’t be decided on this as it stands.',
    refused: {
      'state-changed': (count) => `${count} had been changed meanwhile and stayed as they were.`,
      'state-refused': (count) => `${count} don’t allow this as they stand.`,
      claimed: (count) => `Somebody else is looking at ${count} of them.`,
      'not-found': (count) => `${count} were not found.`,
    },
    overtaken: (title, name, what) => `${name} got to “${title}” first: ${what}.`,
    changedMeanwhile: (title) => `“${title}” changed meanwhile. Nothing was decided.`,
    claimedMeanwhile: (title, name, until) => `${name} is looking at “${title}” until ${until}.`,
    look: 'Have a look',
    close: 'Close',
    arrivals: (count) => (count === 1 ? 'One new item' : `${count} new items`),
    stale: 'The list can’t be updated. Trying again every minute.',
    selection: 'With what is selected',
    selected: (count) => `${count} selected`,
    selectAll: 'Select all shown',
    clear: 'Clear',
    reasons: {
      'first-post': 'First post',
      'watched-word': 'Watched word',
      links: 'Links',
      'contact-data': 'Contact data',
      'typed-too-fast': 'Typed too fast',
      duplicate: 'Duplicate',
      rate: 'Many posts at once',
      'spam-filter': 'Looks like spam',
      silenced: 'Author is silenced',
      revised: 'Revised',
      appeal: 'Appeal',
      'flagged-often': 'Flagged often',
      spam: 'Spam',
      rude: 'Rude',
      'off-topic': 'Off topic',
      private: 'Private data',
      wrong: 'Wrong',
      other: 'Something else',
    },
    refusedOften: 'Several posts were refused',
    visibilities: {
      pending: 'Not published yet',
      visible: 'Published',
      returned: 'With its author',
      hidden: 'Hidden',
      removed: 'Removed',
    },
    noTicket: 'There is no post here to do this with.',
  },
};

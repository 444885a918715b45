import type { Account } from '../../../../api/accounts/contract.ts';
import type { ForumPost, Thread } from '../../../../api/forum/contract.ts';
import type { MemberStanding, Reviewable, ReviewableDetail } from '../../../../api/moderation/contract.ts';
import type { Forum } from '../../../../content/schema/forum.ts';

const sent = Date.parse('2026-11-20T10:00:00+09:00');

export const hana: Account = {
  id: 'a1',
  email: 'hana@aruku.example',
  name: '青木 花',
  language: 'ja',
  role: 'moderator',
};

export const forum: Forum = {
  boards: ['shoes', 'returns'],
  archiveAfterDays: 365,
  rules: [
    {
      id: 'kind',
      title: { ja: '思いやりのあることばで', en: 'Be kind' },
      text: { ja: '相手を傷つけることばは使わないでください。', en: 'Don’t hurt anybody.' },
    },
    {
      id: 'private',
      title: { ja: '個人情報は書き込まない', en: 'Keep private things private' },
      text: { ja: 'ご注文番号は書き込まないでください。', en: 'No order numbers.' },
    },
    {
      id: 'no-advertising',
      title: { ja: '宣伝・勧誘はしない', en: 'No advertising' },
      text: { ja: '宣伝や勧誘はお控えください。', en: 'Nothing that sells.' },
    },
  ],
};

/** A post that waits for its first look. */
export function reviewableOf(id: string, change: Partial<Reviewable> = {}): Reviewable {
  return {
    id,
    kind: 'post',
    state: 'pending',
    isUrgent: false,
    score: 1,
    language: 'ja',
    board: 'shoes',
    author: { id: `m-${id}`, name: '佐藤 健', isStaff: false, level: 0 },
    post: {
      id: `p-${id}`,
      thread: 12,
      title: `中敷きは洗えますか ${id}`,
      isOpening: false,
      body: `手洗いで**大丈夫**でした ${id}`,
      html: `<p>手洗いで<strong>大丈夫</strong>でした ${id}</p>`,
      pictures: [],
      visibility: 'pending',
      editedAt: null,
      createdAt: sent,
    },
    reasons: [
      {
        id: `r-${id}`,
        kind: 'queue',
        reason: 'watched-word',
        by: null,
        detail: '副業',
        weight: 1,
        outcome: null,
        createdAt: sent,
      },
    ],
    claimedBy: null,
    appeal: null,
    actions: ['approve', 'reject', 'return', 'hide', 'remove'],
    version: 1,
    createdAt: sent,
    changedAt: sent,
    ...change,
  };
}

/** One that readers flagged while it was there to be read. */
export function flaggedOf(id: string, change: Partial<Reviewable> = {}): Reviewable {
  const item = reviewableOf(id);
  return {
    ...item,
    post: item.post && { ...item.post, visibility: 'visible' },
    reasons: [
      {
        id: 'f1',
        kind: 'flag',
        reason: 'private',
        by: '森 悠',
        detail: '電話番号があります',
        weight: 2,
        outcome: null,
        createdAt: sent,
      },
    ],
    actions: ['approve', 'reject', 'return', 'ignore', 'hide', 'remove'],
    ...change,
  };
}

export function standingOf(id: string, change: Partial<MemberStanding> = {}): MemberStanding {
  return {
    author: { id, name: '佐藤 健', isStaff: false, level: 1 },
    since: sent,
    posts: 7,
    postsRefused: 2,
    flagsAgreed: 3,
    flagsDisagreed: 1,
    daysVisited: 12,
    isLevelFixed: false,
    silencedUntil: null,
    suspendedUntil: null,
    sanctions: [
      {
        id: 's1',
        kind: 'warning',
        rule: 'kind',
        reason: '言い過ぎです。',
        until: null,
        by: '青木 花',
        liftedAt: null,
        createdAt: sent,
      },
    ],
    version: 4,
    ...change,
  };
}

/** The whole of it, as its own element gets it. */
export function detailOf(item: Reviewable, change: Partial<ReviewableDetail> = {}): ReviewableDetail {
  const event = {
    id: 'e1',
    decisionId: null,
    by: null,
    role: null,
    from: null,
    rule: null,
    note: null,
    createdAt: sent,
  };
  return {
    ...item,
    standing: standingOf(item.author.id),
    history: [{ ...event, action: 'queued', to: 'pending' }],
    ...change,
  };
}

function postOf(id: string, isOpening = false): ForumPost {
  return {
    id,
    author: { id: 'm9', name: '森 悠', isStaff: false, level: 2 },
    html: `<p>前後の投稿 ${id}</p>`,
    visibility: 'visible',
    isOpening,
    isAccepted: false,
    isOfficial: false,
    quotes: null,
    pictures: [],
    version: 1,
    editedAt: null,
    edits: 0,
    createdAt: isOpening ? sent - 1000 : sent,
    may: { edit: false, remove: false, accept: false, flag: false },
  };
}

/** The thread that all of these stand in. */
export function threadOf(posts: readonly string[] = [], change: Partial<Thread> = {}): Thread {
  const opening = postOf('p-opening', true);
  return {
    number: 12,
    url: '/ja/forum/12/',
    language: 'ja',
    board: 'shoes',
    kind: 'question',
    title: '中敷きは洗えますか',
    excerpt: '',
    author: opening.author,
    lane: 'unanswered',
    isLocked: false,
    isPinned: false,
    replies: posts.length,
    meToos: 0,
    createdAt: sent,
    lastPostAt: sent,
    opening,
    accepted: null,
    posts: posts.map((id) => postOf(id)),
    page: 1,
    pages: 1,
    version: 3,
    article: null,
    mine: null,
    ...change,
  };
}

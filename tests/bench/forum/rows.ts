import type { Row } from './asking.ts';

/** What the forum has to be asked for. */
export interface Asked {
  asMember: string;
  asModerator: string;
  /** A thread of the first page, and who began it. */
  thread: number;
  author: string;
  /** Threads one after the other. */
  threads: readonly number[];
  long: { number: number; language: string; pages: number };
}

const lists = ['', '&board=shoes', '&lane=solved', '&board=returns&lane=answered', '&lane=archived', '&kind=idea'];
const browser = { 'Accept-Encoding': 'gzip, deflate, br' };
/** Moderators, and members who look at their own posts at the same moment. */
const few = 5;
const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
const search = (language: string, words: readonly string[]) =>
  words.map((text) => `/api/forum/search?language=${language}&q=${encodeURIComponent(text)}`);
const similar = (language: string, title: string) =>
  `/api/forum/similar?language=${language}&title=${encodeURIComponent(title)}`;

/** Every list and page of the forum, as everybody, a member and a moderator see them. */
export function rowsFor({ asMember, asModerator, thread, author, threads, long }: Asked): Row[] {
  const page = `/${long.language}/forum/${long.number}/`;
  const data = `/api/forum/threads/${long.number}`;
  const list = '/api/forum/threads?language=ja';
  return [
    ...lists.map((filter): Row => ({ name: `list${filter}`, paths: [`${list}${filter}`] })),
    { name: 'list, pages 1 to 100', paths: hundred.map((at) => `${list}&page=${at}`) },
    { name: 'list of a board, page 100', paths: [`${list}&board=shoes&page=100`] },
    { name: 'list, as a member', paths: [list], cookie: asMember },
    { name: 'a thread', paths: [`/api/forum/threads/${thread}`] },
    { name: 'a thread, as a member', paths: [`/api/forum/threads/${thread}`], cookie: asMember },
    { name: 'a thread, as a moderator', paths: [`/api/forum/threads/${thread}`], cookie: asModerator },
    { name: 'a long thread, last page', paths: [`${data}?page=${long.pages}`] },
    { name: 'a long thread, as a moderator', paths: [`${data}?page=${long.pages}`], cookie: asModerator },
    { name: 'a member', paths: [`/api/forum/members/${author}`] },
    { name: 'page of the forum', paths: ['/ja/forum/'], headers: browser },
    {
      name: 'page of the forum, pages 1 to 100',
      paths: hundred.map((at) => `/ja/forum/?page=${at}`),
      headers: browser,
    },
    { name: 'page of the forum, as a member', paths: ['/ja/forum/'], cookie: asMember },
    { name: 'page of a board', paths: ['/ja/forum/shoes/'], headers: browser },
    { name: 'page of a board, page 100', paths: ['/ja/forum/shoes/?page=100'] },
    { name: 'page of a thread', paths: [`/ja/forum/${thread}/`], headers: browser },
    { name: 'pages of many threads', paths: threads.map((each) => `/ja/forum/${each}/`) },
    { name: 'page of a thread, as a member', paths: [`/ja/forum/${thread}/`], cookie: asMember },
    { name: 'page of a thread, as a moderator', paths: [`/ja/forum/${thread}/`], cookie: asModerator },
    { name: 'page of a long thread', paths: [page] },
    { name: 'page of a long thread, last page', paths: [`${page}?page=${long.pages}`] },
    { name: 'page of a member', paths: [`/ja/forum/members/${author}/`] },
    { name: 'page of one’s own, five at once', paths: ['/ja/forum/own/'], cookie: asMember, connections: few },
    { name: 'feed', paths: ['/ja/forum/feed.xml'] },
    { name: 'feed of a thread', paths: [`/ja/forum/${thread}/feed.xml`] },
    { name: 'map of the site', paths: ['/forum/sitemap-1.xml'], headers: browser },
    { name: 'search, Japanese', paths: search('ja', ['返品', 'サイズ 交換', '届かない', '靴ひも']), hasNoMark: true },
    { name: 'search, English', paths: search('en', ['return', 'late delivery', 'wide shoes']), hasNoMark: true },
    { name: 'similar', paths: [similar('ja', 'サイズが合わないとき交換できますか')], hasNoMark: true },
    {
      name: 'moderators’ queue, five at once',
      paths: ['/api/moderation/reviewables?state=pending'],
      cookie: asModerator,
      connections: few,
    },
    {
      name: 'what they decided, five at once',
      paths: ['/api/moderation/reviewables?state=approved'],
      cookie: asModerator,
      connections: few,
    },
    { name: 'how much waits, five at once', paths: ['/api/moderation/counts'], cookie: asModerator, connections: few },
  ];
}

import { greeting } from '../../mail/greeting.ts';
import type { MailBlock, MailContext, MailKind, MailText } from '../../mail/mail.ts';
import { examples } from './post-mail.ts';
import { stopPath } from './stop-link.ts';
import { isStillReached, type ToldPost, toldPosts } from './told-post.ts';

export interface ForumDigest {
  accountId: string;
  posts: string[];
  /** How many there are besides. */
  more: number;
  /** For the gallery: posts that are nowhere stored. */
  sample?: ToldPost[];
}

/** What is new since the last summary, thread by thread. */
export const forumDigest: MailKind<ForumDigest> = {
  async write({ accountId, posts: ids, more, sample }, context) {
    const { services } = context;
    if (!sample && !(await isStillReached(services, accountId))) return null;
    const posts = sample ?? (await toldPosts(services, ids));
    return posts.length === 0 ? null : textFor(posts, { accountId, more }, context);
  },

  examples: (language) => {
    const post = examples[language];
    return [{ accountId: 'example', posts: [], more: 3, sample: [post, { ...post, author: texts[language].another }] }];
  },
};

function textFor(
  posts: readonly ToldPost[],
  { accountId, more }: { accountId: string; more: number },
  { services, language, to }: MailContext,
): MailText {
  const says = texts[language];
  const organisation = services.portal().organisation[language];
  const byThread = [...Map.groupBy(posts, ({ thread }) => thread.id).values()];
  const blocks: MailBlock[] = byThread.flatMap((ofThread): MailBlock[] => {
    const [first] = ofThread;
    if (!first) return [];
    const names = [...new Set(ofThread.map(({ author }) => author).filter((name) => name !== ''))];
    return [
      { heading: first.title },
      { text: says.by(names, ofThread.length) },
      { quote: shortened(first.text) },
      { links: [{ text: says.read, url: first.url }] },
    ];
  });
  return {
    subject: says.subject(organisation, posts.length + more),
    blocks: [
      { text: greeting(to.name, language) },
      { text: says.lead },
      ...blocks,
      ...(more > 0 ? [{ text: says.more(more) }] : []),
      { button: says.toForum, url: `/${language}/forum/` },
    ],
    why: says.why,
    unsubscribeUrl: `${services.publicUrl}${stopPath(services.secret, 'all', accountId, language)}`,
  };
}

const mostCharacters = 160;

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters).join('').trimEnd()}…` : text;
}

const mostNames = 3;

const texts = {
  ja: {
    subject: (organisation: string, count: number) => `【${organisation}】フォーラムの新しい投稿（${count}件）`,
    lead: '購読中のスレッドとカテゴリーの、新しい投稿をまとめてお届けします。',
    by: (names: readonly string[], count: number) => {
      const shown = names.slice(0, mostNames).map((name) => `${name}さん`);
      const others = names.length > mostNames ? 'ほか' : '';
      return shown.length === 0 ? `新しい投稿${count}件` : `新しい投稿${count}件（${shown.join('、')}${others}）`;
    },
    read: 'ここから読む',
    more: (count: number) => `このほかに${count}件の投稿があります。`,
    toForum: 'フォーラムを開く',
    why: 'フォーラムの新しい投稿を、1日1回メールで受け取られている方にお送りしています。',
    another: '松本のゆう',
  },
  en: {
    subject: (organisation: string, count: number) => `${organisation}: new in the forum (${count})`,
    lead: 'This is what is new in the threads and on the boards that you follow.',
    by: (names: readonly string[], count: number) => {
      const posts = count === 1 ? 'One new post' : `${count} new posts`;
      const others = names.length > mostNames ? ' and others' : '';
      return names.length === 0 ? posts : `${posts} by ${names.slice(0, mostNames).join(', ')}${others}`;
    },
    read: 'Read on from here',
    more: (count: number) => (count === 1 ? 'There is one more post.' : `There are ${count} more posts.`),
    toForum: 'Open the forum',
    why: 'You get this e-mail once a day because you follow something in the forum.',
    another: 'Hilda',
  },
};

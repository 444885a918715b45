import { eq } from 'drizzle-orm';
import type { Language } from '../../../content/schema/languages.ts';
import { greeting } from '../../mail/greeting.ts';
import type { MailBlock, MailContext, MailKind, MailText } from '../../mail/mail.ts';
import { forumSubscriptions } from '../tables.ts';
import { stopPath } from './stop-link.ts';
import { isStillReached, type ToldPost, toldPosts } from './told-post.ts';

export interface ForumPostMail {
  subscriptionId: string;
  postId: string;
  /** Whether it is the last of its kind until the next summary. */
  isLast: boolean;
  /** For the gallery: a post that is nowhere stored, and whether the reader began its thread. */
  sample?: { post: ToldPost; isOwnThread: boolean };
}

/** A new post, to somebody who wants to hear of each. */
export const forumPostMail: MailKind<ForumPostMail> = {
  async write(payload, context) {
    if (payload.sample) return textFor(payload, payload.sample.post, payload.sample.isOwnThread, context);
    const { services } = context;
    const { db } = services;
    const [subscription] = await db.read
      .select()
      .from(forumSubscriptions)
      .where(eq(forumSubscriptions.id, payload.subscriptionId));
    if (!subscription || !(await isStillReached(services, subscription.accountId))) return null;
    const [post] = await toldPosts(services, [payload.postId]);
    return post ? textFor(payload, post, post.thread.authorId === subscription.accountId, context) : null;
  },

  examples: (language) => [
    {
      subscriptionId: 'example',
      postId: 'example',
      isLast: false,
      sample: { post: examples[language], isOwnThread: true },
    },
    {
      subscriptionId: 'example',
      postId: 'example',
      isLast: true,
      sample: { post: examples[language], isOwnThread: false },
    },
  ],
};

function textFor(
  { subscriptionId, isLast }: ForumPostMail,
  post: ToldPost,
  isOwnThread: boolean,
  { services, language, to }: MailContext,
): MailText {
  const says = texts[language];
  const organisation = services.portal().organisation[language];
  const board =
    services.categories().find(({ slug }) => slug === post.thread.board)?.name[language] ?? post.thread.board;
  const isAnswer = isOwnThread && post.thread.kind === 'question' && !post.isOpening;
  const by = post.isOfficial ? says.official(post.author, organisation) : says.member(post.author);
  const subject = isAnswer
    ? says.answeredSubject(organisation, post.title)
    : post.isOpening
      ? says.openedSubject(organisation, board, post.title)
      : says.repliedSubject(organisation, post.title);
  const lead = isAnswer ? says.answered(by) : post.isOpening ? says.opened(by, board) : says.replied(by);
  const blocks: MailBlock[] = [
    { text: greeting(to.name, language) },
    { text: lead },
    { heading: post.title },
    { quote: post.text },
    { button: says.read, url: post.url },
    ...(isAnswer ? [{ small: says.accept }] : []),
    ...(isLast ? [{ small: says.last }] : []),
  ];
  return {
    subject,
    blocks,
    why: says.why,
    unsubscribeUrl: `${services.publicUrl}${stopPath(services.secret, 'one', subscriptionId, language)}`,
  };
}

const texts = {
  ja: {
    answeredSubject: (organisation: string, title: string) => `【${organisation}】ご質問に回答がつきました：${title}`,
    repliedSubject: (organisation: string, title: string) => `【${organisation}】新しい返信：${title}`,
    openedSubject: (organisation: string, board: string, title: string) => `【${organisation}】${board}：${title}`,
    member: (name: string) => (name === '' ? 'ほかの方' : `${name}さん`),
    official: (name: string, organisation: string) => `${organisation}の${name}`,
    answered: (by: string) => `フォーラムでのご質問に、${by}から回答がありました。`,
    replied: (by: string) => `購読中のスレッドに、${by}から返信がありました。`,
    opened: (by: string, board: string) => `カテゴリー「${board}」に、${by}が新しいスレッドを投稿しました。`,
    read: 'フォーラムで読む',
    accept:
      '解決した場合は、役に立った回答を「解決した回答」に選んでください。同じことで困っている方の助けになります。',
    last: '投稿が続いているため、このあとの分は明朝8時のまとめメールでお届けします。',
    why: 'フォーラムの投稿を購読されている方にお送りしています。',
  },
  en: {
    answeredSubject: (organisation: string, title: string) => `${organisation}: your question was answered: ${title}`,
    repliedSubject: (organisation: string, title: string) => `${organisation}: new reply: ${title}`,
    openedSubject: (organisation: string, board: string, title: string) => `${organisation}: ${board}: ${title}`,
    member: (name: string) => (name === '' ? 'Somebody' : name),
    official: (name: string, organisation: string) => `${name} of ${organisation}`,
    answered: (by: string) => `${by} answered your question in the forum.`,
    replied: (by: string) => `${by} replied in a thread that you follow.`,
    opened: (by: string, board: string) => `${by} started a thread on the board “${board}”.`,
    read: 'Read it in the forum',
    accept: 'If that solved it, please mark the answer as accepted: it helps whoever has the same question.',
    last: 'There is a lot going on there, so what comes next we’ll send you in one summary tomorrow at 8 a.m.',
    why: 'You get this e-mail because you follow this thread or board in the forum.',
  },
};

const thread = { id: 'example', kind: 'question', authorId: 'example', board: 'shoes', language: 'en' } as const;

/** A post of the sample shop’s forum, for the gallery. */
export const examples: Record<Language, ToldPost> = {
  ja: {
    id: 'example',
    title: '中敷きは洗えますか',
    url: '/ja/forum/1/#post-example',
    author: '里山あるき',
    text: '私はぬるま湯で手洗いしています。形が崩れないよう、乾くまで新聞紙を当てておくとよいですよ。',
    isOpening: false,
    isOfficial: false,
    thread: { ...thread, language: 'ja' },
  },
  en: {
    id: 'example',
    title: 'Can I wash the insoles?',
    url: '/en/forum/1/#post-example',
    author: 'Fellwalker',
    text: 'I wash mine by hand in lukewarm water. Put newspaper on them until they are dry, so that they keep their shape.',
    isOpening: false,
    isOfficial: false,
    thread,
  },
};

import { eq } from 'drizzle-orm';
import { greeting } from '../../mail/greeting.ts';
import type { MailContext, MailKind, MailText } from '../../mail/mail.ts';
import { threadUrl } from '../addresses.ts';
import { stopPath } from '../subscriptions/stop-link.ts';
import { isStillReached } from '../subscriptions/told-post.ts';
import { forumThreads } from '../tables.ts';
import { titleOf } from '../thread-summary.ts';

export interface ForumArticle {
  threadId: string;
  accountId: string;
  /** `null` for whoever answered and does not follow it. */
  subscriptionId: string | null;
  url: string;
  /** For the gallery. */
  sample?: Article;
}

interface Article {
  title: string;
  answer: string;
  threadTitle: string;
  threadUrl: string;
}

/** Tells that an article came of a thread. */
export const forumArticle: MailKind<ForumArticle> = {
  async write(payload, context) {
    const { services } = context;
    if (payload.sample) return textFor(payload, payload.sample, context);
    const article = services.articleAt(payload.url);
    const [thread] = await services.db.read.select().from(forumThreads).where(eq(forumThreads.id, payload.threadId));
    if (!article || thread?.visibility !== 'visible') return null;
    if (!(await isStillReached(services, payload.accountId))) return null;
    const { title, answer } = article;
    return textFor(payload, { title, answer, threadTitle: titleOf(thread), threadUrl: threadUrl(thread) }, context);
  },

  examples: (language) => [
    {
      threadId: 'example',
      accountId: 'example',
      subscriptionId: 'example',
      url: `/${language}/faq/wash-insoles/`,
      sample: texts[language].example,
    },
  ],
};

function textFor(
  { subscriptionId, url }: ForumArticle,
  { title, answer, threadTitle, threadUrl: thread }: Article,
  { services, language, to }: MailContext,
): MailText {
  const says = texts[language];
  const organisation = services.portal().organisation[language];
  return {
    subject: says.subject(organisation, title),
    blocks: [
      { text: greeting(to.name, language) },
      { text: says.lead },
      { heading: title },
      { quote: answer },
      { button: says.read, url },
      { links: [{ text: says.thread(threadTitle), url: thread }] },
    ],
    why: says.why,
    ...(subscriptionId === null
      ? {}
      : { unsubscribeUrl: `${services.publicUrl}${stopPath(services.secret, 'one', subscriptionId, language)}` }),
  };
}

const texts = {
  ja: {
    subject: (organisation: string, title: string) => `【${organisation}】フォーラムから生まれた記事：${title}`,
    lead: 'フォーラムでのやり取りをもとに、よくあるご質問の記事を公開しました。ご参加ありがとうございました。',
    read: '記事を読む',
    thread: (title: string) => `もとのスレッド：${title}`,
    why: 'このスレッドを購読されている方と、回答された方にお送りしています。',
    example: {
      title: '中敷きは洗えますか',
      answer: 'ぬるま湯で手洗いし、陰干ししてください。洗濯機と乾燥機は使えません。',
      threadTitle: '中敷きは洗えますか',
      threadUrl: '/ja/forum/1/',
    },
  },
  en: {
    subject: (organisation: string, title: string) => `${organisation}: the forum has made an article: ${title}`,
    lead: 'What was said in the forum is now an article in our help centre. Thank you for taking part.',
    read: 'Read the article',
    thread: (title: string) => `The thread that it came from: ${title}`,
    why: 'You get this e-mail because you follow this thread, or answered in it.',
    example: {
      title: 'Can I wash the insoles?',
      answer: 'Wash them by hand in lukewarm water, and let them dry in the shade. Not in the machine or dryer.',
      threadTitle: 'Can I wash the insoles?',
      threadUrl: '/en/forum/1/',
    },
  },
};

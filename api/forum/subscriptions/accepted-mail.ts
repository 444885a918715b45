import { type SQL, sql } from 'drizzle-orm';
import type { Statement } from '../../db/statements.ts';
import { greeting } from '../../mail/greeting.ts';
import type { MailContext, MailKind, MailText } from '../../mail/mail.ts';
import { withLaterKnown } from '../../outbox/queue-mail.ts';
import type { Services } from '../../services.ts';
import { newId } from '../../db/id.ts';
import { forumPosts } from '../tables.ts';
import { examples } from './post-mail.ts';
import { isStillReached, type ToldPost, toldPosts } from './told-post.ts';

export interface AnswerAccepted {
  postId: string;
  accountId: string;
  sample?: ToldPost;
}

/** Tells a member that their answer was the one. */
export const answerAccepted: MailKind<AnswerAccepted> = {
  async write({ postId, accountId, sample }, context) {
    if (sample) return textFor(sample, context);
    const { services } = context;
    if (!(await isStillReached(services, accountId))) return null;
    const accepted = await services.db.read
      .select({ id: forumPosts.id })
      .from(forumPosts)
      .where(sql`${forumPosts.id} = ${postId} and ${forumPosts.acceptedAt} is not null`);
    const [post] = accepted.length > 0 ? await toldPosts(services, [postId]) : [];
    return post ? textFor(post, context) : null;
  },

  examples: (language) => [{ postId: 'example', accountId: 'example', sample: examples[language] }],
};

/** A click that was a mistake is taken back within this time. */
const quietMs = 2 * 60_000;

/**
 * The statement that tells the author of an answer that it was accepted, once however often that is taken back, and
 * nobody who accepted their own.
 */
export function tellAccepted(
  { clock, random }: Pick<Services, 'clock' | 'random'>,
  postId: string,
  byAccountId: string,
  guard: SQL,
): Statement {
  const now = clock();
  const payload = withLaterKnown(JSON.stringify({ postId }), { accountId: sql`account.id` });
  return sql`insert into outbox (id, channel, kind, recipient, recipient_name, language, payload, state, attempts, due_at, unanswered, created_at)
    select ${newId(now, random)}, 'mail', 'answer-accepted', account.email, account.name, account.language, ${payload}, 'waiting', 0,
      ${now + quietMs}, 0, ${now}
    from forum_posts as post inner join accounts as account on account.id = post.author_id
    where post.id = ${postId} and account.id <> ${byAccountId} and account.state = 'active' and ${guard}
      and not exists (select 1 from outbox as earlier where earlier.recipient = account.email
        and earlier.kind = 'answer-accepted' and json_extract(earlier.payload, '$.postId') = ${postId})`;
}

function textFor({ title, url, text }: ToldPost, { services, language, to }: MailContext): MailText {
  const says = texts[language];
  const organisation = services.portal().organisation[language];
  return {
    subject: says.subject(organisation, title),
    blocks: [
      { text: greeting(to.name, language) },
      { text: says.lead },
      { heading: title },
      { quote: text },
      { button: says.read, url },
      { text: says.thanks },
    ],
    why: says.why,
  };
}

const texts = {
  ja: {
    subject: (organisation: string, title: string) =>
      `【${organisation}】ご回答が「解決した回答」に選ばれました：${title}`,
    lead: 'フォーラムでのご回答が、「解決した回答」に選ばれました。',
    read: 'スレッドを見る',
    thanks: 'お力添えをありがとうございます。同じことで困っている方にも、きっと役立ちます。',
    why: 'フォーラムで質問に回答された方にお送りしています。',
  },
  en: {
    subject: (organisation: string, title: string) => `${organisation}: your answer was accepted: ${title}`,
    lead: 'The answer you gave in the forum was marked as the one that helped.',
    read: 'See the thread',
    thanks: 'Thank you. It will help others with the same question, too.',
    why: 'You get this e-mail because you answered a question in the forum.',
  },
};

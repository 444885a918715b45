import { eq } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { greeting } from '../mail/greeting.ts';
import type { MailKind } from '../mail/mail.ts';
import { tokenOf } from '../tickets/private-links.ts';
import { conversations } from '../tickets/tables.ts';
import { ratingOf } from './rate.ts';

interface RatingAsked {
  conversationId: string;
  reference: string;
  subject: string;
  linkId: string;
}

/** Asks how it was, some time after a conversation was solved: one click answers. Nothing, if it is open again by then. */
export const ratingMail: MailKind<RatingAsked> = {
  async write({ conversationId, reference, subject, linkId }, { services, language, to }) {
    if (conversationId !== 'example') {
      const { db } = services;
      const [row] = await db.read
        .select({ state: conversations.state })
        .from(conversations)
        .where(eq(conversations.id, conversationId));
      const isDone = row?.state === 'solved' || row?.state === 'closed';
      if (!isDone || (await ratingOf(db, conversationId))) return null;
    }
    const says = texts[language];
    const organisation = services.portal().organisation[language];
    const url = `/${language}/requests/${tokenOf(services.secret, linkId)}/`;
    return {
      subject: says.subject(organisation),
      blocks: [
        { text: greeting(to.name, language) },
        { text: says.solved(subject, reference) },
        { text: says.question },
        { button: says.good, url: `${url}?rate=good#rating` },
        { button: says.bad, url: `${url}?rate=bad#rating` },
        { small: says.open },
      ],
      why: says.why(organisation, reference),
    };
  },
  examples: (language) => [
    { conversationId: 'example', reference: 'M-2K7F', subject: texts[language].example, linkId: 'example' },
  ],
};

interface RatingTexts {
  subject: (organisation: string) => string;
  solved: (subject: string, reference: string) => string;
  question: string;
  good: string;
  bad: string;
  open: string;
  why: (organisation: string, reference: string) => string;
  example: string;
}

const texts: Record<Language, RatingTexts> = {
  ja: {
    subject: (organisation) => `【${organisation}】お問い合わせの対応はいかがでしたか`,
    solved: (subject, reference) => `「${subject}」（受付番号 ${reference}）のお問い合わせは、解決済みとなりました。`,
    question: '対応にご満足いただけましたか。どちらかを押すだけでお答えいただけます。',
    good: '満足した',
    bad: '不満がある',
    open: 'まだお困りのことがあれば、同じページから続きをお送りください。お問い合わせを再開します。',
    why: (organisation, reference) =>
      `${organisation}へのお問い合わせ（受付番号 ${reference}）についてお送りしています。`,
    example: '注文と違うサイズが届きました',
  },
  en: {
    subject: (organisation) => `How did ${organisation} do?`,
    solved: (subject, reference) => `Your request “${subject}” (${reference}) has been solved.`,
    question: 'Were you happy with the help you got? One click answers.',
    good: 'Yes, I was',
    bad: 'No, I wasn’t',
    open: 'If something is still wrong, write to us on the same page, and we’ll take it up again.',
    why: (organisation, reference) =>
      `You get this e-mail because you wrote to ${organisation} (reference ${reference}).`,
    example: 'You sent the wrong size',
  },
};

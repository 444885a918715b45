import { eq } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { greeting } from '../mail/greeting.ts';
import type { MailKind } from '../mail/mail.ts';
import type { Services } from '../services.ts';
import { tokenOf } from './private-links.ts';
import { conversations } from './tables.ts';

export interface TicketReplied {
  reference: string;
  subject: string;
  /** The message that it is. */
  messageId: string;
  message: string;
  /** How many files go along with it; they stay on the page. */
  files: number;
  agent: string | null;
  linkId: string;
}

/** An agent's reply, as it stands on the private page. */
export const ticketReplied: MailKind<TicketReplied> = {
  // A person wrote it.
  autoSubmitted: 'no',
  takesReplies: true,

  async write({ reference, subject, messageId, message, files, agent, linkId }, { services, language, to }) {
    const says = texts[language];
    const organisation = services.portal().organisation[language];
    const isInThread = await wasOpenedInThread(services, reference);
    return {
      subject: isInThread ? answerTo(subject) : says.subject(organisation, subject, reference),
      blocks: [
        { text: greeting(to.name, language) },
        { text: says.answer(organisation) },
        { words: message },
        ...(agent ? [{ small: says.from(agent) }] : []),
        ...(files > 0 ? [{ text: says.files(files) }] : []),
        {
          button: says.open,
          // A long conversation opens where this reply stands.
          url: `/${language}/requests/${tokenOf(services.secret, linkId)}/#message-${messageId}`,
        },
        { small: services.mailIn.replyTo === null ? says.yours : says.answerable },
      ],
      why: says.why(organisation, reference),
    };
  },

  examples: (language) => [examples[language]],
};

/** What they wrote in a thread of their own is answered there. */
async function wasOpenedInThread({ db, channels }: Services, reference: string): Promise<boolean> {
  const [conversation] = await db.read
    .select({ channel: conversations.channel })
    .from(conversations)
    .where(eq(conversations.reference, reference));
  return channels.some(({ id, isThreaded }) => id === conversation?.channel && isThreaded);
}

/** As mail programs write it; many times answered, it stands there once. */
function answerTo(subject: string): string {
  return `Re: ${subject.replace(/^(?:(?:re|aw|sv|fw|fwd)\s*(?:\[\d+\])?\s*[:：]\s*)+/i, '')}`;
}

const texts = {
  ja: {
    subject: (organisation: string, subject: string, reference: string) =>
      `【${organisation}】お返事：${subject}（受付番号 ${reference}）`,
    answer: (organisation: string) => `${organisation}のお客様窓口から、お問い合わせにお返事します。`,
    from: (agent: string) => `お客様窓口　${agent}`,
    files: (number: number) => `添付ファイルが${number}件あります。次のページでご覧いただけます。`,
    open: 'やり取りを見る・返信する',
    answerable:
      'このメールにそのままご返信いただくか、上のページからお送りください。ページはお客様専用ですので、アドレスはほかの方に教えないでください。',
    yours:
      'ご返信やご質問の続きは、上のページからお送りください（このメールアドレスでは、ご返信を受け付けておりません）。お客様専用のページですので、アドレスはほかの方に教えないでください。',
    why: (organisation: string, reference: string) =>
      `${organisation}へのお問い合わせ（受付番号 ${reference}）へのお返事としてお送りしています。`,
  },
  en: {
    subject: (organisation: string, subject: string, reference: string) =>
      `${organisation} answered: ${subject} (${reference})`,
    answer: (organisation: string) => `Here is the answer from ${organisation} customer care:`,
    from: (agent: string) => `${agent}, customer care`,
    files: (number: number) =>
      number === 1
        ? 'There is a file with this answer. You can open it on this page:'
        : `There are ${number} files with this answer. You can open them on this page:`,
    open: 'See the conversation and write back',
    answerable:
      'To write back, just answer this e-mail, or use that page. The page is yours alone, so please don’t pass its address on.',
    yours:
      'Please write back on that page: replies to this e-mail don’t reach us. The page is yours alone, so please don’t pass its address on.',
    why: (organisation: string, reference: string) =>
      `You get this e-mail because you wrote to ${organisation} (reference ${reference}).`,
  },
};

const examples: Record<Language, TicketReplied> = {
  ja: {
    reference: 'M-2K7F',
    subject: '注文と違うサイズが届きました',
    messageId: 'example',
    message:
      'このたびは違うサイズをお届けしてしまい、申し訳ございません。\n\n24.5cmの靴を、本日お送りしました。明日の午前中に届く予定です。25.5cmの靴は、お届けのときに配達員へお渡しください。送料はかかりません。',
    files: 0,
    agent: '田中 一郎',
    linkId: 'example',
  },
  en: {
    reference: 'M-2K7F',
    subject: 'You sent the wrong size',
    messageId: 'example',
    message:
      'I’m sorry we sent you the wrong size.\n\nA pair in 24.5 cm left us today and should arrive tomorrow morning. Please hand the other pair to the driver. You pay nothing for the delivery.',
    files: 0,
    agent: 'Emma Clark',
    linkId: 'example',
  },
};

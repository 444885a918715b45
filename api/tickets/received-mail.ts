import { and, eq, isNotNull } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { identities } from '../customers/tables.ts';
import { greeting } from '../mail/greeting.ts';
import type { MailBlock, MailKind } from '../mail/mail.ts';
import type { Services } from '../services.ts';
import { momentText } from '../mail/time-text.ts';
import { quotedWords } from './mail-words.ts';
import { tokenOf } from './private-links.ts';

export interface TicketReceived {
  reference: string;
  subject: string;
  message: string;
  promisedBy: number | null;
  linkId: string;
  /** For examples: whether the address is proven; found out where it is left out. */
  isProven?: boolean;
}

/**
 * The acknowledgement: we have it, until then you hear from us, and this may help already. Anybody may have given the
 * address: only one that is proven gets the name and the words that were sent with it, so that nobody can use this mail to
 * write to a stranger.
 */
export const ticketReceived: MailKind<TicketReceived> = {
  autoSubmitted: 'auto-replied',
  takesReplies: true,

  async write({ reference, subject, message, promisedBy, linkId, ...given }, { services, language, to }) {
    const says = texts[language];
    const organisation = services.portal().organisation[language];
    const isProven = given.isProven ?? (await isProvenAddress(services, to.address));
    const { quote, isShortened } = quotedWords(`${subject}\n\n${message}`);
    const articles = services.articlesLike(language, `${subject}\n${message}`);
    const isPromised = promisedBy !== null && promisedBy > services.clock();
    const blocks: MailBlock[] = [
      { text: greeting(isProven ? to.name : null, language) },
      { text: says.thanks(organisation) },
      ...(isPromised ? [{ text: says.promised(momentText(promisedBy, language, services.timeZone())) }] : []),
      { facts: [{ name: says.reference, value: reference }] },
      { button: says.open, url: `/${language}/requests/${tokenOf(services.secret, linkId)}/` },
      { small: services.mailIn.replyTo === null ? says.yours : says.answerable },
      ...(isProven ? [{ text: says.yourWords }, { quote }] : []),
      ...(isProven && isShortened ? [{ small: says.shortened }] : []),
      ...(articles.length > 0
        ? [{ text: says.articles }, { links: articles.map(({ title, url }) => ({ text: title, url })) }]
        : []),
    ];
    return {
      subject: says.subject(organisation, reference),
      blocks,
      why: says.why(organisation),
      ...(isProven ? {} : { isNameless: true as const }),
    };
  },

  examples: (language) => [
    { ...examples[language], isProven: true },
    { ...examples[language], isProven: false },
  ],
};

async function isProvenAddress({ db }: Services, address: string): Promise<boolean> {
  const { kind, value, verifiedAt } = identities;
  const rows = await db.read
    .select({ id: identities.id })
    .from(identities)
    .where(and(eq(kind, 'email'), eq(value, address.toLowerCase()), isNotNull(verifiedAt)))
    .limit(1);
  return rows.length > 0;
}

const texts = {
  ja: {
    subject: (organisation: string, reference: string) =>
      `【${organisation}】お問い合わせを受け付けました（受付番号 ${reference}）`,
    thanks: (organisation: string) =>
      `${organisation}へお問い合わせいただき、ありがとうございます。お問い合わせを受け付けました。`,
    promised: (time: string) => `${time}までに、担当者からお返事します。`,
    reference: '受付番号',
    open: 'お問い合わせの状況を見る',
    answerable:
      '追加のご連絡は、このメールにそのままご返信いただくか、上のページからお送りください。ページはお客様専用ですので、アドレスはほかの方に教えないでください。',
    yours:
      'このページはお客様専用です。追加のご連絡も、このページからお送りください（このメールアドレスでは、ご返信を受け付けておりません）。アドレスはほかの方に教えないでください。',
    yourWords: 'いただいたお問い合わせ：',
    shortened: '長いため、途中までを載せています。全文は上のページでご覧いただけます。',
    articles: 'お返事をお待ちの間に、こちらのページもお役に立つかもしれません。',
    why: (organisation: string) =>
      `${organisation}へのお問い合わせで、このメールアドレスが使われたためお送りしています。お心当たりがない場合は、このまま破棄してください。`,
  },
  en: {
    subject: (organisation: string, reference: string) => `${organisation}: we’ve received your message (${reference})`,
    thanks: (organisation: string) => `Thank you for writing to ${organisation}. We’ve received your message.`,
    promised: (time: string) => `One of us will answer by ${time}.`,
    reference: 'Reference',
    open: 'See your request',
    answerable:
      'If you want to add something, just answer this e-mail, or write to us on that page. The page is yours alone, so please don’t pass its address on.',
    yours:
      'That page is yours alone, so please don’t pass its address on. If you want to add something, write to us there: replies to this e-mail don’t reach us.',
    yourWords: 'You wrote:',
    shortened: 'This is the beginning of a longer message. You can read all of it on the page above.',
    articles: 'While you wait, one of these pages may help:',
    why: (organisation: string) =>
      `You get this e-mail because somebody wrote to ${organisation} with your address. If it wasn’t you, there is nothing you need to do.`,
  },
};

const examples: Record<Language, TicketReceived> = {
  ja: {
    reference: 'M-2K7F',
    subject: '注文と違うサイズが届きました',
    message:
      '昨日届いた靴のサイズが、注文したものと違っていました。\n24.5cmを注文しましたが、箱には25.5cmと書いてあります。\n\n注文番号はA-1048-2231です。交換していただけますか。',
    promisedBy: Date.parse('2099-11-16T18:00:00+09:00'),
    linkId: 'example',
  },
  en: {
    reference: 'M-2K7F',
    subject: 'You sent the wrong size',
    message:
      'The shoes arrived yesterday, but they aren’t the size I ordered.\nI asked for 24.5 cm and the box says 25.5 cm.\n\nMy order number is A-1048-2231. Can I swap them?',
    promisedBy: Date.parse('2099-11-16T18:00:00+09:00'),
    linkId: 'example',
  },
};

import type { Language } from '../../content/schema/languages.ts';
import { greeting } from '../mail/greeting.ts';
import type { MailBlock, MailKind } from '../mail/mail.ts';
import { customerAt } from '../privacy/person.ts';
import { issuedToken, tokenOf } from '../tokens/one-time-tokens.ts';

interface OwnRequests {
  /** Of the token that the link is derived from. */
  tokenId: string;
}

const toSomebody: OwnRequests = { tokenId: 'example-somebody' };
const toNobody: OwnRequests = { tokenId: 'example-nobody' };

/** The link by which whoever reads an address gets to all the requests that were made with it. */
export const ownRequestsMail: MailKind<OwnRequests> = {
  async write({ tokenId }, { services, language, to }) {
    const isExample = tokenId === toSomebody.tokenId || tokenId === toNobody.tokenId;
    if (!isExample && !(await issuedToken(services.db, tokenId, services.clock()))) return null;
    const says = texts[language];
    const organisation = services.portal().organisation[language];
    const isKnown = tokenId === toSomebody.tokenId || (await customerAt(services.db, to.address)) !== null;
    const url = `/${language}/my-requests/${tokenOf(services.secret, tokenId)}/`;
    const blocks: MailBlock[] = isKnown
      ? [{ text: says.text }, { button: says.button, url }, { small: says.expires }]
      : [{ text: says.nothing(organisation) }, { button: says.ask, url: `/${language}/contact/` }];
    return {
      subject: says.subject(organisation),
      blocks: [{ text: greeting(to.name, language) }, ...blocks],
      why: says.why(organisation),
    };
  },
  examples: () => [toSomebody, toNobody],
};

interface OwnRequestsTexts {
  subject: (organisation: string) => string;
  text: string;
  button: string;
  expires: string;
  nothing: (organisation: string) => string;
  ask: string;
  why: (organisation: string) => string;
}

const texts: Record<Language, OwnRequestsTexts> = {
  ja: {
    subject: (organisation) => `【${organisation}】お問い合わせの一覧`,
    text: 'このメールアドレスでいただいたお問い合わせの一覧を、次のページでご覧いただけます。続きのご連絡や、ファイルの追加もそちらからどうぞ。',
    button: 'お問い合わせの一覧を見る',
    expires: 'このリンクは24時間お使いいただけます。ほかの方には転送しないでください。',
    nothing: (organisation) =>
      `このメールアドレスで${organisation}にいただいたお問い合わせは見つかりませんでした。別のアドレスでお問い合わせいただいた場合は、そのアドレスでもう一度お試しください。`,
    ask: 'お問い合わせする',
    why: (organisation) =>
      `${organisation}のヘルプセンターで、お問い合わせの一覧を見るためにこのメールアドレスが入力されました。お心当たりのない場合は、このメールを破棄してください。`,
  },
  en: {
    subject: (organisation) => `Your requests at ${organisation}`,
    text: 'You can see everything you asked us from this e-mail address on the next page, and write back or add files there.',
    button: 'See my requests',
    expires: 'The link works for 24 hours. Please don’t pass it on.',
    nothing: (organisation) =>
      `We found no requests to ${organisation} from this e-mail address. If you wrote from another one, please try that.`,
    ask: 'Contact us',
    why: (organisation) =>
      `You get this e-mail because somebody entered your address in the help centre of ${organisation} to see their requests. If it wasn’t you, please ignore it.`,
  },
};

import { eq } from 'drizzle-orm';
import type { Language } from '../../content/schema/languages.ts';
import { greeting } from '../mail/greeting.ts';
import type { MailBlock, MailKind } from '../mail/mail.ts';
import { stopPath } from '../notices/subscriptions/stop-link.ts';
import { noticeSubscribers } from '../notices/subscriptions/tables.ts';
import type { Services } from '../services.ts';
import { issuedToken, tokenOf } from '../tokens/one-time-tokens.ts';
import type { DataWish } from './contract.ts';
import { isStaffAddress, personAt } from './person.ts';

/** How long the link in the mail works. */
export const wishMinutes = 24 * 60;

/** What the mail is made of: the id of the token that its link is derived from. */
export interface WishPayload {
  tokenId: string;
}

/** Payloads for the gallery: a mail to somebody of whom something is held, and to somebody else. */
const toSomebody: WishPayload = { tokenId: 'example-somebody' };
const toNobody: WishPayload = { tokenId: 'example-nobody' };

/** The link by which somebody who reads an address gets what is held about it, or has it erased. */
export const dataExportMail = wishMail('copy');
export const dataErasureMail = wishMail('erasure');

function wishMail(what: DataWish): MailKind<WishPayload> {
  return {
    async write({ tokenId }, { services, language, to }) {
      const isExample = tokenId === toSomebody.tokenId || tokenId === toNobody.tokenId;
      // It waited so long that its link opens nothing any more.
      if (!isExample && !(await issuedToken(services.db, tokenId, services.clock()))) return null;
      const says = texts[language];
      const organisation = services.portal().organisation[language];
      const isKnown = tokenId === toSomebody.tokenId || (await personAt(services.db, to.address)) !== null;
      const url = `${services.publicUrl}/${language}/my-data/${tokenOf(services.secret, tokenId)}/`;
      const blocks: MailBlock[] = isKnown
        ? [{ text: says[what].text }, { button: says[what].button, url }, { small: says.expires }]
        : await withoutRequests(services, to.address, language);
      return {
        subject: says[what].subject,
        blocks: [{ text: greeting(to.name, language) }, ...blocks],
        why: says.why(organisation),
      };
    },
    examples: () => [toSomebody, toNobody],
  };
}

/** What is said to somebody without requests and account: notices by mail, which stop at once, or an account of staff. */
async function withoutRequests({ db, publicUrl, secret }: Services, address: string, language: Language) {
  const says = texts[language];
  const [subscriber] = await db.read
    .select({ id: noticeSubscribers.id })
    .from(noticeSubscribers)
    .where(eq(noticeSubscribers.address, address.toLowerCase()));
  const staff = (await isStaffAddress(db, address)) ? [{ text: says.staff }] : [];
  if (!subscriber) return staff.length > 0 ? staff : [{ text: says.nothing }];
  return [
    ...staff,
    { text: says.subscribed },
    { button: says.stop, url: `${publicUrl}${stopPath(secret, subscriber.id, language)}` },
  ];
}

interface WishTexts extends Record<DataWish, { subject: string; text: string; button: string }> {
  expires: string;
  nothing: string;
  staff: string;
  subscribed: string;
  stop: string;
  why: (organisation: string) => string;
}

const texts: Record<Language, WishTexts> = {
  ja: {
    copy: {
      subject: '個人データの写しのご用意ができます',
      text: 'このメールアドレスでお預かりしているデータの写しをご希望いただきました。次のページのボタンを押すと、すべてのデータをご覧いただけます。',
      button: '写しを受け取る',
    },
    erasure: {
      subject: '個人データの消去のご確認',
      text: 'このメールアドレスでお預かりしているデータの消去をご希望いただきました。次のページのボタンを押すと、すべて消去します。消去したデータは元に戻せません。',
      button: '消去の確認へ進む',
    },
    expires: 'このリンクは24時間以内に一度だけお使いいただけます。',
    nothing:
      'このメールアドレスでお預かりしているデータについてご依頼をいただきましたが、このアドレスのお客様のデータはお預かりしていません。',
    staff:
      'このメールアドレスはスタッフのアカウントのものです。登録内容は担当者画面の「マイアカウント」でご覧いただけます。アカウントの停止は、管理者（オーナー）にご依頼ください。',
    subscribed:
      'このメールアドレスからのお問い合わせはお預かりしていませんが、お知らせメールにご登録いただいています。次のボタンから配信を停止すると、ご登録のアドレスを消去します。',
    stop: '配信を停止する',
    why: (organisation) =>
      `${organisation}の個人データのお申し込みに、このメールアドレスが入力されたためお送りしています。お心当たりのない場合は、このメールを破棄してください。何も変わりません。`,
  },
  en: {
    copy: {
      subject: 'Your copy of the data we hold',
      text: 'You asked for a copy of everything we hold about this e-mail address. The button on the next page gives you all of it.',
      button: 'Get the copy',
    },
    erasure: {
      subject: 'Please confirm: erase my data',
      text: 'You asked us to erase everything we hold about this e-mail address. The button on the next page erases all of it, for good. It cannot be undone.',
      button: 'Go on to erase it',
    },
    expires: 'The link works once, within 24 hours.',
    nothing: 'You asked about the data we hold for this e-mail address. We hold none.',
    staff:
      'This address belongs to an account of our staff. What we hold of it stands at the desk, under “My account”. Only an owner of the portal can end it: please ask them.',
    subscribed:
      'We hold no requests from this e-mail address, but it gets our notices by e-mail. If you stop them with the button below, we take the address off our list.',
    stop: 'Stop the notices',
    why: (organisation) =>
      `You get this e-mail because somebody asked ${organisation} about the data held for your address. If it wasn’t you, please ignore it. Nothing changes.`,
  },
};

import { greeting } from '../../mail/greeting.ts';
import type { MailKind } from '../../mail/mail.ts';
import { tokenOf } from '../../tickets/private-links.ts';
import { guidelinesUrl } from '../mails/words.ts';

export interface PostMadePrivate {
  linkId: string;
  /** Of its thread. */
  title: string;
  /** What the moderator wrote; may be empty. */
  note: string;
  /** Whether the whole thread went with it. */
  isThread: boolean;
}

/** Tells an author that what they wrote in public is now between them and staff, and where it goes on. */
export const postMadePrivate: MailKind<PostMadePrivate> = {
  takesReplies: true,

  async write({ linkId, title, note, isThread }, { services, language, to }) {
    const says = texts[language];
    const organisation = services.portal().organisation[language];
    return {
      subject: says.subject(organisation),
      blocks: [
        { text: greeting(to.name, language) },
        { text: isThread ? says.thread(organisation) : says.post(organisation) },
        { quote: title },
        ...(note === '' ? [] : [{ text: says.note }, { quote: note }]),
        { text: says.next },
        { button: says.open, url: `/${language}/requests/${tokenOf(services.secret, linkId)}/` },
        { small: says.yours },
        { links: [{ text: says.guidelines, url: guidelinesUrl(language) }] },
      ],
      why: says.why(organisation),
    };
  },

  examples: (language) => [
    { linkId: 'example', title: texts[language].example, note: texts[language].exampleNote, isThread: false },
    { linkId: 'example', title: texts[language].example, note: '', isThread: true },
  ],
};

const texts = {
  ja: {
    subject: (organisation: string) => `【${organisation}】ご投稿を、お問い合わせとして承りました`,
    post: (organisation: string) =>
      `${organisation}のフォーラムへの次のご投稿に、個人情報にあたる内容が含まれていたため、公開を取りやめ、お客様専用のお問い合わせとして承りました。`,
    thread: (organisation: string) =>
      `${organisation}のフォーラムでお立てになった次のスレッドに、個人情報にあたる内容が含まれていたため、公開を取りやめ、お客様専用のお問い合わせとして承りました。`,
    note: '担当者からのメッセージ：',
    next: '担当者からのお返事は、次のページでご覧いただけます。あらためてお送りいただく必要はありません。',
    open: 'お問い合わせの状況を見る',
    yours: 'このページはお客様専用です。アドレスはほかの方に教えないでください。',
    guidelines: 'フォーラムのガイドライン',
    why: (organisation: string) => `${organisation}のフォーラムに投稿された方にお送りしています。`,
    example: '注文した靴が届きません',
    exampleNote: 'ご住所とご注文番号が書かれていましたので、こちらでお調べします。',
  },
  en: {
    subject: (organisation: string) => `${organisation}: we’ve made your post a private request`,
    post: (organisation: string) =>
      `There were personal details in something you posted in the ${organisation} forum. So that not everybody reads them, we’ve taken the post down and made it a request that only you and we can see.`,
    thread: (organisation: string) =>
      `There were personal details in a thread that you started in the ${organisation} forum. So that not everybody reads them, we’ve taken it down and made it a request that only you and we can see.`,
    note: 'They wrote:',
    next: 'You’ll find our answer on the page below. You needn’t send anything again.',
    open: 'See your request',
    yours: 'That page is yours alone, so please don’t pass its address on.',
    guidelines: 'Guidelines of the forum',
    why: (organisation: string) => `You get this e-mail because you posted in the ${organisation} forum.`,
    example: 'My shoes haven’t arrived',
    exampleNote: 'Your address and order number were in it. We’ll look into it here.',
  },
};

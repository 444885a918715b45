import type { MailKind } from '../../mail/mail.ts';
import { greeting } from '../../mail/greeting.ts';
import { tokenOf } from '../../tokens/one-time-tokens.ts';

export interface NoticeConfirmation {
  tokenId: string;
  /** The slug of the category; `null` for all. */
  category: string | null;
}

/** Asks whoever reads an address's mail whether they want notices. */
export const noticeConfirmation: MailKind<NoticeConfirmation> = {
  async write({ tokenId, category }, { services, language }) {
    const says = texts[language];
    const organisation = services.portal().organisation[language];
    const name = services.categories().find(({ slug }) => slug === category)?.name[language];
    return {
      subject: says.subject(organisation),
      blocks: [
        { text: greeting(null, language) },
        { text: says.lead(organisation, name) },
        { button: says.confirm, url: `/${language}/notices/mail/confirm/${tokenOf(services.secret, tokenId)}/` },
        { small: says.until },
      ],
      why: says.why(organisation),
    };
  },

  examples: () => [{ tokenId: 'example', category: null }],
};

const texts = {
  ja: {
    subject: (organisation: string) => `【${organisation}】お知らせメールのご登録の確認`,
    lead: (organisation: string, category: string | undefined) =>
      `${organisation}からのお知らせメール（障害・遅延・休業など${category ? `、「${category}」に関するもの` : ''}）のお申し込みをいただきました。配信を始めるには、次のボタンを押して、開いたページで登録を完了してください。`,
    confirm: '登録の手続きに進む',
    until: 'リンクは48時間有効で、一度だけ使えます。',
    why: (organisation: string) =>
      `${organisation}のお知らせのページに、このメールアドレスが入力されたためお送りしています。お心当たりがない場合は、このまま破棄してください。登録はされません。`,
  },
  en: {
    subject: (organisation: string) => `${organisation}: please confirm that you want notices by e-mail`,
    lead: (organisation: string, category: string | undefined) =>
      `You asked ${organisation} to e-mail you when something is out of order, late or closed${category ? `, as far as it is about “${category}”` : ''}. Use the button below, and confirm it on the page that opens.`,
    confirm: 'Confirm',
    until: 'The link works once, within 48 hours.',
    why: (organisation: string) =>
      `You get this e-mail because somebody gave your address on the notices page of ${organisation}. If it wasn’t you, do nothing, and you won’t be subscribed.`,
  },
};

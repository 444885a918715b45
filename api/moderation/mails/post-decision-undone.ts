import { greeting } from '../../mail/greeting.ts';
import type { MailKind } from '../../mail/mail.ts';
import { ownPageUrl } from './words.ts';

/** Tells an author that a decision they were told of was taken back. */
export const postDecisionUndone: MailKind<{ titles: string[] }> = {
  async write({ titles }, { services, language, to }) {
    const says = texts[language];
    const organisation = services.portal().organisation[language];
    return {
      subject: says.subject(organisation),
      blocks: [
        { text: greeting(to.name, language) },
        { text: says.undone },
        ...titles.map((title) => ({ quote: title })),
        { text: says.sorry },
        { button: says.own, url: ownPageUrl(language) },
      ],
      why: says.why(organisation),
    };
  },
  examples: (language) => [{ titles: [texts[language].example] }],
};

const texts = {
  ja: {
    subject: (organisation: string) => `【${organisation}】ご投稿についての判断を取り消しました`,
    undone: '先日お知らせした、次のご投稿についての判断を取り消しました。',
    sorry: 'ご心配をおかけし、申し訳ございませんでした。いまの状態は、ご自分の投稿のページでご確認いただけます。',
    own: '自分の投稿を見る',
    why: (organisation: string) => `${organisation}のフォーラムに投稿された方にお送りしています。`,
    example: '中敷きは洗えますか',
  },
  en: {
    subject: (organisation: string) => `We have taken back a decision on your post at ${organisation}`,
    undone: 'We wrote to you about this post. That decision has been taken back.',
    sorry: 'We are sorry for the trouble. Your own page in the forum shows where it stands now.',
    own: 'See your posts',
    why: (organisation: string) => `You get this e-mail because you posted in the ${organisation} forum.`,
    example: 'Can I wash the insoles?',
  },
};

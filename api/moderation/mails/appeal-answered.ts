import { eq } from 'drizzle-orm';
import { greeting } from '../../mail/greeting.ts';
import type { MailBlock, MailKind } from '../../mail/mail.ts';
import { appeals } from '../tables.ts';
import { guidelinesUrl, ownPageUrl } from './words.ts';

interface AppealAnswered {
  appeal: string;
  title: string;
  verdict: 'upheld' | 'reversed';
  answer: string;
}

/** Tells an author what came of their appeal. Nothing, if the answer was taken back meanwhile. */
export const appealAnswered: MailKind<AppealAnswered> = {
  async write({ appeal, title, verdict, answer }, { services, language, to }) {
    if (appeal !== 'example') {
      const [row] = await services.db.read.select({ state: appeals.state }).from(appeals).where(eq(appeals.id, appeal));
      if (row?.state !== verdict) return null;
    }
    const says = texts[language];
    const organisation = services.portal().organisation[language];
    const blocks: MailBlock[] = [
      { text: greeting(to.name, language) },
      { text: verdict === 'reversed' ? says.reversed : says.upheld },
      { quote: title },
      { text: says.answer },
      { quote: answer },
      { button: says.own, url: ownPageUrl(language) },
      ...(verdict === 'upheld' ? [{ links: [{ text: says.guidelines, url: guidelinesUrl(language) }] }] : []),
    ];
    return { subject: says.subject(organisation), blocks, why: says.why(organisation) };
  },
  examples: (language) => {
    const { example, reversedAnswer, upheldAnswer } = texts[language];
    return [
      { appeal: 'example', title: example, verdict: 'reversed', answer: reversedAnswer },
      { appeal: 'example', title: example, verdict: 'upheld', answer: upheldAnswer },
    ];
  },
};

const texts = {
  ja: {
    subject: (organisation: string) => `【${organisation}】再確認の結果をお知らせします`,
    reversed: '再確認のお申し出を受けて、別の担当者が確認しました。ご投稿は掲載いたします。',
    upheld: '再確認のお申し出を受けて、あらためて確認しました。ご投稿は、引き続き掲載しないことといたします。',
    answer: '担当者からのメッセージ：',
    own: '自分の投稿を見る',
    guidelines: 'フォーラムのガイドライン',
    why: (organisation: string) => `${organisation}のフォーラムで再確認をお申し出いただいた方にお送りしています。`,
    example: '中敷きは洗えますか',
    reversedAnswer: 'ご指摘のとおり、個人情報ではありませんでした。失礼いたしました。',
    upheldAnswer: 'ほかの方のお名前が書かれているため、掲載できません。',
  },
  en: {
    subject: (organisation: string) => `We looked again at your post at ${organisation}`,
    reversed: 'You asked us to look again. We did, and you were right: your post is shown.',
    upheld: 'You asked us to look again, and we did. The decision on your post stands.',
    answer: 'They wrote:',
    own: 'See your posts',
    guidelines: 'Guidelines of the forum',
    why: (organisation: string) =>
      `You get this e-mail because you appealed against a decision in the ${organisation} forum.`,
    example: 'Can I wash the insoles?',
    reversedAnswer: 'That was no personal data after all. We are sorry.',
    upheldAnswer: 'There is somebody else’s name in it, so we can’t show it.',
  },
};

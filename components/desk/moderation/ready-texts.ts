import type { AppealAnswer } from '../../../api/moderation/contract.ts';

type InBoth = Readonly<Record<'ja' | 'en', string>>;

/** What authors are told where nobody writes anything else, in their language. */
export const readyAnswers: Record<AppealAnswer['verdict'], InBoth> = {
  upheld: {
    ja: '別の担当者があらためて確認しましたが、当初の判断のとおりといたします。',
    en: 'Somebody else has looked at it again, and the decision stands.',
  },
  reversed: {
    ja: 'あらためて確認した結果、ご投稿を掲載いたしました。お知らせいただき、ありがとうございました。',
    en: 'We looked at it again, and your post is shown. Thank you for telling us.',
  },
};

export const readyTicketNote: InBoth = {
  ja: '個人情報が含まれていたため、公開の場から外し、お問い合わせとして承りました。',
  en: 'It held personal data, so we took it out of the forum and will answer you in private.',
};

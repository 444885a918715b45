import { QuestionFinder } from '../../../../components/search/core/finder.ts';
import type { IndexedPage } from '../../../../components/search/core/question-index.ts';
import type { Language } from '../../../../content/schema/languages.ts';

/** Of pages that answer, the nearest phrase is at least so near; of those that do not, less than `faint`. */
export const near = 0.12;
export const faint = 0.3;

type Draft = Pick<IndexedPage, 'title' | 'answer' | 'asked'> & Partial<Pick<IndexedPage, 'headings'>>;

/** An index of pages, each by its slug. */
export function pagesOf(language: Language, drafts: Record<string, Draft>): IndexedPage[] {
  return Object.entries(drafts).map(([slug, draft]) => ({
    url: `/${language}/faq/${slug}/`,
    fragment: slug,
    kind: 'faq',
    category: 'shop',
    headings: [],
    ...draft,
  }));
}

export const japanese = new QuestionFinder({
  language: 'ja',
  pages: pagesOf('ja', {
    'return-policy': {
      title: '返品できる条件',
      answer: '到着から30日以内で、屋外で使っていなければ返品できます。',
      asked: ['返品したい', '箱がない', '一度履いた靴'],
      headings: [
        ['返品の送り方', 'send'],
        ['返金の時期', 'refund-date'],
      ],
    },
    'change-address': {
      title: '引っ越したときの住所の変更',
      answer: 'マイページのお届け先から変更できます。',
      asked: ['引っ越し', '住所変更'],
    },
    warranty: {
      title: '保証の期間',
      answer: 'お買い上げから2年間、無料で修理します。',
      asked: ['保証書', '保証は何年'],
    },
    receipt: { title: '領収書の発行', answer: '注文履歴から印刷できます。', asked: ['領収書がほしい', '宛名を変える'] },
    'reset-password': {
      title: 'パスワードの再設定',
      answer: 'ログイン画面から新しく決められます。',
      asked: ['パスワードを忘れた', 'ログインできない'],
    },
    'delete-account': {
      title: '退会の手続き',
      answer: 'マイページから退会できます。',
      asked: ['退会したい', '登録を消す'],
    },
    'payment-methods': {
      title: 'お支払い方法',
      answer: 'クレジットカードとPayPayが使えます。',
      asked: ['クレジットカード', 'PayPayで払う'],
    },
    'gift-wrapping': { title: 'ギフト包装', answer: '一足330円で承ります。', asked: ['ラッピング', 'のしを付ける'] },
  }),
  readings: {
    保証: 'ほしょう',
    補償: 'ほしょう',
    保障: 'ほしょう',
    期間: 'きかん',
    領収: 'りょうしゅう',
    書: 'しょ',
    所: 'しょ',
    退会: 'たいかい',
    大会: 'たいかい',
    返品: 'へんぴん',
    住所: 'じゅうしょ',
    変更: 'へんこう',
  },
  synonyms: { クレカ: ['クレジットカード'], 会員をやめ: ['退会'] },
});

export const english = new QuestionFinder({
  language: 'en',
  pages: pagesOf('en', {
    'return-policy': {
      title: 'Which shoes can I send back?',
      answer: 'Any pair that was worn only indoors, within 30 days of delivery.',
      asked: ['return shoes', 'no box any more', 'worn once'],
      headings: [
        ['How to pack them', 'pack'],
        ['When the money arrives', 'money'],
      ],
    },
    'change-address': {
      title: 'I have moved',
      answer: 'Change where we deliver on your account page.',
      asked: ['new address', 'moved house'],
    },
    warranty: { title: 'How long is the guarantee?', answer: 'Two years.', asked: ['guarantee', 'repair for free'] },
    'invoice-download': { title: 'Print an invoice', answer: 'From your orders.', asked: ['invoice', 'tax document'] },
    'reset-password': {
      title: 'Choose a new password',
      answer: 'From the sign-in page.',
      asked: ['forgot my password', "can't sign in", "it doesn't accept me"],
    },
    'delete-account': {
      title: 'Delete your account',
      answer: 'In settings.',
      asked: ['leave for good', 'remove my data'],
    },
    'gift-card-balance': { title: 'Use a gift card', answer: 'At the checkout.', asked: ['coupon', 'gift card code'] },
    'size-chart': { title: 'Measure your feet', answer: 'Stand on paper.', asked: ['which size am I', 'foot length'] },
  }),
  readings: {},
  synonyms: { voucher: ['coupon', 'gift card'], bill: ['invoice'] },
});

/** What is found first, if anything. */
export const firstFor = (finder: QuestionFinder, query: string) => finder.find(query)[0];

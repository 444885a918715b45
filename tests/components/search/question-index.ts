import { onTestFinished, vi } from 'vitest';
import type { IndexedPage, QuestionIndexFile } from '../../../components/search/core/question-index.ts';
import type { Language } from '../../../content/schema/languages.ts';

const categories = [
  { slug: 'returns', name: '返品・交換' },
  { slug: 'delivery', name: 'お届け' },
];

export const returnPolicy: IndexedPage = {
  url: '/ja/faq/return-policy/',
  fragment: 'ja_returns',
  kind: 'faq',
  category: 'returns',
  title: '返品できる条件',
  answer: '到着から30日以内なら返品できます。<b>',
  asked: ['買ったものを返したい', '返送 期限', '靴 返品'],
  headings: [['返品できないもの', 'not-returnable']],
};

export const deliveryFees: IndexedPage = {
  url: '/ja/faq/delivery-fees/',
  fragment: 'ja_fees',
  kind: 'faq',
  category: 'delivery',
  title: '送料はいくらですか',
  answer: '全国一律550円です。',
  asked: ['送料無料', '運賃'],
  headings: [],
};

export const returnSteps: IndexedPage = {
  url: '/ja/guides/start-a-return/',
  fragment: 'ja_steps',
  kind: 'guides',
  category: 'returns',
  title: '返品の手続きのしかた',
  answer: 'マイページから手続きできます。',
  asked: ['返品したい', '返品 手順'],
  headings: [],
};

export const japanese: QuestionIndexFile = {
  version: 2,
  language: 'ja',
  pages: [returnPolicy, deliveryFees],
  readings: { 返品: 'へんぴん', 送料: 'そうりょう' },
  synonyms: {},
  categories,
};

export const english: QuestionIndexFile = {
  version: 2,
  language: 'en',
  pages: [
    {
      url: '/en/faq/gdpr/',
      fragment: 'en_gdpr',
      kind: 'faq',
      category: 'account',
      title: 'Personal data',
      answer: 'Ask us.',
      asked: ['your zebra policy'],
      headings: [],
    },
  ],
  readings: {},
  synonyms: {},
  categories: [{ slug: 'account', name: 'Your account' }],
};

/** Serves question indexes where the built ones would be; `'unreachable'` is a network that is gone. */
export function serveQuestions(
  files: Partial<Record<Language, QuestionIndexFile>> = {},
): Record<Language, QuestionIndexFile | 'unreachable'> {
  const served: Record<Language, QuestionIndexFile | 'unreachable'> = {
    ja: japanese,
    en: { ...english, pages: [] },
    ...files,
  };
  vi.stubGlobal('fetch', async (url: string) => {
    const file = served[url.endsWith('en.json') ? 'en' : 'ja'];
    if (file === 'unreachable') throw new TypeError('Failed to fetch');
    return Response.json(file);
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return served;
}

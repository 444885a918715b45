import { describe, expect, it } from 'vitest';
import { QuestionFinder } from '../../../../components/search/core/finder.ts';
import type { IndexedPage } from '../../../../components/search/core/question-index.ts';
import type { Language } from '../../../../content/schema/languages.ts';

/** Of pages that answer, the nearest phrase is at least so near; of those that do not, less than `faint`. */
const near = 0.12;
const faint = 0.3;

type Draft = Pick<IndexedPage, 'title' | 'answer' | 'asked'> & Partial<Pick<IndexedPage, 'headings'>>;

function pagesOf(language: Language, drafts: Record<string, Draft>): IndexedPage[] {
  return Object.entries(drafts).map(([slug, draft]) => ({
    url: `/${language}/faq/${slug}/`,
    fragment: slug,
    kind: 'faq',
    category: 'shop',
    headings: [],
    ...draft,
  }));
}

const japanese = new QuestionFinder({
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

const english = new QuestionFinder({
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

const firstFor = (finder: QuestionFinder, query: string) => finder.find(query)[0];

describe('finding in Japanese', () => {
  it.for([
    { query: 'ﾊﾟｽﾜｰﾄﾞ', slug: 'reset-password', what: 'half-width kana' },
    { query: 'ぱすわーど', slug: 'reset-password', what: 'hiragana for katakana' },
    { query: '引越し', slug: 'change-address', what: 'okurigana left out' },
    { query: '引っ越し', slug: 'change-address', what: 'okurigana in full' },
    { query: '引越', slug: 'change-address', what: 'no okurigana at all' },
    { query: 'りょうしゅうしょ', slug: 'receipt', what: 'kana never converted' },
    { query: 'たいかい', slug: 'delete-account', what: 'kana never converted' },
    { query: 'じゅうしょへんこう', slug: 'change-address', what: 'kana never converted' },
    { query: 'taikai', slug: 'delete-account', what: 'romaji' },
    { query: 'RYOUSHUUSHO', slug: 'receipt', what: 'romaji in capitals' },
    { query: 'ryousyuusyo', slug: 'receipt', what: 'romaji as some type it' },
    { query: '補償', slug: 'warranty', what: 'a word that sounds the same' },
    { query: '保障期間', slug: 'warranty', what: 'a word that sounds the same' },
    { query: '領収所', slug: 'receipt', what: 'a letter that sounds the same' },
    { query: '大会したい', slug: 'delete-account', what: 'a word that sounds the same' },
    { query: 'パスワド', slug: 'reset-password', what: 'a letter left out' },
    { query: 'paypya', slug: 'payment-methods', what: 'letters swapped' },
    { query: 'クレカ', slug: 'payment-methods', what: 'a customer’s word' },
    { query: '会員をやめたい', slug: 'delete-account', what: 'a customer’s phrase' },
    { query: '一度外で履いてしまった靴は返品できますか？', slug: 'return-policy', what: 'a whole sentence' },
    { query: 'パスワードを忘れてログインできないのですが', slug: 'reset-password', what: 'a whole sentence' },
    { query: 'warranty', slug: 'warranty', what: 'a word of the address' },
    { query: 'gift wrapping', slug: 'gift-wrapping', what: 'words of the address' },
  ])('understands $what: “$query”', ({ query, slug }) => {
    const first = firstFor(japanese, query);
    expect(first?.page.url).toBe(`/ja/faq/${slug}/`);
    expect(first?.nearest).toBeGreaterThanOrEqual(near);
  });

  it('leads to the heading that is nearest', () => {
    expect(firstFor(japanese, '返金の時期')).toMatchObject({
      page: { url: '/ja/faq/return-policy/' },
      anchor: 'refund-date',
    });
    expect(firstFor(japanese, '返品の送り方')?.anchor).toBe('send');
  });

  it.for(['火星の天気', '株価', '東京都知事選挙'])('finds “%s” faintly at most', (query) => {
    for (const { nearest } of japanese.find(query)) expect(nearest).toBeLessThan(faint);
  });
});

describe('finding in English', () => {
  it.for([
    { query: 'PASSWORD', slug: 'reset-password', what: 'capitals' },
    { query: 'ｐａｓｓｗｏｒｄ', slug: 'reset-password', what: 'full-width letters' },
    { query: 'returning shoes', slug: 'return-policy', what: 'another form of a word' },
    { query: 'pasword', slug: 'reset-password', what: 'a letter left out' },
    { query: 'gaurantee', slug: 'warranty', what: 'letters swapped' },
    { query: 'invoise', slug: 'invoice-download', what: 'a letter changed' },
    { query: 'voucher', slug: 'gift-card-balance', what: 'a customer’s word' },
    { query: 'where is my bill', slug: 'invoice-download', what: 'a customer’s word in a sentence' },
    { query: 'vuocher', slug: 'gift-card-balance', what: 'a customer’s word, misspelt' },
    { query: "it doesn't accept me", slug: 'reset-password', what: 'an apostrophe' },
    {
      query: 'Hello, I wore the shoes once, can I still return them?',
      slug: 'return-policy',
      what: 'a whole sentence',
    },
    { query: 'I moved last week, how do I tell you my new address?', slug: 'change-address', what: 'a whole sentence' },
    { query: 'warranty', slug: 'warranty', what: 'a word of the address' },
    { query: 'balance', slug: 'gift-card-balance', what: 'a word of the address' },
  ])('understands $what: “$query”', ({ query, slug }) => {
    const first = firstFor(english, query);
    expect(first?.page.url).toBe(`/en/faq/${slug}/`);
    expect(first?.nearest).toBeGreaterThanOrEqual(near);
  });

  it('leads to the heading that is nearest', () => {
    expect(firstFor(english, 'when does the money arrive')).toMatchObject({
      page: { url: '/en/faq/return-policy/' },
      anchor: 'money',
    });
  });

  it('leads to the page itself when its title, what was asked or its address is nearest', () => {
    for (const query of ['Which shoes can I send back?', 'worn once', 'return policy']) {
      expect(firstFor(english, query)).toMatchObject({ page: { url: '/en/faq/return-policy/' }, anchor: null });
    }
  });

  it.for(['weather on mars', 'football results', 'quantum physics'])('finds “%s” faintly at most', (query) => {
    for (const { nearest } of english.find(query)) expect(nearest).toBeLessThan(faint);
  });
});

describe('what is found', () => {
  it('comes likest first, each page once', () => {
    for (const found of [japanese.find('クレカで返品'), english.find('voucher or bill for shoes')]) {
      const urls = found.map(({ page }) => page.url);
      expect(found.length).toBeGreaterThan(1);
      expect(new Set(urls).size).toBe(urls.length);
      expect(found.map(({ score }) => score)).toEqual(
        found.map(({ score }) => score).sort((one, other) => other - one),
      );
    }
  });

  it('is nothing among no pages', () => {
    for (const language of ['ja', 'en'] as const) {
      const empty = new QuestionFinder({ language, pages: [], readings: {}, synonyms: {} });
      expect(empty.find('返品 refund')).toEqual([]);
    }
  });

  it.for(['', ' ', '　', '？', '!!!'])('is nothing for “%s”', (query) => {
    expect(japanese.find(query)).toEqual([]);
    expect(english.find(query)).toEqual([]);
  });
});

describe('whatever is typed', () => {
  it.for([
    { what: 'ten thousand letters', query: 'a'.repeat(10_000) },
    { what: 'ten thousand kanji', query: '返品'.repeat(5000) },
    { what: 'ten thousand letters of words', query: 'refnud passwrod '.repeat(625) },
    { what: 'ten thousand spaces', query: `返品${' '.repeat(10_000)}靴` },
    { what: 'a politeness without end', query: 'て'.repeat(10_000) },
    { what: 'long marks without end', query: 'ー'.repeat(10_000) },
    { what: 'control characters', query: '\u0000\u0001return\u0007\u001B[31m\u007F\u200B返品' },
    { what: 'lone surrogates', query: '\uD83D返品\uDE00 return \uD800' },
    { what: 'right-to-left text', query: '\u202Eإرجاع الأحذية\u202C return 返品' },
    { what: 'HTML', query: '<img src=x onerror="alert(1)">返品</script> return &amp;' },
    { what: 'a pattern', query: '(.*)+[return\\^$|?{2,返品' },
    { what: 'a replacement', query: "$& $1 $` $' return 返品" },
    { what: '__proto__', query: '__proto__' },
    { what: 'constructor', query: 'constructor' },
    { what: 'what every object has', query: 'toString hasOwnProperty valueOf __defineGetter__' },
    { what: 'emoji', query: '👟👨‍👩‍👧 return 返品' },
    { what: 'marks piled upon a letter', query: `e${'\u0301'.repeat(5000)}` },
  ])('scores are numbers, and nothing breaks: $what', ({ query }) => {
    for (const { score, nearest } of [...japanese.find(query), ...english.find(query)]) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(Infinity);
      expect(nearest).toBeGreaterThan(0);
      expect(nearest).toBeLessThanOrEqual(1);
    }
  });

  it('a query among noise still finds its page', () => {
    expect(firstFor(japanese, '<b>返品</b>(*\u0000)')?.page.url).toBe('/ja/faq/return-policy/');
    expect(firstFor(english, '[guarantee]\u202E\uD800')?.page.url).toBe('/en/faq/warranty/');
  });

  it('the words of every object are words like any other', () => {
    const finder = new QuestionFinder({
      language: 'en',
      pages: pagesOf('en', {
        proto: { title: '__proto__', answer: 'An object.', asked: [] },
        builder: { title: 'constructor', answer: 'A function.', asked: [] },
      }),
      readings: {},
      synonyms: {},
    });
    expect(firstFor(finder, 'constructor')?.page.title).toBe('constructor');
    expect(firstFor(finder, '__proto__')?.page.title).toBe('__proto__');
  });

  it('a page named exactly is as near as can be', () => {
    expect(firstFor(english, 'Measure your feet')?.nearest).toBe(1);
  });
});

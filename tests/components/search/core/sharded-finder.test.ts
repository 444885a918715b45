import { describe, expect, it } from 'vitest';
import { QuestionFinder } from '../../../../components/search/core/finder.ts';
import type { IndexedPage, WholeIndexFile } from '../../../../components/search/core/question-index.ts';
import { openQuestions } from '../../../../components/search/core/questions.ts';
import { ShardedFinder } from '../../../../components/search/core/sharded-finder.ts';
import type { Language } from '../../../../content/schema/languages.ts';
import { shardsOf } from '../../../../site/build/question-shards.ts';

/** Six things a shop writes about, each for many goods: more pages than one shard holds. */
const goods = {
  en: ['boots', 'sandals', 'trainers', 'slippers', 'clogs', 'loafers', 'brogues', 'moccasins', 'wellingtons', 'pumps'],
  ja: ['長靴', '草履', '運動靴', '上履き', '木靴', '革靴', '短靴', '登山靴', '雪駄', '下駄'],
};
const asked = {
  en: ['Returning your', 'Cleaning', 'Guarantee for', 'Measuring feet for', 'Repairing broken', 'Delivery times of'],
  ja: ['の返品', 'のお手入れ', 'の保証', 'の寸法の測り方', 'の修理', 'の配達日数'],
};
const readings = {
  保証: 'ほしょう',
  補償: 'ほしょう',
  返品: 'へんぴん',
  修理: 'しゅうり',
  長靴: 'ながぐつ',
  革靴: 'かわぐつ',
  下駄: 'げた',
};

/** Sizes of shards at which even this is too large for one. */
const small = { terms: 300, pages: 1500 };

function indexOf(language: Language): WholeIndexFile {
  const pages = goods[language].flatMap((good, number) =>
    asked[language].map((subject, at): IndexedPage => {
      const title = language === 'ja' ? `${good}${subject}` : `${subject} ${good}`;
      return {
        url: `/${language}/faq/${number}-${at}/`,
        fragment: `${language}_${number}_${at}`,
        kind: 'faq',
        category: 'shop',
        title,
        answer: language === 'ja' ? `${title}について、店でお答えします。` : `Our shop tells you all about it.`,
        asked: [],
        headings: [[language === 'ja' ? `${good}の特別な注意` : `Special care of ${good}`, `care-${number}`]],
      };
    }),
  );
  return {
    version: 2,
    language,
    categories: [{ slug: 'shop', name: 'Shop' }],
    synonyms: language === 'en' ? { voucher: ['guarantee'] } : { クーポン: ['保証'] },
    pages,
    readings: language === 'ja' ? readings : {},
  };
}

/** The finder of a language, with what it loads. */
function sharded(language: Language, isThere: (path: string) => boolean = () => true) {
  const { first, files } = shardsOf(indexOf(language), small);
  const loaded: string[] = [];
  const finder = new ShardedFinder(first, async (path) => {
    loaded.push(path.split('/').at(-1) ?? '');
    if (!files.has(path) || !isThere(path)) throw new Error(`no ${path}`);
    return structuredClone(files.get(path));
  });
  return { finder, loaded, first, files };
}

async function firstTitle(finder: ShardedFinder, query: string): Promise<string | undefined> {
  return (await finder.find(query))[0]?.page.title;
}

describe('an index in shards', () => {
  it('has several shards of pages here, so that these tests mean something', () => {
    for (const language of ['ja', 'en'] as const) {
      const names = [...sharded(language).files.keys()];
      expect(names.filter((name) => name.includes('/pages-')).length).toBeGreaterThan(2);
      expect(names.filter((name) => name.includes('/terms-')).length).toBeGreaterThan(2);
    }
  });

  it.for([
    { language: 'en', query: 'returning sandals', title: 'Returning your sandals' },
    { language: 'en', query: 'how long does the delivery of clogs take?', title: 'Delivery times of clogs' },
    { language: 'en', query: 'retruning your wellingtons', title: 'Returning your wellingtons' },
    { language: 'en', query: 'voucher for pumps', title: 'Guarantee for pumps' },
    { language: 'ja', query: '登山靴 返品', title: '登山靴の返品' },
    { language: 'ja', query: '革靴の補償', title: '革靴の保証' },
    { language: 'ja', query: 'ながぐつ しゅうり', title: '長靴の修理' },
    { language: 'ja', query: 'getanohenpin', title: '下駄の返品' },
    { language: 'ja', query: '草履のクーポン', title: '草履の保証' },
    { language: 'ja', query: '下駄の配達日数について教えてください', title: '下駄の配達日数' },
  ] as const)('answers “$query” like the whole', async ({ language, query, title }) => {
    expect(new QuestionFinder(indexOf(language)).find(query)[0]?.page.title).toBe(title);
    expect(await firstTitle(sharded(language).finder, query)).toBe(title);
  });

  it('finds what the whole finds: every title, every beginning of a word, every word of two kana', async () => {
    for (const language of ['ja', 'en'] as const) {
      const whole = new QuestionFinder(indexOf(language));
      const { finder, first } = sharded(language);
      const titles = indexOf(language).pages.map(({ title }) => title);
      const beginnings = first.terms
        .filter((term) => term.startsWith('w'))
        .flatMap((term) => Array.from({ length: term.length - 2 }, (_, at) => term.slice(1, at + 3)));
      const short = language === 'ja' ? ['げた', 'geta', 'ゲタ'] : [];
      for (const query of [...titles, ...beginnings, ...short]) {
        const [wanted] = whole.find(query);
        const found = await finder.find(query);
        expect(found.length > 0, query).toBe(wanted !== undefined);
        if (titles.includes(query)) expect(found[0]?.page.title).toBe(wanted?.page.title);
      }
    }
  });

  it('leaves out what is not wanted before it counts', async () => {
    const { finder } = sharded('en');
    const found = await finder.find('returning', { isWanted: ({ title }) => title.includes('moccasins') });
    expect(found.map(({ page }) => page.title)).toContain('Returning your moccasins');
    expect(found.every(({ page }) => page.title.includes('moccasins'))).toBe(true);
  });

  it('does not wait for a shard that never comes, once its query is given up', async () => {
    const { first, files } = sharded('en');
    let isStuck = true;
    const finder = new ShardedFinder(first, (path) =>
      isStuck ? new Promise(() => undefined) : Promise.resolve(files.get(path)),
    );
    const controller = new AbortController();
    void finder.find('returning boots', { signal: controller.signal });
    const next = finder.find('cleaning');
    isStuck = false;
    controller.abort();
    expect((await next).length).toBeGreaterThan(0);
  });

  it('leads to the heading that is meant', async () => {
    const [found] = await sharded('en').finder.find('special care of brogues');
    expect(found?.anchor).toBe('care-6');
  });

  it('answers while the last word is being written, without the list of all words', async () => {
    const { finder, loaded } = sharded('en');
    expect(await firstTitle(finder, 'returning mocc')).toBe('Returning your moccasins');
    expect(loaded).not.toContain('words.json');
    expect(await firstTitle(finder, 'returning mocasins ')).toBe('Returning your moccasins');
    expect(loaded).toContain('words.json');
  });

  it('loads each shard once', async () => {
    const { finder, loaded } = sharded('en');
    await finder.find('returning sandals');
    const before = loaded.length;
    await finder.find('returning sandals');
    expect(loaded).toHaveLength(before);
    expect(new Set(loaded).size).toBe(before);
  });

  it('gives up a query that nobody waits for any more, and answers the next', async () => {
    const { finder, loaded } = sharded('en');
    const controller = new AbortController();
    const first = finder.find('returning boots', { signal: controller.signal });
    const next = finder.find('cleaning clogs');
    controller.abort(new Error('typed on'));
    await expect(first).rejects.toThrow('typed on');
    expect((await next)[0]?.page.title).toBe('Cleaning clogs');
    expect(loaded.length).toBeGreaterThan(0);
  });

  it('answers with what it has when a shard is missing, and asks for it again', async () => {
    const intact = sharded('en');
    await intact.finder.find('returning boots');
    const [one = '', ...others] = intact.loaded.filter((name) => name.startsWith('terms-'));
    expect(others.length).toBeGreaterThan(0);

    let isBroken = true;
    const { finder, loaded } = sharded('en', (path) => !isBroken || !path.endsWith(one));
    expect(await firstTitle(finder, 'returning boots')).toBeDefined();
    isBroken = false;
    expect(await firstTitle(finder, 'returning boots')).toBe('Returning your boots');
    expect(loaded.filter((name) => name === one).length).toBeGreaterThan(1);
  });

  it('rejects when no shard can be had', async () => {
    await expect(sharded('ja', () => false).finder.find('革靴の返品')).rejects.toThrow('No shard can be had');
    const { finder } = sharded('en', (path) => !path.includes('/pages-'));
    await expect(finder.find('returning sandals')).rejects.toThrow('No shard can be had');
  });

  it.for(['', ' ', '🥾', '\u0000\u0007', '\uD800', '\u202Eabc', '<b>', 'x'.repeat(10_000), '靴'.repeat(10_000)])(
    'finds nothing wrong with odd query number %#',
    async (query) => {
      for (const language of ['ja', 'en'] as const)
        expect(Array.isArray(await sharded(language).finder.find(query))).toBe(true);
    },
  );

  it('is named by what it holds', () => {
    expect(sharded('en').first.folder).toBe(sharded('en').first.folder);
    const other = indexOf('en');
    other.pages[0]?.asked.push('something new');
    expect(shardsOf(other).first.folder).not.toBe(sharded('en').first.folder);
  });
});

describe('the file that is loaded first', () => {
  it('opens whole or in shards alike', async () => {
    const { first, files } = sharded('en');
    const inShards = openQuestions(first, async (path) => files.get(path));
    const whole = openQuestions(indexOf('en'), () => Promise.reject(new Error('needs nothing else')));
    for (const questions of [inShards, whole]) {
      expect(questions.categories).toEqual([{ slug: 'shop', name: 'Shop' }]);
      expect((await questions.find('cleaning clogs'))[0]?.page.title).toBe('Cleaning clogs');
    }
  });

  it('of another version is refused', () => {
    const old = { ...indexOf('en'), version: 1 } as unknown as WholeIndexFile;
    expect(() => openQuestions(old, async () => null)).toThrow('of another version');
  });
});

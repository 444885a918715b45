import { mkdtemp, mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { publish } from '../../../site/content-check/addresses.ts';
import { checkTree, page, portalFile, put } from '../../support/content-tree.ts';
import { expectOneFinding, type Mistake } from './mistakes.ts';

const list = 'content/addresses.txt';
const until = (day: string) => put(`expires: ${day}\nreviewed`, 'reviewed');
const withFormerly = (addresses: string) => put(`formerly: [${addresses}]\nrank: 3`, 'rank: 3');

const mistakes: Mistake[] = [
  {
    what: 'a former address with its language',
    instead: 'rank: 3',
    write: 'formerly: [en/faq/returns]',
    line: 11,
    says: ['formerly.0', 'an address without its language', 'got "en/faq/returns"'],
    example: '- "faq/return-policy"',
  },
  {
    what: 'a former address that is a page',
    instead: 'rank: 3',
    write: 'formerly: [faq/exchange-size]',
    line: 11,
    says: ['/en/faq/exchange-size/ is a page', 'content/faq/en/exchange-size.mdx'],
    example: 'formerly: [] without it',
  },
  {
    what: 'a page that was formerly itself',
    instead: 'rank: 3',
    write: 'formerly: [faq/return-policy]',
    line: 11,
    says: ['/en/faq/return-policy/ is a page'],
    example: 'formerly: [] without it',
  },
  {
    what: 'a former address that is named twice',
    instead: 'rank: 3',
    write: 'formerly: [faq/returns, faq/returns]',
    line: 11,
    says: ['/en/faq/returns/ leads to /en/faq/return-policy/ already'],
    example: 'formerly: [] without it',
  },
];

describe('a page that had another address', () => {
  it('is where the old address leads, in its language', async () => {
    const { findings, redirects } = await checkTree({ [page]: withFormerly('faq/returns, guides/send-back') });
    expect(findings).toEqual([]);
    expect(redirects).toEqual({
      '/en/faq/returns/': '/en/faq/return-policy/',
      '/en/guides/send-back/': '/en/faq/return-policy/',
    });
  });

  it('may be a category, in every language', async () => {
    const { findings, redirects } = await checkTree({
      [portalFile]: put('formerly: [categories/refunds]\n    name: { ja: 返品', 'name: { ja: 返品'),
    });
    expect(findings).toEqual([]);
    expect(redirects).toEqual({
      '/ja/categories/refunds/': '/ja/categories/returns/',
      '/en/categories/refunds/': '/en/categories/returns/',
    });
  });

  it.for(mistakes)('$what is found', async (mistake) => {
    await expectOneFinding(page, mistake);
  });

  it('is one page only: two that claim an address are found', async () => {
    const other = 'content/faq/en/exchange-size.mdx';
    const { findings } = await checkTree({
      [page]: withFormerly('faq/returns'),
      [other]: put('formerly: [faq/returns]\nreviewed', 'reviewed'),
    });
    expect(findings).toMatchObject([{ reason: expect.stringContaining('/en/faq/returns/ leads to') }]);
  });

  it('is offered where a text still links to the old address', async () => {
    const { findings } = await checkTree({
      [page]: put('/en/faq/sizes/', '/en/faq/exchange-size/'),
      'content/faq/en/exchange-size.mdx': put('formerly: [faq/sizes]\nreviewed', 'reviewed'),
    });
    expect(findings).toEqual([
      {
        file: page,
        line: 17,
        reason: 'The page /en/faq/sizes/ has another address now.',
        example: '/en/faq/exchange-size/',
      },
    ]);
  });
});

describe('a published address', () => {
  it('whose page is gone is found in the list, and the example mends it', async () => {
    const listed = '# Addresses\n\n/en/faq/return-policy/\n/en/faq/old-return-policy/\n';
    const gone = await checkTree({ [list]: listed });
    expect(gone.findings).toEqual([
      {
        file: list,
        line: 4,
        reason: 'The page /en/faq/old-return-policy/ is gone, and no page says that it took its place.',
        example: `formerly: [faq/old-return-policy] in ${page}`,
      },
    ]);
    const mended = await checkTree({ [list]: listed, [page]: withFormerly('faq/old-return-policy') });
    expect(mended.findings).toEqual([]);
  });

  it('is not missed because its page cannot be read', async () => {
    const { findings } = await checkTree({ [list]: '/en/faq/return-policy/\n', [page]: 'Hello' });
    expect(findings.map(({ file }) => file)).not.toContain(list);
  });

  it('is every page’s: those that the list does not hold are named', async () => {
    const { unlisted, findings } = await checkTree({ [list]: '/en/faq/return-policy/\n/ja/categories/returns/\n' });
    expect(findings).toEqual([]);
    expect(unlisted).toHaveLength(8);
    expect(unlisted).toContain('/en/categories/returns/');
    expect(unlisted).not.toContain('/en/faq/return-policy/');
  });

  it('is added to the list in its place, once', async () => {
    const root = await mkdtemp(join(tmpdir(), 'madoguchi-addresses-'));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    await mkdir(join(root, 'content'));
    await publish(root, ['/ja/faq/b/', '/en/faq/c/']);
    await publish(root, ['/ja/faq/a/']);
    const lines = (await readFile(join(root, list), 'utf8')).split('\n').filter((line) => !line.startsWith('#'));
    expect(lines).toEqual(['/en/faq/c/', '/ja/faq/a/', '/ja/faq/b/', '']);
  });
});

describe('a page that holds until a day', () => {
  const url = '/en/faq/return-policy/';
  const translation = 'content/faq/ja/return-policy.mdx';

  it('is listed with its day, and holds through it', async () => {
    const { findings, unlisted, articles, expiring } = await checkTree({ [page]: until('2099-12-31') });
    expect(findings).toEqual([]);
    expect(unlisted).toContain(`${url} expires 2099-12-31`);
    expect(articles.map(({ url }) => url)).toContain(url);
    expect(expiring).toEqual({ [url]: { lastDay: '2099-12-31', afterwards: `${url}ended/` } });
  });

  it('is no article any more when the day is over, and nothing is wrong with that', async () => {
    const { findings, articles, expiring } = await checkTree({ [page]: until('2020-12-31') });
    expect(findings).toEqual([]);
    expect(articles.map(({ url }) => url)).not.toContain(url);
    expect(expiring).toEqual({ [url]: { lastDay: '2020-12-31', afterwards: url } });
  });

  it.for([
    { day: '2099-12-31', afterwards: 'ended/' },
    { day: '2020-12-31', afterwards: '' },
  ])('ends where it is read untranslated, too: $day', async ({ day, afterwards }) => {
    const { expiring } = await checkTree({ [page]: until(day), [translation]: null });
    const fallback = '/ja/faq/return-policy/';
    expect(expiring).toEqual({
      [url]: { lastDay: day, afterwards: `${url}${afterwards}` },
      [fallback]: { lastDay: day, afterwards: `${fallback}${afterwards}` },
    });
  });

  it('leaves its translation as it is', async () => {
    const { articles, expiring } = await checkTree({ [translation]: until('2020-12-31') });
    expect(Object.keys(expiring)).toEqual(['/ja/faq/return-policy/']);
    expect(articles.map((article) => article.url)).toContain(url);
  });

  it('is not there untranslated once it is removed: nothing may link to it or name it, and nothing is missing', async () => {
    const other = 'content/faq/en/exchange-size.mdx';
    const { findings, warnings, expiring } = await checkTree({
      [page]: null,
      [list]: `${url} expires 2020-12-31\n`,
      [other]: (text) =>
        `${text.replace('\nreviewed', '\nrelated: [return-policy]\nreviewed')}\n[What can I return?](${url})\n`,
    });
    expect(findings.map(({ file, reason }) => [file, reason])).toEqual([
      [other, 'related: there is no page "return-policy"'],
      [other, `The link ${url} leads nowhere.`],
    ]);
    expect(warnings.map(({ reason }) => reason).filter((reason) => reason.includes('is missing'))).toEqual([]);
    expect(expiring).toEqual({ [url]: { lastDay: '2020-12-31', afterwards: url } });
  });

  it('may be removed when the day is over, and not before', async () => {
    const without = { [page]: null, [translation]: null };
    const over = await checkTree({ ...without, [list]: `${url} expires 2020-12-31\n` });
    expect(over.findings.map(({ file }) => file)).not.toContain(list);
    expect(over.expiring).toEqual(
      Object.fromEntries(
        // It was read there, too.
        [url, '/ja/faq/return-policy/'].map((ended) => [ended, { lastDay: '2020-12-31', afterwards: ended }]),
      ),
    );
    const early = await checkTree({ ...without, [list]: `${url} expires 2099-12-31\n` });
    expect(early.findings).toContainEqual(
      expect.objectContaining({
        file: list,
        line: 1,
        reason: `The page ${url} is gone, and it holds until 2099-12-31.`,
      }),
    );
  });

  it('is listed anew when its day changes', async () => {
    const { unlisted } = await checkTree({
      [page]: until('2099-12-31'),
      [list]: `${url} expires 2098-12-31\n/ja/faq/return-policy/ expires 2098-12-31\n`,
    });
    expect(unlisted).toEqual(expect.arrayContaining([`${url} expires 2099-12-31`, '/ja/faq/return-policy/']));
  });

  it.for([
    { write: 'soon', says: 'a date, year first' },
    { write: '2026-02-30', says: 'a day that exists' },
  ])('is refused when the day is $write', async ({ write, says }) => {
    await expectOneFinding(page, {
      what: write,
      instead: 'reviewed',
      write: `expires: ${write}\nreviewed`,
      line: 13,
      says: ['expires', says],
      example: 'expires: "2026-12-31"',
    });
  });
});

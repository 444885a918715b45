import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSite } from '../../../site/site-check/check.ts';
import { copySample, type SampleCopy } from '../../support/sample-copy.ts';

let sample: SampleCopy;
let siteFolder = '';

const page = async (path: string) => parse(await readFile(join(siteFolder, path, 'index.html'), 'utf8'));
const told = (html: Awaited<ReturnType<typeof page>>) =>
  html.querySelectorAll('.stale').map((note) => note.textContent.replaceAll(/\s+/g, ' ').trim());

/* A copy of the sample in which two pages have never had their English, one its Japanese, and two sources were changed. */
beforeAll(async () => {
  sample = await copySample();
  const { folder, edit } = sample;
  await rm(join(folder, 'content/faq/ja/gift-card.mdx'));
  await rm(join(folder, 'content/troubleshooting/en/my-shoes-hurt.mdx'));
  await rm(join(folder, 'content/guides/en/lace-for-wide-feet.mdx'));
  const gone = /^\/(ja\/faq\/gift-card|en\/troubleshooting\/my-shoes-hurt|en\/guides\/lace-for-wide-feet)\/\n/gm;
  await edit('addresses.txt', (text) => text.replace(gone, ''));
  await edit('guides/ja/track-your-parcel.mdx', (text) => `${text}\n追記しました。\n`);
  await edit('faq/ja/exchange-size.mdx', (text) => `${text}\n追記しました。\n`);
  await edit('troubleshooting/ja/my-order-is-wrong.mdx', (text) =>
    text.replace('</Outcome>', '追記しました。\n\n</Outcome>'),
  );
  expect(await sample.build()).toMatchObject({ code: 0 });
  siteFolder = await sample.siteFolder();
});
afterAll(() => sample.remove());

describe('a page that is not translated', () => {
  it('is read at its address in the other language, in its own, and says so', async () => {
    const html = await page('ja/faq/gift-card');
    expect(html.querySelector('html')?.getAttribute('lang')).toBe('ja');
    expect(html.querySelector('.untranslated')?.textContent.trim()).toBe(
      'このページはまだ日本語になっていません。英語のまま掲載しています。',
    );
    for (const part of ['h1', '.answer', '.prose']) expect(html.querySelector(part)?.getAttribute('lang')).toBe('en');
    const english = await page('en/troubleshooting/my-shoes-hurt');
    expect(english.querySelector('.untranslated')?.textContent).toContain('isn’t available in English yet');
    expect(english.querySelector('.flow-hint')?.textContent.trim()).toBe('次から選んでください');
  });

  it('names the original as the page to find, and no languages', async () => {
    const html = await page('ja/faq/gift-card');
    expect(html.querySelector('link[rel="canonical"]')?.getAttribute('href')).toMatch(/\/en\/faq\/gift-card\/$/);
    expect(html.querySelectorAll('link[hreflang]')).toEqual([]);
    expect(html.querySelectorAll('script[type="application/ld+json"]')).toEqual([]);
    const film = await page('en/guides/lace-for-wide-feet');
    expect(film.querySelectorAll('video')).toHaveLength(1);
    expect(film.querySelectorAll('script[type="application/ld+json"]')).toEqual([]);
    const sitemap = await readFile(join(siteFolder, 'sitemap.xml'), 'utf8');
    expect(sitemap).toContain('/en/faq/gift-card/');
    expect(sitemap).not.toContain('/ja/faq/gift-card/');
  });

  it('is a switch away from the original, both ways', async () => {
    for (const [from, to] of [
      ['ja', 'en'],
      ['en', 'ja'],
    ]) {
      const link = (await page(`${from}/faq/gift-card`)).querySelector('.site-nav a[hreflang]');
      expect(link?.getAttribute('href')).toBe(`/${to}/faq/gift-card/`);
    }
  });

  it('is in the lists of that language, marked with its own, and not in its search or its structured data', async () => {
    const list = await page('ja/categories/orders');
    const item = list.querySelector('#gift-card')?.closest('.question');
    expect(item?.getAttribute('lang')).toBe('en');
    expect(item?.querySelector('.original-language')?.textContent.trim()).toBe('英語');
    expect(list.querySelector('script[type="application/ld+json"]')?.textContent).not.toContain('gift-card');
    expect(await readFile(join(siteFolder, 'search/ja.json'), 'utf8')).not.toContain('/ja/faq/gift-card/');
    expect(await readFile(join(siteFolder, 'llms.txt'), 'utf8')).not.toContain('/ja/faq/gift-card/');
  });

  it('leaves nothing wrong in the built site', async () => {
    expect((await checkSite(siteFolder)).findings).toEqual([]);
  });
});

describe('a translation that is behind its source', () => {
  it('says so at the section that changed, and leads to it in the source', async () => {
    const html = await page('en/guides/track-your-parcel');
    expect(told(html)).toHaveLength(1);
    const note = html.querySelector('.stale');
    expect(note?.previousElementSibling?.tagName).toBe('H2');
    const [address, id = ''] = note?.querySelector('a')?.getAttribute('href')?.split('#') ?? [];
    expect(address).toBe('/ja/guides/track-your-parcel/');
    expect((await page('ja/guides/track-your-parcel')).getElementById(id)?.tagName).toBe('H2');
  });

  it('says so in the step of a flow', async () => {
    const html = await page('en/troubleshooting/my-order-is-wrong');
    expect(told(html)).toHaveLength(1);
    const step = html.querySelector('.stale')?.closest('.flow-step');
    expect(html.querySelector('.stale a')?.getAttribute('href')).toBe(
      `/ja/troubleshooting/my-order-is-wrong/#${step?.id}`,
    );
  });

  it('names the section before the text where sections do not correspond', async () => {
    const html = await page('en/faq/exchange-size');
    expect(html.querySelector('.prose')?.firstElementChild?.classList.contains('stale')).toBe(true);
    expect(told(html)[0]).toMatch(/^“.+” in the Japanese page has changed since/);
  });

  it('says nothing in its source, or where nothing changed', async () => {
    expect(told(await page('ja/guides/track-your-parcel'))).toEqual([]);
    expect(told(await page('en/faq/return-policy'))).toEqual([]);
  });
});

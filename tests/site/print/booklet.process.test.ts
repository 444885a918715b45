import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PortalSnapshot } from '../../../content/schema/snapshot.ts';
import { placeOf } from '../../../site/print/chapters.ts';
import { readPdfPages } from '../../../site/print/pdf-pages.ts';
import { browserLaunch } from '../../support/browser.ts';
import { textOfPages } from '../../support/pdf-text.ts';

const root = join(import.meta.dirname, '../../..');
const origin = 'https://help.example.com';
let distDir = '';

/** Runs `npm run print` into a folder of its own. */
async function print(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(root, 'site/print/main.ts'), ...args], {
    cwd: root,
    env: { ...process.env, DIST_DIR: distDir, PUBLIC_URL: origin, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  await once(child, 'close');
  return { code: child.exitCode, output };
}

const site = async (path: string) => {
  const id = (await readFile(join(distDir, 'current'), 'utf8')).trim();
  return join(distDir, 'builds', id, path);
};
const page = async (path: string) => readFile(await site(join('site', path, 'index.html')), 'utf8');
const booklet = (language: string) => readFile(join(distDir, `print/help-shop-${language}.pdf`));
/** As text is compared: paper knows no spaces, and no two widths of a letter. */
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');

beforeAll(async () => {
  distDir = await mkdtemp(join(tmpdir(), 'madoguchi-print-'));
  const { executablePath } = browserLaunch();
  const { code, output } = await print(
    ['--category', 'shop'],
    executablePath ? { CHROMIUM_PATH: executablePath } : undefined,
  );
  expect(output).toContain('help-shop-ja.pdf');
  expect(code).toBe(0);
}, 240_000);
afterAll(() => rm(distDir, { recursive: true, force: true }));

describe.each(['ja', 'en'] as const)('a booklet in %s', (language) => {
  it('names in its contents the page on which each article begins, and leads there', async () => {
    const pdf = await booklet(language);
    const texts = textOfPages(pdf);
    const { count, places } = readPdfPages(pdf);
    const { articles } = JSON.parse(await readFile(await site('portal.json'), 'utf8')) as PortalSnapshot;
    const own = articles.filter((article) => article.category === 'shop' && article.language === language);
    expect(own.length).toBeGreaterThan(2);
    expect(texts).toHaveLength(count);
    for (const article of own) {
      const title = plain(article.title);
      const found = texts.findIndex(
        (text, index) => index > 1 && text.includes(title + plain(article.answer).slice(0, 12)),
      );
      expect(found, article.title).toBeGreaterThan(1);
      expect(texts[1], article.title).toContain(`${title}${found + 1}`);
      expect(places.get(placeOf(article))).toBe(found + 1);
    }
  });

  it('numbers its pages, has bookmarks and tags, and embeds its type', async () => {
    const pdf = await booklet(language);
    const texts = textOfPages(pdf);
    for (const [index, text] of texts.entries()) {
      if (index > 0) expect(text).toContain(`${index + 1}/${texts.length}`);
    }
    const raw = pdf.toString('latin1');
    expect(raw).toMatch(/\/Outlines \d+ 0 R/);
    expect(raw).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(raw).toContain(`/Lang (${language})`);
    expect(raw).not.toMatch(/\/Subtype \/TrueType\b(?![^]*?FontFile)/);
  });

  it('ends with the ways to reach a person, and leads there from its text', async () => {
    const pdf = await booklet(language);
    const texts = textOfPages(pdf);
    expect(texts.at(-1)).toContain('0120-000-417');
    expect(readPdfPages(pdf).places.get('people')).toBe(texts.length);
  });

  it('leads to the live address of what it does not hold, and writes it down', async () => {
    const pdf = await booklet(language);
    const links = [...pdf.toString('latin1').matchAll(/\/URI \(([^)]*)\)/g)].map(([, url]) => url);
    expect(links).toContain(`${origin}/${language}/categories/shop/`);
    expect(links.filter((url) => !/^(https:\/\/help\.example\.com\/|mailto:|tel:)/.test(url ?? ''))).toEqual([]);
    expect(textOfPages(pdf)[0]).toContain(`help.example.com/${language}/categories/shop/`);
  });

  it('is linked from its category with its pages and size, and from no other', async () => {
    const { size } = await stat(join(distDir, `print/help-shop-${language}.pdf`));
    const { count } = readPdfPages(await booklet(language));
    const html = await page(`${language}/categories/shop`);
    const [link = ''] = /<p class="booklet-link">[^]*?<\/p>/.exec(html) ?? [];
    expect(link).toContain(`/print/help-shop-${language}.pdf`);
    expect(link).toMatch(new RegExp(language === 'ja' ? `${count}ページ` : `${count} pages`));
    expect(link).toContain(`${Math.round(size / 1000)} kB`);
    expect(await page(`${language}/categories/delivery`)).not.toContain('booklet-link');
    expect(await page(language)).not.toContain('booklet-link');
    const { files } = JSON.parse(await readFile(await site('build.json'), 'utf8')) as {
      files: Record<string, { type: string; bytes: number }>;
    };
    expect(files[`print/help-shop-${language}.pdf`]).toMatchObject({ type: 'application/pdf', bytes: size });
  });
});

describe('printing', () => {
  it('refuses what the portal does not have, and says what it has', async () => {
    const wrong = await print(['--category', 'retruns']);
    expect(wrong.code).toBe(1);
    expect(wrong.output).toContain('no category "retruns"');
    expect(wrong.output).toContain('returns');
    expect(wrong.output).not.toMatch(/at .*\.ts:\d/);
  });

  it('says how to get a Chromium where there is none', async () => {
    const { code, output } = await print(['--category', 'shop'], { CHROMIUM_PATH: '/nowhere/chromium' });
    expect(code).toBe(1);
    expect(output).toContain('no Chromium (/nowhere/chromium)');
    expect(output).toContain('npx playwright install chromium');
  });
});

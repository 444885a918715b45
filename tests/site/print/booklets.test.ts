import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Booklet,
  type BookletArticle,
  bookletFile,
  currentBooklets,
  listBooklets,
  takeBookletsAlong,
} from '../../../site/print/booklets.ts';
import { editionOf } from '../../../site/print/edition.ts';
import { sizeText } from '../../../site/print/size-text.ts';

const articles: BookletArticle[] = [
  { kind: 'faq', language: 'ja', slug: 'return-policy', category: 'returns' },
  { kind: 'faq', language: 'ja', slug: 'warranty', category: 'shoes' },
];
const ofReturns = { language: 'ja', category: 'returns' } as const;

/** A project with two articles and a booklet that was printed from them. */
async function printedOnce() {
  const root = await mkdtemp(join(tmpdir(), 'madoguchi-booklets-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const distDir = join(root, 'dist');
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  await write('content/portal.yaml', 'name: Aruku');
  for (const { slug } of articles) await write(`content/faq/ja/${slug}.mdx`, slug);
  await write('dist/print/help-returns-ja.pdf', '%PDF');
  const edition = await editionOf(root, articles.slice(0, 1));
  const file = bookletFile(ofReturns);
  const booklet: Booklet = { ...ofReturns, file, pages: 3, bytes: 4, edition, printed: '2026-11-22' };
  await listBooklets(distDir, [booklet]);
  return { root, distDir, write, booklet, current: () => currentBooklets(root, distDir, articles) };
}

describe('a printed booklet', () => {
  it('is current as long as its articles say the same', async () => {
    const { write, current, booklet } = await printedOnce();
    await write('content/faq/ja/warranty.mdx', 'in another category');
    expect(await current()).toEqual([booklet]);
  });

  it.each(['content/faq/ja/return-policy.mdx', 'content/portal.yaml', 'content/media/heel.svg'])(
    'is left out once %s changes',
    async (path) => {
      const { write, current } = await printedOnce();
      await write(path, 'changed');
      expect(await current()).toEqual([]);
    },
  );

  it('is left out when it is gone or cut short', async () => {
    const { write, current } = await printedOnce();
    await write('dist/print/help-returns-ja.pdf', '%');
    expect(await current()).toEqual([]);
  });

  it('goes along into a build, and an old one does not', async () => {
    const { root, distDir, write } = await printedOnce();
    await takeBookletsAlong(root, distDir, join(root, 'site'), articles);
    expect(await readdir(join(root, 'site/print'))).toEqual(['help-returns-ja.pdf']);
    await write('content/faq/ja/return-policy.mdx', 'changed');
    await takeBookletsAlong(root, distDir, join(root, 'next'), articles);
    await expect(readdir(join(root, 'next/print'))).rejects.toThrow('ENOENT');
  });

  it('stays listed when another is printed, and is replaced by its next edition', async () => {
    const { distDir, current, booklet } = await printedOnce();
    await listBooklets(distDir, [{ ...booklet, language: 'en', file: 'help-returns-en.pdf' }]);
    expect(await current()).toEqual([booklet]);
    await listBooklets(distDir, [{ ...booklet, pages: 5 }]);
    expect(await current()).toEqual([{ ...booklet, pages: 5 }]);
  });

  it('is named by its category and language', () => {
    expect(bookletFile(ofReturns)).toBe('help-returns-ja.pdf');
    expect(bookletFile({ language: 'en', category: null })).toBe('help-en.pdf');
  });

  it.each([
    [1, '1 kB'],
    [640_400, '640 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [1_240_000, '1.2 MB'],
  ])('of %i bytes is said to be %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});

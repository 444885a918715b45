import { link, mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { compressBeside, compressedBy, type EarlierFiles } from '../../../site/build/compress.ts';
import { listFiles, pathsIn } from '../../../site/build/list-files.ts';

const long = (text: string) => `<p>${text.repeat(200)}</p>`;
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madoguchi-copies-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

/** Lists a site of these files. */
async function list(name: string, files: Record<string, string>, earlier?: EarlierFiles) {
  const siteFolder = join(folder, name);
  await mkdir(siteFolder);
  for (const [path, text] of Object.entries(files)) await writeFile(join(siteFolder, path), text);
  return { siteFolder, files: await listFiles(siteFolder, await pathsIn(siteFolder), earlier), compressedBy };
}

async function expectCopies(siteFolder: string, path: string, text: string) {
  expect(brotliDecompressSync(await readFile(join(siteFolder, `${path}.br`))).toString()).toBe(text);
  expect(gunzipSync(await readFile(join(siteFolder, `${path}.gz`))).toString()).toBe(text);
}

const inode = async (path: string) => (await stat(path)).ino;

describe('a listed file', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['icon.svg', 'image/svg+xml; charset=utf-8'],
    ['sitemap.xml', 'application/xml; charset=utf-8'],
    ['question-index.json', 'application/json'],
    ['of-an-unknown-kind.dat', 'application/octet-stream'],
  ])('%s has its type, and text its characters', async (path, type) => {
    const { files } = await list('one', { [path]: 'text' });
    expect(files[path]?.type).toBe(type);
  });
});

describe('compressed copies', () => {
  it.each([600, 70_000, 300_000])('of %i bytes say the same again', async (bytes) => {
    const text = Array.from({ length: bytes / 10 }, (_, at) => `${at} `.padEnd(10, '歩く')).join('');
    const { siteFolder } = await list('one', { 'a.html': text });
    await expectCopies(siteFolder, 'a.html', text);
  });

  it('are handed on by the build before where the content is the same, and made where it is not', async () => {
    const before = await list('one', { 'a.html': long('same'), 'b.html': long('old') });
    const { siteFolder, files } = await list('two', { 'a.html': long('same'), 'b.html': long('new') }, before);
    expect(await inode(join(siteFolder, 'a.html.br'))).toBe(await inode(join(before.siteFolder, 'a.html.br')));
    expect(files['a.html']).toEqual(before.files['a.html']);
    await expectCopies(siteFolder, 'a.html', long('same'));
    await expectCopies(siteFolder, 'b.html', long('new'));
  });

  it('are made again when those of the build before are gone or cut off', async () => {
    const text = long('same');
    const before = await list('one', { 'a.html': text, 'b.html': text });
    await rm(join(before.siteFolder, 'a.html.gz'));
    await truncate(join(before.siteFolder, 'b.html.br'), 5);
    const { siteFolder } = await list('two', { 'a.html': text, 'b.html': text }, before);
    await expectCopies(siteFolder, 'a.html', text);
    await expectCopies(siteFolder, 'b.html', text);
  });

  it('are never written through a link into the build before', async () => {
    const before = await list('one', { 'a.html': long('same') });
    const file = join(folder, 'two.html');
    for (const kind of ['br', 'gz']) await link(join(before.siteFolder, `a.html.${kind}`), `${file}.${kind}`);
    await compressBeside(file, Buffer.from(long('new')), '.html');
    await expectCopies(folder, 'two.html', long('new'));
    await expectCopies(before.siteFolder, 'a.html', long('same'));
  });

  it('are made again when they were made in another way', async () => {
    const text = long('same');
    const before = await list('one', { 'a.html': text });
    const { siteFolder } = await list('two', { 'a.html': text }, { ...before, compressedBy: 'brotli 4' });
    expect(await inode(join(siteFolder, 'a.html.br'))).not.toBe(await inode(join(before.siteFolder, 'a.html.br')));
    await expectCopies(siteFolder, 'a.html', text);
  });

  it('are no files of their own when the rest of a site is listed', async () => {
    const { siteFolder, files } = await list('one', { 'a.html': long('page') });
    await writeFile(join(siteFolder, 'later.json'), '{}');
    expect(await pathsIn(siteFolder, files)).toEqual(['later.json']);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFile,
  cp,
  glob,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSite } from '../../site/site-check/check.ts';
import { failToStart, startPortal } from '../support/portal-process.ts';

const root = join(import.meta.dirname, '../..');
const parts = [
  'content',
  'site',
  'components',
  'api',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
let folder = '';

/** Runs the build of the copy; gives back its exit code and what it printed. */
async function build(...options: string[]) {
  const child = spawn(process.execPath, [join(folder, 'site/build/main.ts'), ...options], { cwd: folder });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  await once(child, 'close');
  return { code: child.exitCode, output };
}

/** Files of the built site that hold one of some words, compressed ones and search fragments unpacked. */
async function filesWith(...words: string[]): Promise<string[]> {
  const site = join(folder, 'dist/builds', (await current()).trim(), 'site');
  const found: string[] = [];
  for await (const path of glob('**/*.*', { cwd: site })) {
    const file = await readFile(join(site, path)).catch(() => Buffer.alloc(0));
    const text = (file[0] === 0x1f ? gunzipSync(file) : file).toString();
    if (words.some((word) => path.includes(word) || text.includes(word))) found.push(path);
  }
  return found;
}

const current = () => readFile(join(folder, 'dist/current'), 'utf8');

/** Every file of the current build with its size, hash and compressed sizes. */
async function builtFiles(): Promise<Record<string, unknown>> {
  const list = await readFile(join(folder, 'dist/builds', (await current()).trim(), 'build.json'), 'utf8');
  const { files } = JSON.parse(list) as { files: Record<string, unknown> };
  // Each build has a worker of its own.
  return { ...files, 'service-worker.js': null };
}

/** Takes an article out of the Japanese texts that name it or link to it. */
async function withoutLinksTo(url: string, slug: string): Promise<void> {
  for await (const path of glob('content/*/ja/*.mdx', { cwd: folder })) {
    const file = join(folder, path);
    const text = await readFile(file, 'utf8');
    const related = new RegExp(`^(related: \\[.*?)\\b${slug}(?:, |(?=\\]))`, 'm');
    await writeFile(
      file,
      text
        .replaceAll(url, '/ja/contact/')
        .replace(related, '$1')
        .replace(/^(related:.*), \]/m, '$1]'),
    );
  }
}

const winterWalk = (day: string) => `---
title: Walking in snowdrifts
summary: What to wear when it snows.
published: ${day}
authors: [makoto-takahashi]
tags: [walks]
onlyIn: en
---

Take the snowshoes.
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'madoguchi-copy-'));
  for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true });
  // A folder of links: what a build keeps there is its own.
  await mkdir(join(folder, 'node_modules'));
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (!name.startsWith('.')) await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  expect((await build()).code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('building', () => {
  it('is left out when nothing changed since the last whole build', async () => {
    const before = await current();
    const { code, output } = await build('--if-changed');
    expect(code).toBe(0);
    expect(output).toContain('up to date');
    expect(await current()).toBe(before);
  });

  it('a mistake in an article stops build and start with file and line, and the last site stays', async () => {
    const before = await current();
    const article = join(folder, 'content/faq/en/return-policy.mdx');
    const text = await readFile(article, 'utf8');
    await appendFile(article, '\n<Banner>Sale!</Banner>\n');
    const line = text.split('\n').length + 1;

    const built = await build('--if-changed');
    expect(built.code).toBe(1);
    expect(built.output).toContain(`content/faq/en/return-policy.mdx:${line}`);
    expect(built.output).toContain('There is no component <Banner>');
    const started = await failToStart({ folder });
    expect(started.code).toBe(1);
    expect(started.output).toContain(`content/faq/en/return-policy.mdx:${line}`);
    expect(await current()).toBe(before);
    await writeFile(article, text);
  });

  it('a page that does not compile stops build and start with file and line, and the last site stays', async () => {
    const before = await current();
    const article = join(folder, 'content/faq/en/back-in-stock.mdx');
    const text = await readFile(article, 'utf8');
    await appendFile(article, '\nThe price is {price.\n');
    const line = text.split('\n').length + 1;

    const built = await build('--if-changed');
    expect(built.code).toBe(1);
    expect(built.output).toMatch(new RegExp(`content/faq/en/back-in-stock\\.mdx:${line}\\n.*This is not MDX`));
    const started = await failToStart({ folder });
    expect(started.code).toBe(1);
    expect(started.output).toContain(`content/faq/en/back-in-stock.mdx:${line}`);
    expect(await current()).toBe(before);
    await writeFile(article, text);
  });

  it('again after an edit makes what a build without any memory makes', async () => {
    const article = join(folder, 'content/faq/en/back-in-stock.mdx');
    const text = await readFile(article, 'utf8');
    await appendFile(article, '\n## A new heading\n\nThe edited page.\n');
    expect((await build()).code).toBe(0);
    const again = await builtFiles();
    expect(again['en/faq/back-in-stock/index.html']).toBeDefined();
    await rm(join(folder, 'dist'), { recursive: true });
    await rm(join(folder, 'node_modules/.cache'), { recursive: true, force: true });
    expect((await build()).code).toBe(0);
    expect(await builtFiles()).toEqual(again);
    await writeFile(article, text);
  });

  it('a published page that is gone without a successor stops the build, and leads there with one', async () => {
    const place = (name: string) => join(folder, `content/guides/en/${name}.mdx`);
    const text = await readFile(place('track-your-parcel'), 'utf8');
    await rename(place('track-your-parcel'), place('follow-your-parcel'));
    const { code, output } = await build();
    expect(code).toBe(1);
    expect(output).toContain('The page /en/guides/track-your-parcel/ is gone');
    expect(output).toContain('formerly: [guides/track-your-parcel] in content/guides/en/follow-your-parcel.mdx');
    await rename(place('follow-your-parcel'), place('track-your-parcel'));

    await writeFile(place('track-your-parcel'), text.replace('reviewed:', 'formerly: [guides/wash-shoes]\nreviewed:'));
    const portal = await startPortal({ folder });
    const answer = await fetch(`${portal.url}/en/guides/wash-shoes/?q=dry`, { redirect: 'manual' });
    expect(answer.status).toBe(308);
    expect(answer.headers.get('Location')).toBe('/en/guides/track-your-parcel/?q=dry');
    await portal.stop();
    await writeFile(place('track-your-parcel'), text);
  });

  it('a post of a day to come is in no file of the site, and in all that name posts from its day on', async () => {
    const place = join(folder, 'content/posts/en/winter-walk.mdx');
    await writeFile(place, winterWalk('2099-01-01'));
    expect((await build('--if-changed')).code).toBe(0);
    expect(await filesWith('snowdrifts', 'winter-walk')).toEqual([]);
    await writeFile(place, winterWalk('2026-01-15'));
    expect((await build('--if-changed')).code).toBe(0);
    expect(await filesWith('snowdrifts', 'winter-walk')).toEqual(
      expect.arrayContaining([
        'en/posts/winter-walk/index.html',
        'en/posts/winter-walk/index.md',
        'en/posts/index.html',
        'en/posts/tags/walks/index.html',
        'en/posts/authors/makoto-takahashi/index.html',
        'en/posts/feed.xml',
        'llms.txt',
        'sitemap.xml',
      ]),
    );
    expect(await filesWith('ja/posts/winter-walk')).toEqual([]);
    await rm(place);
  });

  it('a build that is killed leaves the last site as it was', async () => {
    const before = await current();
    await appendFile(join(folder, 'content/portal.yaml'), '\n# changed\n');
    const child = spawn(process.execPath, [join(folder, 'site/build/main.ts')], { cwd: folder });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await current()).toBe(before);
    const portal = await startPortal({ folder });
    expect((await fetch(`${portal.url}/ja/`)).status).toBe(200);
    await portal.stop();
    expect(await current()).not.toBe(before);
  });

  it('a site with a file missing is said to be not whole, and is built again at start', async () => {
    const id = (await current()).trim();
    await rm(join(folder, 'dist/builds', id, 'site/ja/index.html'));
    const portal = await startPortal({ folder });
    expect(portal.output()).toContain('is not whole: ja/index.html');
    expect((await fetch(`${portal.url}/ja/`)).status).toBe(200);
    await portal.stop();
  });

  it('stays as long as it is served, however many builds follow', async () => {
    const portal = await startPortal({ folder });
    const served = (await current()).trim();
    const builds = () => readdir(join(folder, 'dist/builds'));
    for (let count = 0; count < 2; count += 1) {
      await appendFile(join(folder, 'content/portal.yaml'), '\n# changed\n');
      expect((await build()).code).toBe(0);
    }
    expect(await builds()).toContain(served);
    expect((await fetch(`${portal.url}/en/faq/warranty/`)).status).toBe(200);
    await portal.stop();
    expect((await build()).code).toBe(0);
    expect(await builds()).not.toContain(served);
    expect(await readdir(join(folder, 'dist/serving'))).toEqual([]);
  });

  it('has one day, which all that is made goes by', async () => {
    const post = join(folder, 'content/posts/en/winter-walk.mdx');
    const article = join(folder, 'content/faq/en/warranty.mdx');
    const text = await readFile(article, 'utf8');
    await writeFile(post, winterWalk('2099-01-01'));
    await writeFile(article, text.replace('\nreviewed:', '\nexpires: 2098-12-31\nreviewed:'));
    const distDir = join(folder, 'dist');
    const options = { root: folder, distDir, onlyIfChanged: false, now: Date.parse('2099-01-01T12:00:00+09:00') };
    const code = `import { buildSite } from './site/build/build.ts';
await buildSite({ ...${JSON.stringify(options)}, say: () => {} });
process.exit(0);`;
    const builder = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: folder, stdio: 'inherit' });
    await once(builder, 'exit');
    expect(builder.exitCode).toBe(0);
    expect(await filesWith('winter-walk')).toEqual(
      expect.arrayContaining(['en/posts/winter-walk/index.html', 'en/posts/winter-walk/index.md', 'en/posts/feed.xml']),
    );
    const site = join(distDir, 'builds', (await current()).trim(), 'site');
    expect(await readFile(join(site, 'en/faq/warranty/index.html'), 'utf8')).toContain('It ended on 31 December 2098.');
    const snapshot = await readFile(join(site, '../portal.json'), 'utf8');
    expect(JSON.parse(snapshot)).toMatchObject({
      expiring: { '/en/faq/warranty/': { afterwards: '/en/faq/warranty/' } },
    });
    await writeFile(article, text);
    await rm(post);
  });

  it('makes of a page whose last day is over one that says so, and lists it nowhere', async () => {
    for (const language of ['ja', 'en']) {
      for (const [slug, day] of [
        ['refund-timing', '2020-12-31'],
        ['gift-card', '2099-12-31'],
      ] as const) {
        const file = join(folder, `content/faq/${language}/${slug}.mdx`);
        await writeFile(file, (await readFile(file, 'utf8')).replace('\nreviewed:', `\nexpires: ${day}\nreviewed:`));
      }
    }
    for (const [slug, day] of [
      ['points-balance', '2020-12-31'],
      ['gift-wrapping', '2099-12-31'],
    ] as const) {
      const file = join(folder, `content/faq/en/${slug}.mdx`);
      await writeFile(file, (await readFile(file, 'utf8')).replace('\nreviewed:', `\nexpires: ${day}\nreviewed:`));
      await rm(join(folder, `content/faq/ja/${slug}.mdx`));
    }
    const removed = 'newsletter-stop';
    await rm(join(folder, `content/faq/ja/${removed}.mdx`));
    await withoutLinksTo(`/ja/faq/${removed}/`, removed);
    const list = join(folder, 'content/addresses.txt');
    const addresses = (await readFile(list, 'utf8')).replace(/^\/ja\/faq\/(points-balance|gift-wrapping)\/\n/gm, '');
    await writeFile(list, addresses.replace(`/ja/faq/${removed}/`, `/ja/faq/${removed}/ expires 2020-12-31`));
    expect(await build()).toMatchObject({ code: 0 });
    const site = join(folder, 'dist/builds', (await current()).trim(), 'site');
    const read = (file: string) => readFile(join(site, file), 'utf8');
    const ended = await read('ja/faq/refund-timing/index.html');
    expect(ended).toContain('このページの内容は2020年12月31日で終了しました。');
    expect(ended).toContain('content="noindex"');
    expect(ended).toContain('href="/ja/faq/return-policy/"');
    expect(await read('en/faq/refund-timing/index.md')).toContain('It ended on 31 December 2020.');
    for (const list of ['sitemap.xml', 'llms.txt', 'search/en.json', 'en/search/index.html']) {
      expect(await read(list), list).not.toContain('refund-timing');
      expect(await read(list), list).toContain('gift-card');
    }
    expect(await read('ja/faq/gift-card/index.html')).toContain('2099年12月31日まで有効');
    expect(await read('en/faq/gift-card/ended/index.html')).toContain('It ended on 31 December 2099.');
    // One language only: its address in the other ends with it, in the words of that language.
    expect(await read('ja/faq/points-balance/index.html')).toContain('2020年12月31日で終了しました');
    expect(await read('ja/faq/points-balance/index.html')).toMatch(/<h1 lang="en"[^>]*>/);
    expect(await read('ja/faq/gift-wrapping/ended/index.html')).toContain('2099年12月31日で終了しました');
    // Removed since: the text that is left does not take its place.
    expect(await read('ja/faq/newsletter-stop/index.html')).toContain('2020年12月31日で終了しました');
    expect(await read('en/faq/newsletter-stop/index.html')).toContain('data-article');
    expect(await read('ja/categories/account/index.html')).not.toContain('newsletter-stop');
    const { findings } = await checkSite(site);
    expect(findings).toEqual([]);

    const portal = await startPortal({ folder });
    expect((await fetch(`${portal.url}/ja/faq/refund-timing/`)).status).toBe(410);
    expect((await fetch(`${portal.url}/ja/faq/gift-card/`)).status).toBe(200);
    expect((await fetch(`${portal.url}/ja/faq/points-balance/`)).status).toBe(410);
    expect((await fetch(`${portal.url}/ja/faq/gift-wrapping/`)).status).toBe(200);
    expect((await fetch(`${portal.url}/ja/faq/${removed}/`)).status).toBe(410);
    expect((await fetch(`${portal.url}/en/faq/${removed}/`)).status).toBe(200);
    await portal.stop();
  });
});

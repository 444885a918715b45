import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSite } from '../../../site/site-check/check.ts';
import { startPortal } from '../../support/portal-process.ts';
import { copySample, type SampleCopy } from '../../support/sample-copy.ts';

let sample: SampleCopy;
beforeAll(async () => {
  sample = await copySample();
});
afterAll(() => sample.remove());

/** Files of the built site that hold one of some words, compressed ones and search fragments unpacked. */
async function filesWith(...words: string[]): Promise<string[]> {
  const site = await sample.siteFolder();
  const found: string[] = [];
  for await (const path of glob('**/*.*', { cwd: site })) {
    const file = await readFile(join(site, path)).catch(() => Buffer.alloc(0));
    const text = (file[0] === 0x1f ? gunzipSync(file) : file).toString();
    if (words.some((word) => path.includes(word) || text.includes(word))) found.push(path);
  }
  return found;
}

/** Takes an article out of the Japanese texts that name it or link to it. */
async function withoutLinksTo(url: string, slug: string): Promise<void> {
  for await (const path of glob('content/*/ja/*.mdx', { cwd: sample.folder })) {
    const file = join(sample.folder, path);
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

describe('a build of a day', () => {
  it('a post of a day to come is in no file of the site, and in all that name posts from its day on', async () => {
    const place = join(sample.folder, 'content/posts/en/winter-walk.mdx');
    await writeFile(place, winterWalk('2099-01-01'));
    expect((await sample.build('--if-changed')).code).toBe(0);
    expect(await filesWith('snowdrifts', 'winter-walk')).toEqual([]);
    await writeFile(place, winterWalk('2026-01-15'));
    expect((await sample.build('--if-changed')).code).toBe(0);
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

  it('has one day, which all that is made goes by', async () => {
    const post = join(sample.folder, 'content/posts/en/winter-walk.mdx');
    const article = join(sample.folder, 'content/faq/en/warranty.mdx');
    const text = await readFile(article, 'utf8');
    await writeFile(post, winterWalk('2099-01-01'));
    await writeFile(article, text.replace('\nreviewed:', '\nexpires: 2098-12-31\nreviewed:'));
    const distDir = join(sample.folder, 'dist');
    const options = {
      root: sample.folder,
      distDir,
      now: Date.parse('2099-01-01T12:00:00+09:00'),
    };
    const code = `import { buildSite } from './site/build/build.ts';
await buildSite({ ...${JSON.stringify(options)}, say: () => {} });
process.exit(0);`;
    const builder = spawn(process.execPath, ['--input-type=module', '-e', code], {
      cwd: sample.folder,
      stdio: 'inherit',
    });
    await once(builder, 'exit');
    expect(builder.exitCode).toBe(0);
    expect(await filesWith('winter-walk')).toEqual(
      expect.arrayContaining(['en/posts/winter-walk/index.html', 'en/posts/winter-walk/index.md', 'en/posts/feed.xml']),
    );
    const site = join(distDir, 'builds', (await sample.current()).trim(), 'site');
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
        const file = join(sample.folder, `content/faq/${language}/${slug}.mdx`);
        await writeFile(file, (await readFile(file, 'utf8')).replace('\nreviewed:', `\nexpires: ${day}\nreviewed:`));
      }
    }
    for (const [slug, day] of [
      ['points-balance', '2020-12-31'],
      ['gift-wrapping', '2099-12-31'],
    ] as const) {
      const file = join(sample.folder, `content/faq/en/${slug}.mdx`);
      await writeFile(file, (await readFile(file, 'utf8')).replace('\nreviewed:', `\nexpires: ${day}\nreviewed:`));
      await rm(join(sample.folder, `content/faq/ja/${slug}.mdx`));
    }
    const removed = 'newsletter-stop';
    await rm(join(sample.folder, `content/faq/ja/${removed}.mdx`));
    await withoutLinksTo(`/ja/faq/${removed}/`, removed);
    const list = join(sample.folder, 'content/addresses.txt');
    const addresses = (await readFile(list, 'utf8')).replace(/^\/ja\/faq\/(points-balance|gift-wrapping)\/\n/gm, '');
    await writeFile(list, addresses.replace(`/ja/faq/${removed}/`, `/ja/faq/${removed}/ expires 2020-12-31`));
    expect(await sample.build()).toMatchObject({ code: 0 });
    const site = await sample.siteFolder();
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

    const portal = await startPortal({ folder: sample.folder });
    expect((await fetch(`${portal.url}/ja/faq/refund-timing/`)).status).toBe(410);
    expect((await fetch(`${portal.url}/ja/faq/gift-card/`)).status).toBe(200);
    expect((await fetch(`${portal.url}/ja/faq/points-balance/`)).status).toBe(410);
    expect((await fetch(`${portal.url}/ja/faq/gift-wrapping/`)).status).toBe(200);
    expect((await fetch(`${portal.url}/ja/faq/${removed}/`)).status).toBe(410);
    expect((await fetch(`${portal.url}/en/faq/${removed}/`)).status).toBe(200);
    await portal.stop();
  });
});

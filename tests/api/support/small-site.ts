import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { type BuiltFile, loadBuiltSite } from '../../../api/http/built-site.ts';
import { createPages } from '../../../api/http/pages.ts';
import { answerWithFile } from '../../../api/http/static-files.ts';
import type { Services } from '../../../api/services.ts';
import { makeServices } from '../../support/services.ts';

export const longText = '返品は30日以内なら無料です。'.repeat(40);

const html = 'text/html; charset=utf-8';
const pages: Record<string, { type: string; text: string; isCompressed?: boolean }> = {
  'index.html': { type: html, text: '<a href="/ja/">日本語</a> <a href="/en/">English</a>' },
  'ja/index.html': { type: html, text: `<h1>ヘルプセンター</h1>${longText}`, isCompressed: true },
  'en/index.html': { type: html, text: '<h1>Help centre</h1>' },
  'ja/search/index.html': { type: html, text: '<h1>検索</h1>' },
  'ja/faq/exchange-size/index.html': { type: html, text: '<h1>サイズ交換</h1>' },
  'ja/faq/exchange-size/index.md': { type: 'text/markdown; charset=utf-8', text: '# サイズ交換' },
  'ja/faq/summer-sale/index.html': { type: html, text: '<h1>夏のセール</h1>' },
  'ja/faq/summer-sale/ended/index.html': { type: html, text: '<h1>終了しました</h1>' },
  'ja/faq/summer-sale/ended/index.md': { type: 'text/markdown; charset=utf-8', text: '# 終了しました' },
  'ja/faq/spring-sale/index.html': { type: html, text: '<h1>春のセールは終了しました</h1>' },
  'ja/404/index.html': {
    type: html,
    text: '<h1 data-slot="problem-title">見つかりません</h1><p data-slot="problem-detail">検索してみてください。</p>',
  },
  '_astro/start.a1b2c3.js': { type: 'text/javascript; charset=utf-8', text: '/* start */' },
  'pagefind/fragment/ja_1.pf_fragment': { type: 'application/octet-stream', text: 'fragment' },
  'search/en-0123456789/terms-0.json': { type: 'application/json', text: '{}' },
  'search/en.json': { type: 'application/json', text: '{}' },
  'pagefind/pagefind.js': { type: 'text/javascript; charset=utf-8', text: '/* search */' },
  'icon.svg': { type: 'image/svg+xml', text: '<svg></svg>' },
};

const expiring = {
  '/ja/faq/summer-sale/': { lastDay: '2026-12-31', afterwards: '/ja/faq/summer-sale/ended/' },
  '/ja/faq/spring-sale/': { lastDay: '2026-03-31', afterwards: '/ja/faq/spring-sale/' },
};
const redirects = { '/ja/faq/old-name/': '/ja/faq/exchange-size/' };

/** Writes a whole build as the site's own makes it, with a few things in its folder that it does not list. */
export async function writeSmallSite(): Promise<{ distDir: string; folder: string }> {
  const distDir = await mkdtemp(join(tmpdir(), 'madoguchi-dist-'));
  onTestFinished(() => rm(distDir, { recursive: true, force: true }));
  const folder = join(distDir, 'builds', 'b1');
  const files: Record<string, BuiltFile> = {};
  for (const [path, { type, text, isCompressed }] of Object.entries(pages)) {
    const content = Buffer.from(text);
    await put(join(folder, 'site', path), content);
    const etag = createHash('sha256').update(content).digest('hex').slice(0, 20);
    files[path] = { type, bytes: content.length, etag };
    if (!isCompressed) continue;
    const [br, gz] = [brotliCompressSync(content), gzipSync(content)];
    await put(join(folder, 'site', `${path}.br`), br);
    await put(join(folder, 'site', `${path}.gz`), gz);
    files[path] = { ...files[path], br: br.length, gz: gz.length };
  }
  for (const path of ['site/.env', 'site/.git/config', 'site/notes.txt']) await put(join(folder, path), 'a secret');
  await put(
    join(folder, 'portal.json'),
    JSON.stringify({ portal: { timeZone: 'Asia/Tokyo' }, articles: [], daysOff: [], redirects, expiring }),
  );
  await put(join(folder, 'build.json'), JSON.stringify({ id: 'b1', fingerprint: 'f', files }));
  await put(join(distDir, 'current'), 'b1\n');
  return { distDir, folder };
}

/** A portal that serves such a build. */
export async function serveSmallSite(changes: Partial<Services> = {}) {
  const { distDir } = await writeSmallSite();
  const site = await loadBuiltSite(distDir);
  const { services, ...made } = await makeServices({ pages: createPages(readShell), ...changes });
  return { app: createApp(services, (c) => answerWithFile(c, site)), site, time: made.time };
}

async function readShell(path: string): Promise<string | null> {
  return pages[`${path.slice(1)}index.html`]?.text ?? null;
}

async function put(file: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkContent } from '../../../site/content-check/check.ts';
import { writeFeeds, wholeText } from '../../../site/feeds/feeds.ts';

async function samplePortal() {
  const { portal } = await checkContent(join(import.meta.dirname, '../../..'));
  if (!portal) throw new Error('portal.yaml cannot be read');
  return portal;
}

const head = '<link rel="canonical" href="https://help.example/en/posts/walk/">';
const page = (text: string) =>
  `<head>${head}</head><article class="article"><div class="prose">${text}</div></article>`;

it('a text for feeds has whole addresses, and nothing that runs or is only ours', () => {
  const { address, content } = wholeText(
    page(`<p class="x">Up <a href="/en/posts/">all</a> <a href="#end">end</a> <a href="https://a.example/">A</a></p>
<img src="/_astro/hill.svg" srcset="/_astro/hill.svg 2x" alt="A hill"><script type="application/ld+json">{}</script>
<video poster="/p.png"><source src="/f.mp4"></video><button>Play</button>`),
    '/en/posts/walk/',
  );
  expect(address).toBe('https://help.example/en/posts/walk/');
  expect(content)
    .toBe(`<p>Up <a href="https://help.example/en/posts/">all</a> <a href="https://help.example/en/posts/walk/#end">end</a> <a href="https://a.example/">A</a></p>
<img src="https://help.example/_astro/hill.svg" alt="A hill">
<video poster="https://help.example/p.png"><source src="https://help.example/f.mp4"></video>`);
});

it('a page without a text is a mistake of ours, and named', () => {
  expect(() => wholeText('<main></main>', '/en/posts/walk/')).toThrow('/en/posts/walk/');
});

it('titles and summaries are text, whatever signs are in them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-feeds-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'en/posts/walk'), { recursive: true });
  await writeFile(join(folder, 'en/posts/walk/index.html'), page('<p>Up the hill.</p>'));
  const portal = await samplePortal();
  const journal = { description: { ja: '読みもの', en: 'Journal' }, authors: {}, tags: {} };
  await writeFeeds(folder, { ...portal, languages: ['en'] }, journal, [
    {
      language: 'en',
      slug: 'walk',
      url: '/en/posts/walk/',
      title: 'When to use <Figure> & more',
      summary: 'Less is < more',
      published: '2026-10-20',
      asked: [],
      authors: [],
      tags: [],
    },
  ]);
  const feed = await readFile(join(folder, 'en/posts/feed.xml'), 'utf8');
  expect(feed).toContain('When to use &lt;Figure&gt; &amp; more');
  expect(feed).toContain('Less is &lt; more');
});

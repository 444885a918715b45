import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { checkSite } from '../../site/site-check/check.ts';
import type { Edits } from './content-tree.ts';

export const origin = 'https://help.aruku.example';
/** The page that most tests spoil. */
export const builtPage = 'en/faq/return-policy/index.html';

export const feedFile = 'en/posts/feed.xml';

const structuredData = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'Article',
      headline: 'Which shoes can I send back?',
      dateModified: '2026-11-01',
      author: { '@type': 'Organization', name: 'Aruku' },
    },
    {
      '@type': 'BreadcrumbList',
      itemListElement: [{ '@type': 'ListItem', position: 1, name: 'Help', item: `${origin}/en/` }],
    },
    {
      '@type': 'FAQPage',
      mainEntity: [{ '@type': 'Question', name: 'How long?', acceptedAnswer: { '@type': 'Answer', text: '30 days.' } }],
    },
    {
      '@type': 'BlogPosting',
      headline: 'A walk',
      datePublished: '2026-11-01',
      dateModified: '2026-11-01',
      author: [{ '@type': 'Person', name: 'Emma', url: `${origin}/en/` }],
      publisher: { '@type': 'Organization', name: 'Aruku' },
    },
    {
      '@type': 'VideoObject',
      name: 'A knot',
      description: 'How to tie it',
      thumbnailUrl: `${origin}/_astro/heel.svg`,
      contentUrl: `${origin}/_astro/knot.mp4`,
      uploadDate: '2026-11-01',
      duration: 'PT34S',
      transcript: 'Pull.',
      hasPart: [{ '@type': 'Clip', name: 'Pull', startOffset: 4, endOffset: 9, url: `${origin}/en/#t=4` }],
    },
    {
      '@type': 'ContactPoint',
      contactType: 'customer support',
      url: `${origin}/en/`,
      hoursAvailable: [
        { '@type': 'OpeningHoursSpecification', dayOfWeek: ['Monday'], opens: '10:00', closes: '18:00' },
      ],
    },
  ],
};

function page(language: 'ja' | 'en', path: string, body: string, head = ''): string {
  const other = (of: string, hreflang = of) =>
    `<link rel="alternate" hreflang="${hreflang}" href="${origin}/${of}/${path}">`;
  return `<!doctype html><html lang="${language}"><head><title>Help</title><meta name="description" content="Help">
<link rel="icon" href="/icon.svg"><link rel="manifest" href="/app.webmanifest"><link rel="stylesheet" href="/_astro/site.css">
<link rel="canonical" href="${origin}/${language}/${path}">
${other('ja')}${other('en')}${other('ja', 'x-default')}
<meta property="og:type" content="article"><meta property="og:url" content="${origin}/${language}/${path}">
<meta property="og:title" content="Help"><meta property="og:site_name" content="Help">
<meta property="og:locale" content="en_GB"><meta property="og:image" content="${origin}/social/en.png">
<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">
<meta property="og:image:alt" content="Help"><meta name="twitter:card" content="summary_large_image">${head}</head><body><main id="main">${body}</main></body></html>`;
}

const entry = (day: string, title: string) =>
  `<entry><title type="html"><![CDATA[${title}]]></title><link href="${origin}/en/faq/return-policy/"/><id>${day}</id>
<published>${day}T00:00:00.000Z</published><updated>${day}T00:00:00.000Z</updated><category label="Second &amp; last"/>
<content type="html"><![CDATA[<p><a href="${origin}/en/">Help</a>]]></content></entry>`;
const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${origin}/en/</id><link rel="self" href="${origin}/en/posts/feed.xml"/>
${entry('2026-11-02', 'Newer')}${entry('2026-11-01', 'Older')}</feed>
`;

const dataScript = `<script type="application/ld+json">${JSON.stringify(structuredData)}</script>`;
const listed = ['/ja/', '/en/', '/ja/faq/return-policy/', '/en/faq/return-policy/'];

/** The smallest built site in which everything that is checked occurs once, and nothing is wrong. */
const files: Readonly<Record<string, string>> = {
  'ja/index.html': page('ja', '', '<a href="/ja/faq/return-policy/">返品</a>'),
  'en/index.html': page('en', '', '<a href="/en/faq/return-policy/#how">Returns</a>'),
  'ja/faq/return-policy/index.html': page('ja', 'faq/return-policy/', '<h2 id="how">方法</h2>'),
  [builtPage]: page(
    'en',
    'faq/return-policy/',
    `<a href="#how">How</a><a href="https://example.com/">Elsewhere</a><a href="mailto:care@aruku.example">Write</a>
<video controls preload="none" aria-label="A knot" width="256" height="96"><source src="/_astro/knot.mp4"><track kind="captions" srclang="en" src="/_astro/knot.vtt"></video>
<h2 id="how">How</h2><img src="/_astro/heel.svg" width="64" height="36" alt="A heel">
<form action="/api/tickets" method="post"></form><form action="/en/"><input name="q"></form>`,
    `<link rel="alternate" type="text/markdown" href="/en/faq/return-policy/index.md">${dataScript}`,
  ),
  'en/faq/return-policy/index.md': `# Returns\n\n[Help](${origin}/en/)\n\n<${origin}/en/faq/return-policy/>\n`,
  'en/404/index.html': '<html lang="en"><head><title>Lost</title><meta name="robots" content="noindex"></head></html>',
  [feedFile]: feed,
  '_astro/knot.mp4': 'a film',
  '_astro/knot.vtt': 'WEBVTT',
  '_astro/site.css': 'body { background: url(/_astro/heel.svg) }',
  '_astro/heel.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  'app.webmanifest': '{"icons":[{"src":"/icon.svg"}]}',
  'robots.txt': `User-agent: *\nDisallow: /api/\n\nSitemap: ${origin}/sitemap.xml\n`,
  'sitemap.xml': `<urlset>${listed.map((url) => `<url><loc>${origin}${url}</loc><lastmod>2026-11-01</lastmod></url>`).join('\n')}</urlset>`,
};

/** The first bytes of a PNG: what says its size. */
export function pngOf(width: number, height: number): Buffer {
  const png = Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0', 'latin1');
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

/** What the check says about a built site with some edits. */
export async function checkBuilt(edits: Edits = {}, picture: Buffer | null = pngOf(1200, 630)) {
  const root = await mkdtemp(join(tmpdir(), 'madoguchi-built-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const path of new Set([...Object.keys(files), ...Object.keys(edits)])) {
    const edit = edits[path];
    if (edit === null) continue;
    const text = typeof edit === 'function' ? edit(files[path] ?? '') : (edit ?? files[path] ?? '');
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await mkdir(join(root, 'social'));
  if (picture) await writeFile(join(root, 'social/en.png'), picture);
  return checkSite(root);
}

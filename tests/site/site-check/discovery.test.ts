import { describe, expect, it } from 'vitest';
import { builtPage, checkBuilt, origin } from '../../support/built-tree.ts';
import { put } from '../../support/content-tree.ts';
import { type Fault, findsEach, url } from './faults.ts';

const faults: Fault[] = [
  {
    what: 'another page’s canonical address',
    instead: `rel="canonical" href="${origin}${url}"`,
    write: `rel="canonical" href="${origin}/en/"`,
    says: `Its canonical address is ${origin}${url}`,
  },
  { what: 'no canonical address', instead: 'rel="canonical"', write: 'rel="author"', says: 'it names none' },
  {
    what: 'a noindex page with a canonical address',
    file: 'en/404/index.html',
    instead: '</head>',
    write: `<link rel="canonical" href="${origin}/en/404/"></head>`,
    page: '/en/404/',
    says: 'names no canonical address',
  },
  { what: 'no x-default', instead: 'hreflang="x-default"', write: 'hreflang="ko"', says: 'no x-default' },
  { what: 'no title', instead: '<title>Help</title>', write: '', says: 'It has no title' },
  { what: 'no language', instead: ' lang="en"', write: '', says: 'It has no lang' },
  { what: 'no description', instead: '<meta name="description"', write: '<meta name="x"', says: 'no description' },
  {
    what: 'a sitemap that leaves a page out',
    file: 'sitemap.xml',
    instead: `<url><loc>${origin}${url}</loc><lastmod>2026-11-01</lastmod></url>`,
    write: '',
    says: 'The sitemap leaves it out',
  },
  {
    what: 'a sitemap with a page that is not to be shown',
    file: 'sitemap.xml',
    instead: '</urlset>',
    write: `<url><loc>${origin}/en/404/</loc></url></urlset>`,
    page: '/sitemap.xml',
    says: '/en/404/ is no page that search engines may show',
  },
  {
    what: 'a sitemap with a day that is none',
    file: 'sitemap.xml',
    instead: '2026-11-01',
    write: 'yesterday',
    page: '/sitemap.xml',
    says: 'not yesterday',
  },
];

describe('the check of a built site: what search engines read', () => {
  findsEach(faults);

  it('finds an alternate that does not name the page in return', async () => {
    const { findings } = await checkBuilt({ 'ja/faq/return-policy/index.html': put('hreflang="fr"', 'hreflang="en"') });
    expect(findings).toContainEqual({
      page: url,
      reason: `Its alternate in ja, ${origin}/ja/faq/return-policy/, does not name the same alternates.`,
    });
  });

  it('asks no alternates of a page in one language', async () => {
    const { findings } = await checkBuilt({
      [builtPage]: inOneLanguage,
      'ja/faq/return-policy/index.html': inOneLanguage,
    });
    expect(findings).toEqual([]);
  });

  it('takes a page that is not translated for a copy of the one it names, and finds one that names nothing', async () => {
    const path = 'ja/guides/lace/index.html';
    expect((await checkBuilt({ [path]: copy(`${origin}${url}`) })).findings).toEqual([]);
    expect((await checkBuilt({ [path]: copy(`${origin}/en/guides/lace/`) })).findings).toContainEqual({
      page: '/ja/guides/lace/',
      reason: `It repeats ${origin}/en/guides/lace/, which is not there.`,
    });
  });

  it('finds that there is no sitemap, and that robots.txt names none', async () => {
    expect((await checkBuilt({ 'sitemap.xml': null })).findings).toContainEqual({
      page: '/sitemap.xml',
      reason: 'There is no sitemap.',
    });
    const { findings } = await checkBuilt({ 'robots.txt': 'User-agent: *\n' });
    expect(findings.map(({ page }) => page)).toContain('/robots.txt');
  });
});

function inOneLanguage(text: string): string {
  return text.replaceAll(/<link rel="alternate" hreflang[^>]*>/g, '');
}

/** A page that is not translated yet. */
function copy(canonical: string): string {
  return `<html lang="ja"><head><title>Only in English</title><link rel="icon" href="/icon.svg">
<meta name="description" content="Only in English"><link rel="canonical" href="${canonical}"></head>
<body><p class="untranslated">Not yet</p></body></html>`;
}

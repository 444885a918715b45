import { describe, expect, it } from 'vitest';
import { printed } from '../../../site/site-check/finding.ts';
import { builtPage, checkBuilt, feedFile, origin, pngOf } from '../../support/built-tree.ts';
import { put } from '../../support/content-tree.ts';

const url = '/en/faq/return-policy/';

interface Fault {
  what: string;
  file?: string;
  write: string;
  instead: string;
  page?: string;
  says: string;
}

const faults: Fault[] = [
  { what: 'a link to nowhere', instead: 'href="#how"', write: 'href="/en/faq/returns/"', says: 'leads nowhere' },
  { what: 'a link without its closing slash', instead: 'href="#how"', write: 'href="/en"', says: '/en leads nowhere' },
  { what: 'an empty link', instead: 'href="#how"', write: 'href=""', says: 'it is empty' },
  { what: 'a whole link to nowhere', instead: 'href="#how"', write: `href="${origin}/x/"`, says: 'leads nowhere' },
  { what: 'a form to nowhere', instead: 'action="/en/"', write: 'action="/en/search/"', says: '/en/search/ leads' },
  { what: 'an anchor that is not there', instead: 'href="#how"', write: 'href="#why"', says: 'no place #why' },
  {
    what: 'an anchor that another page does not have',
    file: 'en/index.html',
    instead: '#how',
    write: '#why',
    page: '/en/',
    says: 'no place #why',
  },
  { what: 'a picture that is not there', instead: '/_astro/heel.svg', write: '/_astro/toe.svg', says: 'leads nowhere' },
  { what: 'a twin that is not there', instead: 'index.md', write: 'index.txt', says: 'leads nowhere' },
  {
    what: 'a dead link in a twin',
    file: 'en/faq/return-policy/index.md',
    instead: `](${origin}/en/)`,
    write: `](${origin}/en/faq/)`,
    page: '/en/faq/return-policy/index.md',
    says: 'leads nowhere',
  },
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
  {
    what: 'a space in a link within a text',
    instead: '<a href="#how">How</a>',
    write: '<div class="prose"><p>Read <a href="#how"> how </a> first.</p></div>',
    says: 'A space stands inside <a href="#how"> how </a>',
  },
  { what: 'no title', instead: '<title>Help</title>', write: '', says: 'It has no title' },
  { what: 'no language', instead: ' lang="en"', write: '', says: 'It has no lang' },
  { what: 'no description', instead: '<meta name="description"', write: '<meta name="x"', says: 'no description' },
  { what: 'no title for a card', instead: 'property="og:title"', write: 'property="x"', says: 'It has no og:title' },
  { what: 'data that is not JSON', instead: '{"@context"', write: '{@context', says: 'is not JSON' },
  { what: 'data of another vocabulary', instead: 'https://schema.org"', write: 'https://x.example"', says: 'not of' },
  { what: 'an article without its day', instead: '"dateModified"', write: '"day"', says: 'dateModified is missing' },
  {
    what: 'a question without an answer',
    instead: '"acceptedAnswer"',
    write: '"x"',
    says: 'acceptedAnswer is missing',
  },
  { what: 'an unknown type', instead: '"Article"', write: '"Artikel"', says: 'Artikel: no rule' },
  { what: 'breadcrumbs that count from 0', instead: '"position":1', write: '"position":0', says: 'count from 1' },
  { what: 'a crumb to nowhere', instead: `"item":"${origin}/en/"`, write: `"item":"${origin}/x/"`, says: 'item leads' },
  { what: 'hours on no day', instead: '["Monday"]', write: '[]', says: 'holds on no day' },
  { what: 'hours without minutes', instead: '"10:00"', write: '"10"', says: 'times are such as' },
  { what: 'no picture for a card', instead: 'property="og:image"', write: 'property="x"', says: 'no og:image' },
  {
    what: 'a picture for a card without the site’s address',
    instead: `content="${origin}/social/en.png"`,
    write: 'content="/social/en.png"',
    says: 'og:image is no whole address',
  },
  { what: 'a picture for a card that is not there', instead: '/social/en.png', write: '/social/x.png', says: 'no PNG' },
  { what: 'a wrong width for a card', instead: 'content="1200"', write: 'content="800"', says: 'og:image:width' },
  { what: 'a card picture without alt', instead: 'og:image:alt', write: 'x', says: 'no og:image:alt' },
  {
    what: 'a card that shows its picture small',
    instead: 'summary_large_image',
    write: 'summary',
    says: 'twitter:card',
  },
  { what: 'a picture without measures', instead: ' width="64"', write: '', says: 'no width and height' },
  { what: 'a picture without alt', instead: ' alt="A heel"', write: '', says: 'has no alt' },
  {
    what: 'a script from elsewhere',
    instead: '</main>',
    write: '<script src="//cdn.example/x.js"></script></main>',
    says: 'loads //cdn.example/x.js from elsewhere',
  },
  {
    what: 'a connection to elsewhere',
    instead: 'rel="canonical"',
    write: 'rel="preconnect" href="https://cdn.example/"><link rel="canonical"',
    says: 'from elsewhere',
  },
  {
    what: 'a picture from elsewhere in another size',
    instead: ' alt="A heel"',
    write: ' alt="A heel" srcset="/_astro/heel.svg 1x, https://cdn.example/heel.svg 2x"',
    says: 'https://cdn.example/heel.svg from elsewhere',
  },
  {
    what: 'a font from elsewhere',
    file: '_astro/site.css',
    instead: 'url(/_astro/heel.svg)',
    write: 'url("https://cdn.example/font.woff2")',
    page: '/_astro/site.css',
    says: 'font.woff2 from elsewhere',
  },
  {
    what: 'a style sheet from elsewhere within another',
    file: '_astro/site.css',
    instead: 'body {',
    write: '@import "https://cdn.example/more.css"; body {',
    page: '/_astro/site.css',
    says: 'more.css from elsewhere',
  },
  {
    what: 'an icon from elsewhere',
    file: 'app.webmanifest',
    instead: '"/icon.svg"',
    write: '"https://cdn.example/icon.png"',
    page: '/app.webmanifest',
    says: 'icon.png from elsewhere',
  },
  {
    what: 'an inline script that is not the one every page has',
    instead: '</main>',
    write: '<script>let a = 1</script></main>',
    says: 'has an inline script',
  },
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
  { what: 'a film without measures', instead: ' width="256"', write: '', says: 'A knot has no width and height' },
  { what: 'a film without captions', instead: 'srclang="en"', write: 'srclang="ja"', says: 'has no captions in en' },
  { what: 'a film that starts by itself', instead: ' controls', write: ' controls autoplay', says: 'starts by itself' },
  { what: 'a film that is loaded at once', instead: ' preload="none"', write: '', says: 'is loaded before it' },
  { what: 'a film without a name', instead: ' aria-label="A knot"', write: '', says: 'has no name' },
  { what: 'a film whose length is no length', instead: '"PT34S"', write: '"34"', says: 'duration is such as PT34S' },
  { what: 'a clip after the end', instead: '"startOffset":4', write: '"startOffset":40', says: 'a clip lies outside' },
  { what: 'a film that is not there', instead: 'knot.mp4"', write: 'not.mp4"', says: 'contentUrl leads nowhere' },
  { what: 'a post without its day', instead: '"datePublished"', write: '"day"', says: 'datePublished is missing' },
  ...(
    [
      ['a feed with an open end', '</feed>', '', '<feed> is never closed'],
      ['a feed with a wrong end', '</entry>', '</entri>', '</entri> where </entry> is due'],
      ['a feed with a bare sign', 'Second &amp; last', 'Second & last', 'a sign that is not escaped'],
      ['a feed that leads nowhere', '/en/faq/return-policy/"/><id>', '/en/no/"/><id>', '/en/no/ leads nowhere'],
      [
        'a feed with the oldest first',
        '<published>2026-11-02',
        '<published>2026-10-01',
        'The newest entry is not first',
      ],
      ['a feed with half an address', `<a href="${origin}/en/">`, '<a href="/en/">', '/en/ is no whole address'],
      ['an entry without its day', '<updated>2026-11-02T00:00:00.000Z</updated>', '', 'an entry has no updated'],
      [
        'a feed that does not know itself',
        `rel="self" href="${origin}/en/posts/feed.xml"`,
        'rel="self" href="https://x.example/"',
        'its own address',
      ],
    ] as const
  ).map(([what, instead, write, says]) => ({ what, instead, write, says, file: feedFile, page: `/${feedFile}` })),
];

describe('the check of a built site', () => {
  it('finds nothing wrong with what is right', async () => {
    expect(await checkBuilt()).toEqual({ pages: 5, findings: [] });
  });

  it.for(faults)('finds $what', async ({ file = builtPage, write, instead, page = url, says }) => {
    const { findings } = await checkBuilt({ [file]: put(write, instead) });
    expect(findings.map(({ page, reason }) => `${page} ${reason}`)).toContainEqual(
      expect.stringMatching(new RegExp(`^${escaped(page)} .*${escaped(says)}`)),
    );
  });

  it('finds pictures for cards of another size, and such as are none', async () => {
    for (const picture of [pngOf(1200, 600), Buffer.from('<svg></svg>'), null]) {
      const { findings } = await checkBuilt({}, picture);
      expect(findings).toContainEqual({ page: url, reason: `${origin}/social/en.png is no PNG of 1200 by 630.` });
    }
  });

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

  it('finds a question that two pages of a language answer', async () => {
    const script = `<script type="application/ld+json">{"@context":"https://schema.org","@type":"Question","name":"How long?","acceptedAnswer":{"@type":"Answer","text":"A month."}}</script>`;
    const { findings } = await checkBuilt({ 'en/index.html': put(`${script}</head>`, '</head>') });
    expect(findings).toEqual([{ page: '/en/', reason: `Question: ${url} asks it, too: How long?` }]);
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

  it('prints what is wrong by page', () => {
    const findings = [
      { page: '/en/', reason: 'It has no title.' },
      { page: '/ja/', reason: 'It has no lang.' },
      { page: '/en/', reason: 'It has no lang.' },
    ];
    expect(printed(findings)).toBe('/en/\n    It has no title.\n    It has no lang.\n/ja/\n    It has no lang.');
  });
});

function inOneLanguage(text: string): string {
  return text.replaceAll(/<link rel="alternate" hreflang[^>]*>/g, '');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A page that is not translated yet. */
function copy(canonical: string): string {
  return `<html lang="ja"><head><title>Only in English</title><link rel="icon" href="/icon.svg">
<meta name="description" content="Only in English"><link rel="canonical" href="${canonical}"></head>
<body><p class="untranslated">Not yet</p></body></html>`;
}

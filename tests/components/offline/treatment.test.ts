import { describe, expect, it } from 'vitest';
import {
  assetsIn,
  type Counted,
  hasEnded,
  isUnreachable,
  mayBeKept,
  pageAddress,
  pagesToDrop,
  treatmentOf,
} from '../../../components/offline/treatment.ts';

const origin = 'https://help.aruku.example';
const asked = { method: 'GET', mode: 'cors', isPart: false };
const opened = (path: string) => treatmentOf({ ...asked, url: `${origin}${path}`, mode: 'navigate' }, origin);
const fetched = (path: string) => treatmentOf({ ...asked, url: `${origin}${path}` }, origin);

const page = (url: string, keptAt: number, more: Partial<Counted> = {}): Counted => ({
  url,
  keptAt,
  bytes: 10,
  assets: new Map([['/_astro/site.css', 50]]),
  isAlways: false,
  ...more,
});

describe('how a request is treated', () => {
  it.for(['/', '/ja/', '/en/faq/return-policy/', '/ja/search/?q=returns', '/ja/notices/', '/ja/faq/return-policy'])(
    '%s is a page',
    (path) => {
      expect(opened(path)).toBe('page');
    },
  );

  it.for([
    '/api/tickets',
    '/api',
    '/desk/',
    '/desk',
    '/handbook/ja/',
    '/ja/requests/k3yk3y/',
    '/en/requests/k3yk3y/messages',
    '/healthz',
    '/service-worker.js',
    '/notices/ja.json',
  ])('%s is left alone, however it is asked for', (path) => {
    expect(opened(path)).toBe('none');
    expect(fetched(path)).toBe('none');
  });

  it('pages of the forum are kept as pages, and what is fetched of them never', () => {
    expect(opened('/ja/forum/12/?page=2')).toBe('page');
    expect(fetched('/ja/forum/12/')).toBe('none');
    expect(fetched('/en/forum/feed.xml')).toBe('none');
  });

  it('a page is kept under its address without the query, save in the forum, where it names another page', () => {
    expect(pageAddress(`${origin}/ja/search/?q=returns#main`)).toBe(`${origin}/ja/search/`);
    expect(pageAddress(`${origin}/ja/forum/12/?page=2#post-a`)).toBe(`${origin}/ja/forum/12/?page=2`);
    expect(pageAddress(`${origin}/ja/forum/12/`)).not.toBe(pageAddress(`${origin}/ja/forum/12/?page=2`));
  });

  it('files that are opened by themselves are left alone', () => {
    for (const path of ['/ja/faq/return-policy/index.md', '/sitemap.xml', '/llms.txt', '/social/ja.png']) {
      expect(opened(path)).toBe('none');
    }
  });

  it('what is named by its content is told from what is not', () => {
    expect(fetched('/_astro/site.a1b2c3.css')).toBe('asset');
    expect(fetched('/search/en-0123456789/terms-0.json')).toBe('chunk');
    expect(fetched('/pagefind/fragment/ja_1.pf_fragment')).toBe('chunk');
    for (const path of ['/search/ja.json', '/pagefind/pagefind.js', '/icon.svg']) {
      expect(fetched(path)).toBe('data');
    }
  });

  it('writing, parts of files and other sites are left alone', () => {
    const page = { ...asked, url: `${origin}/ja/`, mode: 'navigate' };
    expect(treatmentOf({ ...page, method: 'POST' }, origin)).toBe('none');
    expect(treatmentOf({ ...page, method: 'HEAD' }, origin)).toBe('none');
    expect(treatmentOf({ ...page, isPart: true }, origin)).toBe('none');
    expect(treatmentOf({ ...page, url: 'https://elsewhere.example/ja/' }, origin)).toBe('none');
  });
});

describe('what may be kept', () => {
  const answer = {
    status: 200,
    type: 'basic',
    redirected: false,
    headers: new Headers({ 'Cache-Control': 'no-cache' }),
  };

  it('is a whole answer of our own', () => {
    expect(mayBeKept(answer)).toBe(true);
  });

  it.for([
    { what: 'an error', but: { status: 500 } },
    { what: 'a page that is gone', but: { status: 410 } },
    { what: 'a part', but: { status: 206 } },
    { what: 'what cannot be looked into', but: { type: 'opaque' } },
    { what: 'what came from another address', but: { redirected: true } },
    { what: 'what is not to be kept', but: { headers: new Headers({ 'Cache-Control': 'no-store' }) } },
    { what: 'what is for one reader', but: { headers: new Headers({ 'Cache-Control': 'max-age=9, private' }) } },
  ])('is not $what', ({ but }) => {
    expect(mayBeKept({ ...answer, ...but })).toBe(false);
  });

  it('a gateway without its server has not answered', () => {
    expect([500, 502, 503, 504, 404].filter(isUnreachable)).toEqual([502, 503, 504]);
  });
});

describe('the assets a page needs', () => {
  it('are those it names, each once', () => {
    const html = '<link href="/_astro/site.Da-1_x.css"><script src="/_astro/start.C1.js"></script><a href="./faq.png">';
    expect(assetsIn(html + html, false)).toEqual(['/_astro/site.Da-1_x.css', '/_astro/start.C1.js']);
  });

  it('are, of a script, those it imports now and later', () => {
    const script = 'import{a}from"./events.B1.js";d(()=>import(`./mado-flow.D2.js`),m=["_astro/index.C3.css"])';
    expect(assetsIn(script, true).sort()).toEqual([
      '/_astro/events.B1.js',
      '/_astro/index.C3.css',
      '/_astro/mado-flow.D2.js',
    ]);
  });
});

describe('how much is kept', () => {
  it('drops the oldest beyond a number of pages, and none that is always there', () => {
    const pages = [page('old', 1), page('new', 3), page('always', 0, { isAlways: true }), page('between', 2)];
    expect(pagesToDrop(pages, { pages: 2, bytes: 1000 })).toEqual(['old']);
    expect(pagesToDrop(pages, { pages: 3, bytes: 1000 })).toEqual([]);
  });

  it('drops the oldest beyond a number of bytes, and counts what pages share once', () => {
    const pages = [page('old', 1), page('new', 3), page('between', 2)];
    expect(pagesToDrop(pages, { pages: 9, bytes: 80 })).toEqual([]);
    expect(pagesToDrop(pages, { pages: 9, bytes: 79 })).toEqual(['old']);
  });
});

describe('a page that held until a moment', () => {
  it('has ended from then on', () => {
    const html = '<p data-ends-at="1000">';
    expect([999, 1000, 1001].map((now) => hasEnded(html, now))).toEqual([false, true, true]);
    expect(hasEnded('<p>', Infinity)).toBe(false);
  });
});

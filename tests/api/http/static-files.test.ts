import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../support/ask.ts';
import { longText, serveSmallSite } from '../support/small-site.ts';

describe('a file of the site', () => {
  it('is answered with its type and its length, and asked for again each time', async () => {
    const { app } = await serveSmallSite();
    const answer = await app.request('/en/');
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toBe('<h1>Help centre</h1>');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(text.length),
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    ['/_astro/start.a1b2c3.js'],
    ['/pagefind/fragment/ja_1.pf_fragment'],
    ['/search/en-0123456789/terms-0.json'],
  ])('is kept for a year when its name says what is in it: %s', async (path) => {
    const { app } = await serveSmallSite();
    const { headers } = await app.request(path);
    expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  });

  it.each([['/pagefind/pagefind.js'], ['/search/en.json'], ['/icon.svg'], ['/ja/']])(
    'is not kept when it is not: %s',
    async (path) => {
      const { app } = await serveSmallSite();
      expect((await app.request(path)).headers.get('Cache-Control')).toBe('no-cache');
    },
  );

  it('is not sent again to somebody who has it', async () => {
    const { app } = await serveSmallSite();
    const etag = (await app.request('/en/')).headers.get('ETag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{20}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await app.request('/en/', { headers: { 'If-None-Match': known } });
      expect(answer.status, known).toBe(304);
      expect(await answer.text()).toBe('');
      expect(answer.headers.get('ETag')).toBe(etag);
      expect(answer.headers.get('Cache-Control')).toBe('no-cache');
    }
    for (const known of ['"other"', etag.slice(1, -1), '']) {
      expect((await app.request('/en/', { headers: { 'If-None-Match': known } })).status, known).toBe(200);
    }
  });

  it('is answered to HEAD with the same headers and no body', async () => {
    const { app } = await serveSmallSite();
    const whole = await app.request('/ja/');
    const head = await app.request('/ja/', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    for (const { headers } of [head, whole]) headers.delete('X-Request-Id');
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(whole.headers));
  });

  it.each([['POST'], ['PUT'], ['DELETE']])('is for reading only: %s is refused', async (method) => {
    const { app } = await serveSmallSite();
    const answer = await app.request('/ja/', { method });
    expect(answer.headers.get('Allow')).toBe('GET, HEAD');
    await problemOf(answer, 'method-not-allowed', 405);
  });

  it('is what the build lists, and nothing else of its folder', async () => {
    const { app } = await serveSmallSite();
    for (const path of ['/.env', '/.git/config', '/notes.txt', '/ja/index.html.br', '/ja/index.html.gz']) {
      await problemOf(app.request(path), 'not-found', 404);
    }
  });

  it.each([
    ['/../build.json'],
    ['/%2e%2e/build.json'],
    ['/..%2fbuild.json'],
    ['/ja/..%2f..%2fbuild.json'],
    ['/%2e%2e%2fportal.json'],
    ['/..%5cbuild.json'],
    ['/ja/%00'],
    ['/%E3%'],
    ['/__proto__'],
    ['/constructor'],
    ['//etc/passwd'],
  ])('is never outside of the site: %s', async (path) => {
    const { app } = await serveSmallSite();
    await problemOf(app.request(new Request(`http://localhost${path}`)), 'not-found', 404);
  });
});

describe('an address without its closing slash', () => {
  it('leads to the page, for good', async () => {
    const { app } = await serveSmallSite();
    const answer = await app.request('/ja/search');
    expect(answer.status).toBe(308);
    expect(answer.headers.get('Location')).toBe('/ja/search/');
  });

  it('keeps what was asked', async () => {
    const { app } = await serveSmallSite();
    const answer = await app.request('/ja/search?q=%E8%BF%94%E5%93%81&x=%26');
    expect(answer.headers.get('Location')).toBe('/ja/search/?q=%E8%BF%94%E5%93%81&x=%26');
  });

  it('that is no page is not found', async () => {
    const { app } = await serveSmallSite();
    await problemOf(app.request('/ja/nowhere'), 'not-found', 404);
  });
});

describe('a compressed copy', () => {
  it.each<[string, string | null]>([
    ['br, gzip', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.0, gzip;q=0', null],
    ['deflate', null],
    ['identity', null],
    ['', null],
  ])('is chosen by what the browser accepts: %j gets %s', async (accepted, coding) => {
    const { app } = await serveSmallSite();
    const answer = await app.request('/ja/', { headers: { 'Accept-Encoding': accepted } });
    expect(answer.headers.get('Content-Encoding')).toBe(coding);
    expect(answer.headers.get('Vary')).toBe('Accept-Encoding');
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    const body = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('Content-Length')).toBe(String(body.length));
    const text = coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body;
    expect(text.toString()).toBe(`<h1>ヘルプセンター</h1>${longText}`);
  });

  it('has an ETag of its own', async () => {
    const { app } = await serveSmallSite();
    const etagFor = async (accepted: string) =>
      (await app.request('/ja/', { headers: { 'Accept-Encoding': accepted } })).headers.get('ETag') ?? '';
    const etags = [await etagFor('br'), await etagFor('gzip'), await etagFor('')];
    expect(new Set(etags).size).toBe(3);
    const fresh = { 'Accept-Encoding': 'br', 'If-None-Match': etags[0] ?? '' };
    expect((await app.request('/ja/', { headers: fresh })).status).toBe(304);
    expect((await app.request('/ja/', { headers: { ...fresh, 'Accept-Encoding': 'gzip' } })).status).toBe(200);
  });

  it('is not made up for a file that has none', async () => {
    const { app } = await serveSmallSite();
    const answer = await app.request('/en/', { headers: { 'Accept-Encoding': 'br' } });
    expect(answer.headers.get('Content-Encoding')).toBeNull();
    expect(answer.headers.get('Vary')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { wishedLanguage } from '../../../api/http/language.ts';
import { makePortal } from '../../support/services.ts';
import { serveSmallSite } from '../support/small-site.ts';

describe('the language that a browser wishes', () => {
  it.each<[string | undefined, string | null]>([
    ['ja', 'ja'],
    ['en-US,en;q=0.9', 'en'],
    ['JA-jp', 'ja'],
    ['en;q=0.8, ja;q=0.9', 'ja'],
    ['fr, de;q=0.9, ja;q=0.2', 'ja'],
    ['ja;q=0, en;q=0.1', 'en'],
    ['en;q=0', null],
    ['ja ; q=0.3 , en ; q=0.4', 'en'],
    ['en, ja', 'en'],
    ['fr', null],
    ['*', null],
    ['jav', null],
    ['', null],
    [undefined, null],
    [';;;,,q=', null],
  ])('is read from %j: %j', (header, language) => {
    expect(wishedLanguage(header)).toBe(language);
  });
});

describe('a portal that speaks one language only', () => {
  it('answers in that one, whatever is wished', async () => {
    const { app } = await makePortal({ languages: () => ['en'] });
    for (const [path, wish] of [
      ['/nowhere', 'ja'],
      ['/ja/nowhere', 'ja'],
      ['/nowhere', 'fr'],
    ] as const) {
      const answer = await app.request(path, { headers: { 'Accept-Language': wish } });
      expect(await answer.json()).toMatchObject({ title: 'We couldn’t find that page' });
    }
    expect(wishedLanguage('ja, en;q=0.5', ['en'])).toBe('en');
    expect(wishedLanguage('ja', ['en'])).toBeNull();
  });
});

describe('the front door', () => {
  it.each([
    ['ja', '/ja/'],
    ['en-GB,en;q=0.9,ja;q=0.8', '/en/'],
  ])('leads a browser that wishes %s to %s', async (wish, address) => {
    const { app } = await serveSmallSite();
    const answer = await app.request('/', { headers: { 'Accept-Language': wish } });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('Location')).toBe(address);
    expect(answer.headers.get('Vary')).toBe('Accept-Language');
  });

  it.each([[undefined], ['fr'], ['*']])('lets everybody else choose: %j', async (wish) => {
    const { app } = await serveSmallSite();
    const answer = await app.request('/', { headers: wish === undefined ? {} : { 'Accept-Language': wish } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Vary')).toBe('Accept-Language');
    const page = await answer.text();
    expect(page).toContain('href="/ja/"');
    expect(page).toContain('href="/en/"');
  });
});

describe('a page that is not there', () => {
  it('is the site’s own page for a browser, in the language of the address', async () => {
    const { app } = await serveSmallSite();
    const headers = { Accept: 'text/html,*/*;q=0.8', 'Accept-Language': 'en' };
    const answer = await app.request('/ja/faq/nowhere/', { headers });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const page = await answer.text();
    expect(page).toContain('<h1 data-slot="problem-title">お探しのページは見つかりませんでした</h1>');
    expect(page).toContain('検索してみてください。');
  });

  it('of the API is a problem even for a browser', async () => {
    const { app } = await serveSmallSite();
    const answer = await app.request('/api/nowhere', { headers: { Accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  });
});

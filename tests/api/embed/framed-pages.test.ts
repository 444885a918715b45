import { describe, expect, it } from 'vitest';
import { mayBeFramed } from '../../../api/embed/framed-pages.ts';
import { serveSmallSite } from '../support/small-site.ts';

const shop = 'https://shop.aruku.example';
const frameAncestors = (response: Response) =>
  /frame-ancestors ([^;]*)/.exec(response.headers.get('Content-Security-Policy') ?? '')?.[1];

describe('pages in a frame on another site', () => {
  it.each([
    '/ja/',
    '/ja/embed/',
    '/en/search/',
    '/ja/contact/',
    '/ja/contact/returns/',
    '/en/faq/return-policy/',
    '/ja/guides/fit/',
    '/en/troubleshooting/squeak/',
    '/ja/categories/returns/',
    '/ja/notices/',
  ])('are what everybody may read, and the contact form: %s', (path) => {
    expect(mayBeFramed(path)).toBe(true);
  });

  it.each([
    '/',
    '/desk/',
    '/ja/requests/Vh3o0mXq7Zr1TnWdLh6kq3V0bJm4xYF2/',
    '/ja/my-data/',
    '/ja/notices/mail/confirm/abc/',
    '/ja/api-reference/',
    '/api/session',
    '/ja/../desk/',
    '/ja/contact/%2e%2e/',
    '/ja/faq',
  ])('are nothing of one’s own, and nothing of staff: %s', (path) => {
    expect(mayBeFramed(path)).toBe(false);
  });

  it('may be shown by the sites that are named, and by no others', async () => {
    const { app } = await serveSmallSite({ embed: { origins: [shop], secret: null } });
    const page = (path: string) => app.request(path);
    const faq = await page('/ja/faq/exchange-size/');
    expect(frameAncestors(faq)).toBe(`'self' ${shop}`);
    expect(faq.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    const start = await page('/_astro/start.a1b2c3.js');
    expect(frameAncestors(start)).toBe("'none'");
    expect(start.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  });

  it('are in no frame where no site is named', async () => {
    const { app } = await serveSmallSite();
    expect(frameAncestors(await app.request('/ja/faq/exchange-size/'))).toBe("'none'");
  });
});

import { describe, expect, it } from 'vitest';
import { problemOf } from '../support/ask.ts';
import { serveSmallSite } from '../support/small-site.ts';

const now = '/ja/faq/exchange-size/';

describe('the address of a page that was renamed', () => {
  it.each([
    ['/ja/faq/old-name/', now],
    ['/ja/faq/old-name', now],
    ['/ja/faq/old-name/?q=%E8%BF%94%E5%93%81&x=%26', `${now}?q=%E8%BF%94%E5%93%81&x=%26`],
    ['/ja/faq/old-name/index.md', `${now}index.md`],
  ])('leads to the page for good, with what was asked: %s', async (address, location) => {
    const { app } = await serveSmallSite();
    const answer = await app.request(address);
    expect(answer.status).toBe(308);
    expect(answer.headers.get('Location')).toBe(location);
    expect((await app.request(location)).status).toBe(200);
  });

  it.each([['/en/faq/old-name/'], ['/ja/faq/old-name/x/'], ['/ja/faq/old-name/x.md'], ['/JA/faq/old-name/']])(
    'is that address alone: %s is not found',
    async (address) => {
      const { app } = await serveSmallSite();
      await problemOf(app.request(address), 'not-found', 404);
    },
  );

  it('is for reading only', async () => {
    const { app } = await serveSmallSite();
    await problemOf(app.request('/ja/faq/old-name/', { method: 'POST' }), 'method-not-allowed', 405);
  });
});

describe('the Markdown twin of a page', () => {
  it('is answered as Markdown, and names the page as the one to show', async () => {
    const { app } = await serveSmallSite();
    const answer = await app.request(`${now}index.md`);
    expect(answer.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8');
    expect(answer.headers.get('Link')).toMatch(/^<https?:\/\/[^/]+\/ja\/faq\/exchange-size\/>; rel="canonical"$/);
    expect(await answer.text()).toBe('# サイズ交換');
  });

  it('is named by no other file', async () => {
    const { app } = await serveSmallSite();
    expect((await app.request(now)).headers.get('Link')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { serveSmallSite } from '../support/small-site.ts';

const url = '/ja/faq/summer-sale/';
/** In Tokyo, where the portal is. */
const lastMoment = Date.parse('2026-12-31T23:59:59+09:00');

describe('a page that holds until a day', () => {
  it('is as any other through that day', async () => {
    const { app, time } = await serveSmallSite();
    time.now = lastMoment;
    const answer = await app.request(url);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('夏のセール');
    expect(answer.headers.get('X-Robots-Tag')).toBeNull();
  });

  it('is gone from the next day on, without another build, and says so', async () => {
    const { app, time } = await serveSmallSite();
    const etag = (await app.request(url)).headers.get('ETag') ?? '';
    time.now = lastMoment + 1000;
    const answer = await app.request(url, { headers: { 'If-None-Match': etag } });
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('終了しました');
    expect(answer.headers.get('X-Robots-Tag')).toBe('noindex');
    expect(answer.headers.get('ETag')).toBeNull();
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  });

  it('is gone as Markdown, too', async () => {
    const { app, time } = await serveSmallSite();
    time.now = lastMoment + 1000;
    const answer = await app.request(`${url}index.md`);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toBe('# 終了しました');
  });

  it('is gone at its own address when the site was built since', async () => {
    const { app, time } = await serveSmallSite();
    time.now = lastMoment;
    const answer = await app.request('/ja/faq/spring-sale/');
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain('春のセールは終了しました');
  });
});

import { brotliDecompressSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { readConfig } from '../../../api/config.ts';
import { createNoticedPages, withNotices } from '../../../api/notices/page-notices.ts';
import { openSite } from '../../../api/site.ts';
import { mondayMorning } from '../../support/services.ts';
import { writeSmallSite } from '../support/small-site.ts';
import { hourMs, lateParcels, maintenance, makeNoticingPortal } from './noticing.ts';

const page = (category: string | null, language = 'ja') =>
  `<!doctype html><html lang="${language}"><body><header></header><mado-notices class="notices"${
    category ? ` data-category="${category}"` : ''
  }></mado-notices><main>本文</main></body></html>`;
const pages: Record<string, string> = {
  '/ja/': page(null),
  '/en/': page(null, 'en'),
  '/ja/faq/late/': page('delivery'),
  '/ja/faq/return-policy/': page('returns'),
  '/ja/plain/': '<!doctype html><html lang="ja"><body></body></html>',
};

/** When the page about late parcels has seen its last day. */
const ends = mondayMorning + 12 * hourMs;

/** A portal that serves those pages; `fromBuild` holds the addresses that went out as the build has them. */
async function makePages() {
  const portal = await makeNoticingPortal();
  const noticed = createNoticedPages(portal.services.noticeBoard, {
    readShell: async (path) => pages[path] ?? null,
    hasEnded: (path) => path === '/ja/faq/late/' && portal.time.now >= ends,
  });
  const fromBuild: string[] = [];
  const app = createApp(portal.services, async (c) => {
    const answer = await noticed(c);
    if (answer) return answer;
    fromBuild.push(c.req.path);
    return c.body('as built');
  });
  const shown = async (path: string) =>
    parse(await (await app.request(path)).text())
      .querySelectorAll('mado-notices .notice-title')
      .map((title) => title.textContent);
  return { ...portal, app, fromBuild, shown };
}

describe('a page while something is current', () => {
  it('shows others folded under a major one, and open where there is none', async () => {
    const { app, publish } = await makePages();
    await publish(lateParcels);
    await publish({ ...maintenance, startsAt: mondayMorning, categories: ['delivery'] });
    await publish({ ...lateParcels, categories: ['returns'] });
    const folds = async (path: string) =>
      parse(await (await app.request(path)).text())
        .querySelectorAll('.notice-item')
        .map((item) => [item.getAttribute('data-severity'), item.querySelector('details')?.hasAttribute('open')]);
    expect(await folds('/ja/faq/late/')).toEqual([
      ['major', undefined],
      ['minor', false],
    ]);
    expect(await folds('/ja/faq/return-policy/')).toEqual([['minor', true]]);
  });

  it('holds what concerns it, and is the build’s own where nothing does', async () => {
    const { publish, shown, fromBuild } = await makePages();
    expect(await shown('/ja/')).toEqual([]);
    await publish(lateParcels);
    expect(await shown('/ja/')).toEqual([lateParcels.title.ja]);
    expect(await shown('/en/')).toEqual([lateParcels.title.en]);
    expect(await shown('/ja/faq/late/')).toEqual([lateParcels.title.ja]);
    expect(await shown('/ja/faq/return-policy/')).toEqual([]);
    expect(await shown('/ja/plain/')).toEqual([]);
    expect(await shown('/ja/nothing/')).toEqual([]);
    expect(fromBuild).toEqual(['/ja/', '/ja/faq/return-policy/', '/ja/plain/', '/ja/nothing/']);
  });

  it('shows on every page what touches everything', async () => {
    const { publish, shown } = await makePages();
    await publish({ ...lateParcels, categories: [] });
    expect(await shown('/ja/faq/return-policy/')).toHaveLength(1);
  });

  it('is left to the site once its last day is over, whatever concerns it, and however often it was filled', async () => {
    const { publish, shown, fromBuild, time } = await makePages();
    await publish(lateParcels);
    expect(await shown('/ja/faq/late/')).toHaveLength(1);
    time.now = ends;
    expect(await shown('/ja/faq/late/')).toEqual([]);
    expect(fromBuild).toEqual(['/ja/faq/late/']);
  });

  it('is answered with 410 by a real build once its last day is over', async () => {
    const { services, publish, time } = await makeNoticingPortal();
    const { distDir } = await writeSmallSite();
    const site = await openSite({ ...readConfig({}), distDir });
    const noticed = createNoticedPages(services.noticeBoard, {
      readShell: async (path) => `${await site.readShell(path)}<mado-notices></mado-notices>`,
      hasEnded: (path) => site.hasEnded(path, time.now),
    });
    const app = createApp(services, async (c) => (await noticed(c)) ?? site.answer(c));
    await publish({ ...lateParcels, categories: [] });
    const before = await app.request('/ja/faq/summer-sale/');
    expect(before.status).toBe(200);
    expect(await before.text()).toContain(lateParcels.title.ja);
    time.now = Date.parse('2027-01-01T00:00:00+09:00');
    const after = await app.request('/ja/faq/summer-sale/');
    expect(after.status).toBe(410);
    expect(await after.text()).toContain('終了しました');
  });

  it('names the version of the very notices it shows', async () => {
    const { services, publish, time } = await makePages();
    await publish({ ...lateParcels, categories: [], endsAt: mondayMorning + hourMs });
    const { noticeBoard } = services;
    const version = await noticeBoard.version('ja');
    // The notice ends between two questions: one alone has to answer both.
    const board = {
      ...noticeBoard,
      shown: async (...of: Parameters<typeof noticeBoard.shown>) => {
        const answer = await noticeBoard.shown(...of);
        time.now = mondayMorning + hourMs;
        return answer;
      },
    };
    const filled = await withNotices(board, page(null));
    expect(filled).toContain(lateParcels.title.ja);
    expect(filled).toContain(`data-version="${version}"`);
  });

  it('has an ETag that changes with the notices, and comes compressed', async () => {
    const { publish, put, app } = await makePages();
    const { id } = await publish({ ...lateParcels, title: { ja: "円$&'$1", en: 'x' } });
    const headers = { 'Accept-Encoding': 'gzip, br' };
    const first = await app.request('/ja/', { headers });
    const html = brotliDecompressSync(Buffer.from(await first.arrayBuffer())).toString();
    expect(parse(html).querySelector('.notice-title')?.textContent).toBe("円$&'$1");
    expect(parse(html).querySelector('mado-notices')?.getAttribute('data-version')).toMatch(/^[0-9a-f]{12}$/);
    const etag = first.headers.get('ETag') ?? '';
    expect(first.headers.get('Vary')).toContain('Accept-Encoding');
    const again = () => app.request('/ja/', { headers: { ...headers, 'If-None-Match': etag } });
    expect((await again()).status).toBe(304);
    await put(id, '', { ...lateParcels, startsAt: 1, version: 1 });
    expect((await again()).status).toBe(200);
  });

  it('changes when a start and an end pass', async () => {
    const { publish, shown, time } = await makePages();
    await publish(maintenance);
    expect(await shown('/ja/')).toEqual([]);
    time.now = maintenance.startsAt;
    expect(await shown('/ja/')).toEqual(['秘密の点検']);
    time.now = maintenance.endsAt;
    expect(await shown('/ja/')).toEqual([]);
  });
});

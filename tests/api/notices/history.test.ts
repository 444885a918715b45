import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { mondayMorning } from '../../support/services.ts';
import { hourMs, lateParcels, maintenance, makeNoticingPortal } from './noticing.ts';

describe('the history', () => {
  it('begins with what is current, then what is past by month, each at its own anchor', async () => {
    const { publish, put, text, time } = await makeNoticingPortal();
    const august = Date.parse('2026-08-31T23:30:00+09:00');
    const old = await publish({ ...lateParcels, startsAt: august, endsAt: august + hourMs });
    const ended = await publish(lateParcels);
    time.now += hourMs;
    await put(ended.id, '/end', { version: 1 });
    const now = await publish({ ...maintenance, startsAt: mondayMorning, categories: ['delivery', 'returns'] });
    const page = parse(await text('/ja/notices/'));
    expect(page.querySelectorAll('article').map(({ id }) => id)).toEqual(
      [now, ended, old].map(({ id }) => `notice-${id}`),
    );
    expect(page.querySelectorAll('section h2').map((title) => title.textContent)).toEqual(['2026年11月', '2026年8月']);
    expect(page.querySelector('.history-affects')?.textContent).toBe('対象：お届け・送料、返品・交換');
    expect(page.querySelectorAll('section .notice-time').map((span) => span.textContent.trim())).toEqual([
      '11月16日（月）10:00〜11:00',
      '8月31日（月）23:30〜9月1日（火）0:30',
    ]);
  });

  it('says when nothing ever happened, and when nothing does now', async () => {
    const { publish, text, put } = await makeNoticingPortal();
    expect(await text('/en/notices/')).toContain('There have been no notices yet');
    const { id } = await publish(lateParcels);
    await put(id, '/end', { version: 1 });
    expect(await text('/en/notices/')).toContain('Everything runs as usual');
  });

  it('has a feed that names each notice, when it changed, and itself', async () => {
    const { publish, update, text, time } = await makeNoticingPortal();
    const { id } = await publish(lateParcels);
    time.now += hourMs;
    await update(id, { text: { ja: '続報', en: 'More <b>' }, version: 1 });
    const feed = await text('/en/notices/feed.xml');
    expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
    expect(feed).toContain('<link rel="self" href="http://localhost:4321/en/notices/feed.xml"/>');
    expect(feed).toContain(`<id>http://localhost:4321/en/notices/#notice-${id}</id>`);
    expect(feed).toContain('<published>2026-11-16T01:00:00.000Z</published>');
    expect(feed).toContain('<updated>2026-11-16T02:00:00.000Z</updated>');
    expect(feed).toContain('More &lt;b&gt;');
  });
});

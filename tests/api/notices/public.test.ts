import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, it, vi } from 'vitest';
import { type BoardNeeds, createNoticeBoard } from '../../../api/notices/board.ts';
import { createPages } from '../../../api/http/pages.ts';
import { mondayMorning } from '../../support/services.ts';
import { dangersIn, hostileTexts } from '../support/html.ts';
import { exportedFiles, hourMs, lateParcels, maintenance, makeNoticingPortal } from './noticing.ts';

type Portal = Awaited<ReturnType<typeof makeNoticingPortal>>;

/** What a board of the test's own is made of: a second one on the same data. */
function boardNeeds({ services, folder }: Portal): BoardNeeds {
  const { db, clock, publicUrl, pages, log } = services;
  return { db, clock, dataDir: folder, publicUrl, pages, portal: settings, log };
}

function settings(): ReturnType<BoardNeeds['portal']> {
  return { languages: ['ja', 'en'], timeZone: 'Asia/Tokyo', categories: [], name: both, organisation: both };
}

const addresses = ['ja', 'en'].flatMap((language) => [
  `/notices/${language}.json`,
  `/${language}/notices/`,
  `/${language}/notices/feed.xml`,
]);

/** Everything that the public can get: what is answered, and what is exported. */
async function everythingPublic({ text, exported }: Portal): Promise<string> {
  const answered = await Promise.all(addresses.map(text));
  return [...answered, ...Object.values(await exported())].join('\n');
}

describe('what is public of notices', () => {
  it('is the same in answers and in exported files', async () => {
    const portal = await makeNoticingPortal();
    await portal.publish(lateParcels);
    const files = await portal.exported();
    expect(Object.keys(files).sort()).toEqual(
      ['ja', 'en'].flatMap((l) => [`${l}/notices/feed.xml`, `${l}/notices/index.html`, `notices/${l}.json`]).sort(),
    );
    for (const address of addresses) {
      const file = `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`;
      expect(await portal.text(address)).toBe(files[file]);
      expect(files[file]).toContain(address.includes('en') ? lateParcels.title.en : lateParcels.title.ja);
    }
  });

  it('holds nothing of a notice before its start, all of it from then on, and nothing current after its end', async () => {
    const portal = await makeNoticingPortal();
    const before = await everythingPublic(portal);
    const { id } = await portal.publish(maintenance);
    for (const word of [id, '秘密', 'Secret', new Date(maintenance.startsAt).toISOString()]) {
      expect(await everythingPublic(portal)).not.toContain(word);
    }
    expect(await everythingPublic(portal)).toBe(before);

    portal.time.now = maintenance.startsAt;
    expect(await portal.current()).toMatchObject({ notices: [{ id, title: '秘密の点検' }] });
    expect(await everythingPublic(portal)).toContain('Secret maintenance');

    portal.time.now = maintenance.endsAt;
    expect(await portal.current()).toEqual({ version: '', notices: [] });
    expect((await portal.exported())['notices/ja.json']).not.toContain('秘密');
    expect(await portal.text('/ja/notices/')).toContain('秘密の点検');
    expect(await portal.text('/ja/notices/feed.xml')).toContain('秘密の点検');
  });

  it('holds nothing of a withdrawn one, and it again when that is undone', async () => {
    const portal = await makeNoticingPortal();
    const { id } = await portal.publish(lateParcels);
    await portal.put(id, '/withdrawal', { isWithdrawn: true, version: 1 });
    expect(await everythingPublic(portal)).not.toContain('Snow');
    await portal.put(id, '/withdrawal', { isWithdrawn: false, version: 2 });
    expect(await everythingPublic(portal)).toContain('Snow');
  });

  it('is exported when a start and an end pass, with nobody asking', async () => {
    const portal = await makeNoticingPortal();
    const { services, folder } = portal;
    const inRealTime = createNoticeBoard({
      db: services.db,
      clock: Date.now,
      dataDir: join(folder, 'second'),
      publicUrl: services.publicUrl,
      pages: createPages(async () => null),
      portal: () => ({ languages: ['ja'], timeZone: 'Asia/Tokyo', categories: [], name: both, organisation: both }),
      log: services.log,
    });
    const soon = Date.now() + 400;
    await portal.publish({ ...maintenance, startsAt: soon, endsAt: soon + 600 });
    await inRealTime.refresh();
    const file = async () => (await exportedFiles(join(folder, 'second')))['notices/ja.json'] ?? '';
    expect(await file()).not.toContain('秘密');
    await vi.waitFor(async () => expect(await file()).toContain('秘密'), 5000);
    expect(Date.now()).toBeGreaterThanOrEqual(soon);
    await vi.waitFor(async () => expect(await file()).not.toContain('秘密'), 5000);
    await inRealTime.close();
  });

  it('is shown even when it cannot be exported, and exported once it can', async () => {
    const portal = await makeNoticingPortal();
    await rm(join(portal.folder, 'exported'), { recursive: true, force: true });
    await writeFile(join(portal.folder, 'exported'), 'in the way');
    await portal.publish(lateParcels);
    expect((await portal.current()).notices).toHaveLength(1);
    await rm(join(portal.folder, 'exported'));
    await mkdir(join(portal.folder, 'exported'));
    portal.time.now += 10_000;
    expect((await portal.current()).notices).toHaveLength(1);
    expect((await portal.exported())['notices/en.json']).toContain('Snow');
  });

  it('is tried again after a pause, not at every moment, while the database fails', async () => {
    const portal = await makeNoticingPortal();
    await portal.publish({ ...lateParcels, endsAt: mondayMorning + hourMs });
    portal.time.now += hourMs;
    let tries = 0;
    let isBroken = true;
    const { services, folder, time } = portal;
    const read = services.db.read;
    const db = {
      ...services.db,
      get read() {
        tries += 1;
        if (isBroken) throw new Error('disk I/O error');
        return read;
      },
    };
    const board = createNoticeBoard({ ...boardNeeds(portal), db, dataDir: join(folder, 'second') });
    await board.refresh();
    const triesOfOne = tries;
    expect(triesOfOne).toBeGreaterThan(0);
    // A timer without a pause would have come many times.
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (let asked = 0; asked < 20; asked += 1) await board.version('ja');
    expect(tries).toBe(triesOfOne);
    isBroken = false;
    time.now += 10_000;
    expect(await board.file('/notices/ja.json')).toBeDefined();
    await board.close();
  });

  it('loses the files of a language that the portal no longer speaks, and no other file', async () => {
    const portal = await makeNoticingPortal();
    await portal.publish(lateParcels);
    await writeFile(join(portal.folder, 'exported', 'robots.txt'), 'of somebody else');
    const inJapanese = createNoticeBoard({
      ...boardNeeds(portal),
      portal: () => ({ ...settings(), languages: ['ja'] }),
    });
    await inJapanese.refresh();
    await inJapanese.close();
    expect(Object.keys(await portal.exported()).sort()).toEqual([
      'ja/notices/feed.xml',
      'ja/notices/index.html',
      'notices/ja.json',
      'robots.txt',
    ]);
  });

  it('is exported again when somebody deleted a file', async () => {
    const portal = await makeNoticingPortal();
    await portal.publish(lateParcels);
    const before = await portal.exported();
    await rm(join(portal.folder, 'exported/notices'), { recursive: true });
    await portal.services.noticeBoard.refresh();
    expect(await portal.exported()).toEqual(before);
  });

  it('is whole in the folder before the board is closed, and not touched afterwards', async () => {
    const portal = await makeNoticingPortal();
    const { noticeBoard } = portal.services;
    await rm(join(portal.folder, 'exported'), { recursive: true, force: true });
    void noticeBoard.refresh();
    await noticeBoard.close();
    expect(Object.keys(await portal.exported())).toHaveLength(6);
    await rm(join(portal.folder, 'exported'), { recursive: true });
    portal.time.now += 2 * hourMs;
    await noticeBoard.version('ja');
    expect(await portal.exported()).toEqual({});
  });

  it('escapes what staff wrote, everywhere', async () => {
    const portal = await makeNoticingPortal();
    const publishHostile = async (hostile: string) => {
      const both = { ja: hostile, en: `${hostile} $& $1` };
      const { id } = await portal.publish({ ...lateParcels, severity: 'major', title: both, text: both });
      await portal.update(id, { text: both, version: 1 });
    };
    await Promise.all(hostileTexts.map(publishHostile));
    for (const { html } of (await portal.current('en')).notices) expect(dangersIn(html)).toEqual([]);
    expect(dangersIn(await portal.text('/ja/notices/'))).toEqual([]);
    const feed = parse(await portal.text('/en/notices/feed.xml'));
    expect(feed.querySelectorAll('entry')).toHaveLength(hostileTexts.length);
    expect(feed.querySelectorAll('script, img, svg, iframe')).toEqual([]);
  });

  it('leaves out of texts what no feed may hold', async () => {
    const portal = await makeNoticingPortal();
    await portal.publish({ ...lateParcels, title: { ja: '雪\u0000\u000b', en: 'Snow\ud800' } });
    const feed = await portal.text('/en/notices/feed.xml');
    // oxlint-disable-next-line no-control-regex -- what must not be there
    expect(feed).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800]/);
    expect(feed).toContain('Snow');
  });
});

const both = { ja: '窓口', en: 'Portal' };

describe('the files of notices', () => {
  it('are answered by ETag, compressed, and asked for again each time', async () => {
    const { app, publish } = await makeNoticingPortal();
    await publish(lateParcels);
    for (const path of addresses) {
      const answer = await app.request(path, { headers: { 'Accept-Encoding': 'br' } });
      expect(answer.headers.get('Cache-Control')).toBe('no-cache');
      expect(answer.headers.get('Content-Encoding')).toBe('br');
      const etag = answer.headers.get('ETag') ?? '';
      const headers = { 'Accept-Encoding': 'br', 'If-None-Match': etag };
      expect((await app.request(path, { headers })).status).toBe(304);
      expect((await app.request(path, { method: 'HEAD' })).status).toBe(200);
    }
    expect((await app.request('/notices/de.json')).status).toBe(404);
    expect((await app.request('/de/notices/')).status).toBe(404);
  });

  it.for(['/%5Cevil.example/notices', '/%0d%0aX/notices', '/%5Cevil.example/requests/k3yk3y', '/%0d%0aX/requests/k'])(
    'lead nobody to another site: %s is no address',
    async (path) => {
      const { app } = await makeNoticingPortal();
      const answer = await app.request(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('Location')).toBeNull();
    },
  );

  it('lead from an address without its closing slash to the one with it, whatever it holds', async () => {
    const { app } = await makeNoticingPortal();
    const location = async (path: string) => (await app.request(path)).headers.get('Location');
    expect(await location('/ja/notices')).toBe('/ja/notices/');
    expect(await location('/en/requests/k3yk3y')).toBe('/en/requests/k3yk3y/');
    expect(await location('/en/requests/a%0d%0aX:%5C')).toBe('/en/requests/a%0D%0AX%3A%5C/');
  });

  it('list the most severe first, with all that programs need', async () => {
    const { publish, current, update } = await makeNoticingPortal();
    await publish({ ...lateParcels, severity: 'information' });
    const { id } = await publish({ ...lateParcels, severity: 'major', endsAt: mondayMorning + hourMs });
    await update(id, { text: { ja: '続報', en: 'More' }, version: 1 });
    const { notices, version } = await current('en');
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect(notices.map(({ severity }) => severity)).toEqual(['major', 'information']);
    expect(notices[0]).toMatchObject({
      id,
      title: lateParcels.title.en,
      startsAt: '2026-11-16T01:00:00.000Z',
      endsAt: '2026-11-16T02:00:00.000Z',
      updates: [{ text: 'More', isSolved: false }],
      url: `/en/notices/#notice-${id}`,
    });
  });
});

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
      '11月16日(月) 10:00〜11:00',
      '8月31日(月) 23:30〜9月1日(火) 0:30',
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

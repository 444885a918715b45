import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type BoardNeeds, createNoticeBoard } from '../../../api/notices/board.ts';
import { createPages } from '../../../api/http/pages.ts';
import { mondayMorning } from '../../support/services.ts';
import { exportedFiles, hourMs, lateParcels, maintenance, makeNoticingPortal } from './noticing.ts';

const both = { ja: '窓口', en: 'Portal' };

type Portal = Awaited<ReturnType<typeof makeNoticingPortal>>;

/** What a board of the test's own is made of: a second one on the same data. */
function boardNeeds({ services, folder }: Portal): BoardNeeds {
  const { db, clock, publicUrl, pages, log } = services;
  return { db, clock, dataDir: folder, publicUrl, pages, portal: settings, log };
}

function settings(): ReturnType<BoardNeeds['portal']> {
  return { languages: ['ja', 'en'], timeZone: 'Asia/Tokyo', categories: [], name: both, organisation: both };
}

describe('what is public of notices', () => {
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
});

import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { dangersIn } from '../support/html.ts';
import { hostileTexts } from '../../support/payloads.ts';
import { addresses, lateParcels, maintenance, makeNoticingPortal } from './noticing.ts';

/** Everything that the public can get: what is answered, and what is exported. */
async function everythingPublic({ text, exported }: Awaited<ReturnType<typeof makeNoticingPortal>>): Promise<string> {
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

import { describe, expect, it } from 'vitest';
import { mondayMorning } from '../../support/services.ts';
import { addresses, hourMs, lateParcels, makeNoticingPortal } from './noticing.ts';

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

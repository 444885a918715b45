import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { largestKeptBytes } from '../../../api/http/ranges.ts';
import { serveSmallSite } from '../support/small-site.ts';

/** A film in the small site, and everything that is asked of it. */
async function serveFilm(bytes = 1000) {
  const { app, site } = await serveSmallSite();
  const film = randomBytes(bytes);
  await writeFile(join(site.folder, 'site/_astro/film.mp4'), film);
  site.files.set('_astro/film.mp4', { type: 'video/mp4', bytes, etag: 'f'.repeat(20) });
  const ask = (headers: Record<string, string> = {}, method = 'GET') =>
    app.request('/_astro/film.mp4', { method, headers });
  return { app, film, ask };
}
const etag = `"${'f'.repeat(20)}"`;

async function bodyOf(answer: Response): Promise<Buffer> {
  return Buffer.from(await answer.arrayBuffer());
}

describe('a part of a film', () => {
  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=100-', 100, 999],
    ['bytes=-100', 900, 999],
    ['bytes=-5000', 0, 999],
    ['bytes=999-999', 999, 999],
    ['bytes=900-5000', 900, 999],
    ['bytes=0-', 0, 999],
    ['Bytes = 5-6', 5, 6],
  ])('is sent as it is asked for: %s', async (range, first, last) => {
    const { film, ask } = await serveFilm();
    const answer = await ask({ Range: range });
    expect(answer.status).toBe(206);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-range': `bytes ${first}-${last}/1000`,
      'content-length': String(last - first + 1),
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      etag,
    });
    expect(answer.headers.get('Content-Encoding')).toBeNull();
    expect((await bodyOf(answer)).equals(film.subarray(first, last + 1))).toBe(true);
  });

  it.each([['bytes=1000-'], ['bytes=5000-6000'], ['bytes=-0']])(
    'that the film does not have is refused with its length: %s',
    async (range) => {
      const { ask } = await serveFilm();
      const answer = await ask({ Range: range });
      expect(answer.status).toBe(416);
      expect(answer.headers.get('Content-Range')).toBe('bytes */1000');
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(await answer.text()).toBe('');
    },
  );

  it.each([
    ['bytes=0-9,20-29'],
    ['bytes=9-0'],
    ['bytes=-'],
    ['bytes='],
    ['pages=1-2'],
    ['bytes=a-b'],
    ['bytes=1-2-3'],
    [''],
  ])('that is several, malformed or of another unit is the whole: %j', async (range) => {
    const { film, ask } = await serveFilm();
    const answer = await ask({ Range: range });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Range')).toBeNull();
    expect((await bodyOf(answer)).equals(film)).toBe(true);
  });

  it('is of the version the reader has, otherwise the whole of the new one', async () => {
    const { ask } = await serveFilm();
    const asked = { Range: 'bytes=10-19' };
    expect((await ask({ ...asked, 'If-Range': etag })).status).toBe(206);
    for (const other of ['"another"', `W/${etag}`, 'Sun, 22 Nov 2026 00:00:00 GMT']) {
      expect((await ask({ ...asked, 'If-Range': other })).status, other).toBe(200);
    }
    // A part that nobody can have is of no matter then.
    expect((await ask({ Range: 'bytes=5000-', 'If-Range': '"another"' })).status).toBe(200);
  });

  it('is not sent to who has the whole', async () => {
    const { ask } = await serveFilm();
    const answer = await ask({ Range: 'bytes=0-9', 'If-None-Match': etag });
    expect(answer.status).toBe(304);
    expect(await answer.text()).toBe('');
  });

  it('is no matter of HEAD, which tells that there are parts', async () => {
    const { ask } = await serveFilm();
    const answer = await ask({ Range: 'bytes=0-9' }, 'HEAD');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Length')).toBe('1000');
    expect(answer.headers.get('Accept-Ranges')).toBe('bytes');
    expect(await answer.text()).toBe('');
  });

  it('may be left in the middle of it, and the next one is sent', async () => {
    const { film, ask } = await serveFilm(largestKeptBytes * 3);
    const reader = (await ask({ Range: 'bytes=0-' })).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect((await bodyOf(await ask({ Range: 'bytes=-7' }))).equals(film.subarray(-7))).toBe(true);
  });
});

describe('a whole file', () => {
  it('is a film from its disk, and says that it has parts', async () => {
    const { film, ask } = await serveFilm(largestKeptBytes + 1);
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Accept-Ranges')).toBe('bytes');
    expect(answer.headers.get('Content-Length')).toBe(String(film.length));
    expect((await bodyOf(answer)).equals(film)).toBe(true);
  });

  it('of nothing is sent, and has no parts', async () => {
    const { ask } = await serveFilm(0);
    expect((await ask()).status).toBe(200);
    expect((await ask({ Range: 'bytes=0-' })).status).toBe(416);
  });

  it('that has compressed copies has no parts', async () => {
    const { app } = await serveSmallSite();
    for (const accepted of ['br', 'identity']) {
      const answer = await app.request('/ja/', { headers: { Range: 'bytes=0-9', 'Accept-Encoding': accepted } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Accept-Ranges')).toBeNull();
    }
  });

  it('of text without compressed copies can be asked for in part', async () => {
    const { app } = await serveSmallSite();
    const answer = await app.request('/icon.svg', { headers: { Range: 'bytes=0-3' } });
    expect(answer.status).toBe(206);
    expect(await answer.text()).toBe('<svg');
  });
});

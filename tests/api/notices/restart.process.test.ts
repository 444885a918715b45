import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Notice, PublicNotices } from '../../../api/notices/contract.ts';
import { buildOnce } from '../../support/build-once.ts';
import { cast } from '../../support/cast.ts';
import { type PortalProcess, startPortal } from '../../support/portal-process.ts';
import { exportedFiles, lateParcels } from './noticing.ts';

beforeAll(buildOnce);

it('kill -9 loses no notice that was acknowledged, and the next start exports what holds then', async () => {
  const first = await startPortal();
  const cookie = await setUp(first);
  const post = async (input: object) => {
    const headers = { 'Content-Type': 'application/json', Cookie: cookie };
    const answer = await fetch(`${first.url}/api/notices`, { method: 'POST', headers, body: JSON.stringify(input) });
    expect(answer.status).toBe(201);
    return ((await answer.json()) as Notice).id;
  };
  const lasting = await post(lateParcels);
  const begins = Date.now() + 4000;
  const starting = await post({ ...lateParcels, startsAt: begins, title: { ja: '始まる', en: 'Begins' } });
  const ending = await post({ ...lateParcels, endsAt: begins, title: { ja: '終わる', en: 'Ends' } });
  await first.stop('SIGKILL');
  expect(idsIn((await exportedFiles(first.dataDir))['notices/ja.json']).sort()).toEqual([lasting, ending].sort());
  await rm(join(first.dataDir, 'exported/notices/en.json'));

  const wait = begins - Date.now();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  const second = await startPortal({ dataDir: first.dataDir });
  const files = await exportedFiles(first.dataDir);
  for (const language of ['ja', 'en']) {
    expect(idsIn(files[`notices/${language}.json`]).sort()).toEqual([lasting, starting].sort());
    expect(await (await fetch(`${second.url}/notices/${language}.json`)).text()).toBe(
      files[`notices/${language}.json`],
    );
    expect(files[`${language}/notices/index.html`]).toContain(`notice-${ending}`);
  }
  const home = await (await fetch(`${second.url}/ja/`)).text();
  expect(home).toContain('始まる');
  expect(home).not.toContain('終わる');
  await second.stop();
});

function idsIn(file = '{"notices":[]}'): string[] {
  return (JSON.parse(file) as PublicNotices).notices.map(({ id }) => id);
}

/** Makes the owner; gives back the cookie of the session. */
async function setUp({ url, setupUrl }: PortalProcess): Promise<string> {
  const answer = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...cast.emma, token: setupUrl?.split('#setup=')[1] }),
  });
  expect(answer.status).toBe(201);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

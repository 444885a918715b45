import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { buildOnce } from '../../support/build-once.ts';
import { cast } from '../../support/cast.ts';
import { freePort, startPortal } from '../../support/portal-process.ts';
import { withTool } from '../../support/prepare-tools.ts';

const caddyfile = join(import.meta.dirname, '../../../api/deploy/Caddyfile');
const closers: (() => Promise<unknown> | void)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** Debian's Caddy with the file that is shipped, on plain HTTP and loopback. */
async function startCaddy(portal: string) {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-caddy-'));
  const [exported, built] = [join(folder, 'exported'), join(folder, 'built')];
  await mkdir(join(exported, 'notices'), { recursive: true });
  await mkdir(join(built, 'ja/faq/return-policy'), { recursive: true });
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn('caddy', ['run', '--config', caddyfile, '--adapter', 'caddyfile'], {
    env: {
      ...process.env,
      CADDY_ADMIN: 'off',
      SITE_ADDRESS: url,
      PORTAL: portal,
      PATIENCE: '1s',
      EXPORTED_DIR: exported,
      STATIC_DIR: built,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  closers.push(async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  });
  await expect.poll(() => log, { timeout: 20_000 }).toContain('serving initial configuration');
  return { url, exported, built };
}

describe('Caddy in front of a portal', withTool('caddy'), () => {
  it('passes on everything as it is, and says 502s with what can be read while the portal is down', async () => {
    await buildOnce();
    const port = await freePort();
    const caddy = await startCaddy(`127.0.0.1:${port}`);
    const portal = await startPortal({ port, env: { OTHER_ORIGINS: caddy.url } });
    closers.push(() => portal.stop('SIGKILL'));

    const [direct, through] = await Promise.all([fetch(`http://127.0.0.1:${port}/ja/`), fetch(`${caddy.url}/ja/`)]);
    expect(await through.text()).toBe(await direct.text());
    for (const name of ['content-security-policy', 'etag', 'cache-control', 'content-encoding', 'vary']) {
      expect([name, through.headers.get(name)]).toEqual([name, direct.headers.get(name)]);
    }
    const post = () =>
      fetch(`${caddy.url}/api/tickets`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: caddy.url, 'Sec-Fetch-Site': 'same-origin' },
        body: JSON.stringify({ ...cast.tom, subject: 'Hi', message: 'Hello', language: 'en' }),
      });
    const opened = await post();
    expect(opened.status).toBe(201);
    const { requestUrl } = (await opened.json()) as { requestUrl: string };
    expect((await fetch(`${caddy.url}${requestUrl}`)).status).toBe(200);
    expect((await fetch(`${caddy.url}/metrics`)).status).toBe(404);

    await portal.stop();
    await writeFile(join(caddy.exported, 'notices/ja.json'), '{"notices":[]}');
    await writeFile(join(caddy.built, 'ja/faq/return-policy/index.html'), '<h1>返品</h1>');
    const notices = await fetch(`${caddy.url}/notices/ja.json`);
    expect([notices.status, await notices.text()]).toEqual([200, '{"notices":[]}']);
    const page = await fetch(`${caddy.url}/ja/faq/return-policy/`);
    expect([page.status, await page.text()]).toEqual([200, '<h1>返品</h1>']);
    expect(page.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    expect(page.headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains');
    const refused = await post();
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([502, '10']);
    expect(await refused.json()).toMatchObject({ type: '/problems/starting', status: 502 });
    for (const path of [requestUrl, '/..%2f..%2fetc/passwd', '/notices/../../portal.key']) {
      expect((await fetch(`${caddy.url}${path}`)).status).toBeGreaterThan(399);
    }
  });

  it('says itself where a request came from, whatever the sender says', async () => {
    const echo = createServer((request, response) => response.end(JSON.stringify(request.headers))).listen(
      0,
      '127.0.0.1',
    );
    await once(echo, 'listening');
    closers.push(() => void echo.close());
    const address = echo.address();
    const caddy = await startCaddy(`127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    const forged = { 'X-Forwarded-For': '203.0.113.9', Forwarded: 'for=203.0.113.9', 'X-Real-IP': '203.0.113.9' };
    const seen = (await (await fetch(caddy.url, { headers: forged })).json()) as Record<string, string>;
    expect(JSON.stringify(seen)).not.toContain('203.0.113.9');
    expect(seen).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      host: new URL(caddy.url).host,
    });
  });
});

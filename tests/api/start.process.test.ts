import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cast } from '../support/cast.ts';
import { buildOnce } from '../support/build-once.ts';
import { failToStart, freePort, type PortalProcess, startPortal } from '../support/portal-process.ts';

const running: PortalProcess[] = [];

async function start(...options: Parameters<typeof startPortal>) {
  const portal = await startPortal(...options);
  running.push(portal);
  return portal;
}

async function openTicket(portal: PortalProcess, subject: string) {
  const response = await fetch(`${portal.url}/api/tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...cast.tom, subject, message: 'Hello', language: 'en' }),
  });
  return { status: response.status, body: (await response.json()) as { requestUrl: string; reference: string } };
}

beforeAll(buildOnce);
afterEach(async () => {
  for (const portal of running.splice(0)) await portal.stop('SIGKILL');
});

describe('starting', () => {
  it('a second start says at once which process has the database, builds nothing and touches nothing', async () => {
    const first = await start();
    const before = await readFile(join(first.dataDir, 'portal.db.holder.json'), 'utf8');
    const second = await failToStart({ dataDir: first.dataDir });
    expect(second.code).toBe(1);
    expect(second.output).toContain(`process ${first.pid}`);
    expect(second.output).toContain(first.url);
    expect(second.output).not.toContain('Building');
    expect(await readFile(join(first.dataDir, 'portal.db.holder.json'), 'utf8')).toBe(before);
    expect((await openTicket(first, 'still serving')).status).toBe(201);
  });

  it('names the foreign process that holds the database', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-data-'));
    const holder = spawn(process.execPath, [
      join(import.meta.dirname, '../support/database-holder.ts'),
      join(dataDir, 'portal.db'),
    ]);
    await once(holder.stdout, 'data');
    const refused = await failToStart({ dataDir });
    holder.kill('SIGKILL');
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('portal.db');
    if (process.platform === 'linux') expect(refused.output).toContain(`Process ${holder.pid} `);
  });

  it('a taken port is named, with one that may be free', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const refused = await failToStart({ port });
    other.close();
    expect(refused.code).toBe(1);
    expect(refused.output).toContain(`Port ${port} is taken`);
    expect(refused.output).toContain(String(port + 1));
  });

  it('a data folder that cannot be written is named', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'madoguchi-')), 'a-file');
    await writeFile(file, '');
    const refused = await failToStart({ dataDir: join(file, 'data') });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain(`data folder ${join(file, 'data')} cannot be written`);
  });

  it('lists every wrong setting at once', async () => {
    const refused = await failToStart({
      env: { PORT: 'many', PUBLIC_URL: 'http://help.example.com', LOG_LEVEL: 'loud' },
    });
    expect(refused.code).toBe(1);
    for (const key of ['PORT', 'PUBLIC_URL', 'LOG_LEVEL']) expect(refused.output).toContain(`${key} is`);
  });

  it('makes its key readable by its owner only', async () => {
    const { dataDir } = await start();
    expect((await stat(join(dataDir, 'portal.key'))).mode & 0o777).toBe(0o600);
  });
});

describe('stopping', () => {
  it('finishes what is under way, and starts again with everything there', async () => {
    const first = await start();
    const answers = Array.from({ length: 20 }, (_, index) => openTicket(first, `ticket ${index}`));
    const settled = Promise.allSettled(answers);
    await Promise.any(answers);
    expect(await first.stop('SIGTERM')).toBe(0);
    const opened = (await settled).flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(opened.length).toBeGreaterThan(0);
    const again = await start({ dataDir: first.dataDir });
    for (const { body } of opened) {
      const page = await fetch(`${again.url}${body.requestUrl}`);
      expect(await page.text()).toContain(body.reference);
    }
  });

  it('prints a fresh one-time link at each start until there is an owner', async () => {
    const first = await start();
    const link = first.setupUrl;
    await first.stop();
    const second = await start({ dataDir: first.dataDir });
    expect(link).toContain('#setup=');
    expect(second.setupUrl).toContain('#setup=');
    expect(second.setupUrl?.split('=')[1]).not.toBe(link?.split('=')[1]);
    const token = second.setupUrl?.split('#setup=')[1];
    const made = await fetch(`${second.url}/api/setup`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...cast.ichiro, token }),
    });
    expect(made.status).toBe(201);
    await second.stop();
    const third = await start({ dataDir: first.dataDir });
    expect(third.setupUrl).toBeNull();
  });
});

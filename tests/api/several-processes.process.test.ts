import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Finding } from '../../api/doctor/finding.ts';
import { buildOnce } from '../support/build-once.ts';
import { cast } from '../support/cast.ts';
import { runCommand } from '../support/command.ts';
import { failToStart, startPortal } from '../support/portal-process.ts';
import { type HranaProcess, startHranaServer } from '../support/shared-database.ts';

const secret = 'one key for all machines of these tests';
let server: HranaProcess;

beforeAll(async () => {
  await buildOnce();
  server = await startHranaServer();
});
afterAll(() => server.stop());

const settingsFor = (name: string) => ({
  DATABASE_URL: server.urlOf(name),
  DATABASE_AUTH_TOKEN: server.authToken,
  SECRET: secret,
});

async function send(url: string, path: string, value: unknown, headers: Record<string, string> = {}) {
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(value),
  });
}

const ticket = { ...cast.tom, subject: 'Wrong size', message: 'Too small.', language: 'en' };

describe('two processes on one database server', () => {
  it('start at once on an empty database, and share sessions, tickets and private links', async () => {
    const env = settingsFor('shared');
    const [here, there] = await Promise.all([startPortal({ env }), startPortal({ env })]);
    const token = here.setupUrl?.split('#setup=')[1];
    const made = await send(here.url, '/api/setup', { ...cast.ichiro, token });
    expect(made.status).toBe(201);
    const cookie = made.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');

    const opened = await send(here.url, '/api/tickets', ticket);
    const { reference, requestUrl } = (await opened.json()) as { reference: string; requestUrl: string };
    const seen = await fetch(`${there.url}/api/tickets/${reference}`, { headers: { Cookie: cookie } });
    expect(await seen.json()).toMatchObject({ reference, subject: ticket.subject });
    expect(await (await fetch(`${there.url}${requestUrl}`)).text()).toContain(reference);

    expect((await send(there.url, `${requestUrl}messages`, { message: 'Half a size.' })).status).toBe(201);
    expect(await (await fetch(`${here.url}${requestUrl}`)).text()).toContain('Half a size.');
    await Promise.all([here.stop(), there.stop()]);
  });

  it('a ticket whose answer was cut off after the commit is opened once, whichever process the retry reaches', async () => {
    const env = settingsFor('cut');
    const [here, there] = await Promise.all([startPortal({ env }), startPortal({ env })]);
    // What processes do by the clock writes, too: the cut has to meet the ticket.
    await server.cutAfterCommit(1, 'insert into "conversations"');
    const headers = { 'Idempotency-Key': 'cut-after-commit' };
    const cut = await send(here.url, '/api/tickets', ticket, headers);
    expect(cut.status).toBe(503);
    expect(cut.headers.get('Retry-After')).toBe('2');
    const again = await send(there.url, '/api/tickets', ticket, headers);
    expect(again.status).toBe(201);
    const { reference } = (await again.json()) as { reference: string };
    await Promise.all([here.stop(), there.stop()]);

    const database = new DatabaseSync(server.fileOf('cut'), { readOnly: true });
    expect(database.prepare('select reference from conversations').all()).toEqual([{ reference }]);
    expect(database.prepare('select count(*) as count from messages').get()).toEqual({ count: 1 });
    database.close();
  });
});

describe('a start on a database server', () => {
  it('without the key that all machines share is refused', async () => {
    const refused = await failToStart({ env: { ...settingsFor('keyless'), SECRET: '' } });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('SECRET is missing');
  });

  it('that refuses the token says so, and what to look at', async () => {
    const refused = await failToStart({ env: { ...settingsFor('closed'), DATABASE_AUTH_TOKEN: 'hunter2' } });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('HTTP 401');
    expect(refused.output).toContain('DATABASE_AUTH_TOKEN');
    expect(refused.output).not.toContain('hunter2');
  });
});

const run = (command: string, dataDir: string, env: Record<string, string>, ...args: string[]) =>
  runCommand(`api/${command}`, args, { DATA_DIR: dataDir, BACKUP_DIR: join(dataDir, 'backups'), ...env });

const doctor = async (dataDir: string, env: Record<string, string>) => {
  const { code, stdout } = await run('doctor/doctor-command.ts', dataDir, env, '--json');
  const findings = JSON.parse(stdout) as Finding[];
  return { code, findings, database: findings.filter(({ subject }) => subject === 'database') };
};

describe('commands for a portal on a database server', () => {
  it('examine the server, while the portal runs and when it is stopped', async () => {
    const env = settingsFor('examined');
    const portal = await startPortal({ env });
    // Left from before there was a server: nothing of it is looked at.
    await writeFile(join(portal.dataDir, 'portal.db'), 'a file of before', { mode: 0o600 });
    const well = [{ level: 'ok', what: expect.stringMatching(/^127\.0\.0\.1:\d+ answers within \d+ ms$/) as string }];
    const running = await doctor(portal.dataDir, {});
    expect([running.code, running.database]).toEqual([0, [expect.objectContaining(well[0] ?? {})]]);
    await portal.stop();
    expect((await doctor(portal.dataDir, env)).database).toMatchObject(well);

    const database = new DatabaseSync(server.fileOf('examined'));
    database.exec("update migrations set hash = 'other' where name like '0001%'");
    database.close();
    const changed = await doctor(portal.dataDir, env);
    expect(changed.code).toBe(1);
    expect(changed.database).toMatchObject([
      { level: 'fault', what: expect.stringContaining('has changed'), remedy: expect.stringContaining('git checkout') },
    ]);
  });

  it('say of a server that is not there, refuses the token or is empty what it is', async () => {
    const dataDir = await temporaryFolder();
    const gone = await doctor(dataDir, { ...settingsFor('gone'), DATABASE_URL: 'http://127.0.0.1:9/' });
    const closed = await doctor(dataDir, { ...settingsFor('gone'), DATABASE_AUTH_TOKEN: 'hunter2' });
    for (const [{ code, findings }, why] of [
      [gone, 'could not be reached'],
      [closed, 'HTTP 401'],
    ] as const) {
      expect(code).toBe(1);
      expect(findings).toMatchObject([
        { subject: 'database', what: expect.stringContaining(why), remedy: expect.stringContaining('DATABASE_URL') },
      ]);
      expect(JSON.stringify(findings)).not.toContain('hunter2');
    }
    const empty = await doctor(dataDir, settingsFor('empty'));
    expect(empty).toMatchObject({
      code: 0,
      findings: [{ level: 'warning', what: expect.stringContaining('is empty') }],
    });
  });

  it('back up and restore nothing, and say what is to be kept where', async () => {
    const env = settingsFor('kept');
    const portal = await startPortal({ env });
    const backUp = (settings: Record<string, string>) => run('backup/backup-command.ts', portal.dataDir, settings);
    // With the settings of the portal, and asked by somebody who has others.
    for (const settings of [env, {}]) {
      const { code, output } = await backUp(settings);
      expect([code, output]).toEqual([1, expect.stringContaining('nothing was backed up')]);
      expect(output).toContain('Back it up at the server');
      expect(output).toContain('SECRET');
    }
    await portal.stop();
    const stopped = await backUp(env);
    expect([stopped.code, stopped.output]).toEqual([1, expect.stringContaining('Back it up at the server')]);
    expect(await readdir(portal.dataDir)).not.toContain('backups');
    const restored = await run('backup/restore-command.ts', portal.dataDir, env, '/a/backup');
    expect([restored.code, restored.output]).toEqual([1, expect.stringContaining('nothing was restored')]);
  });
});

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-several-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Finding } from '../../../api/doctor/finding.ts';
import { buildOnce } from '../../support/build-once.ts';
import { runCommand } from '../../support/command.ts';
import { startPortal } from '../../support/portal-process.ts';
import { startSmtp } from '../../support/smtp.ts';

beforeAll(buildOnce);

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-doctor-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const doctor = (env: Record<string, string>, ...args: string[]) =>
  runCommand('api/doctor/doctor-command.ts', args, env);

async function findingsOf(env: Record<string, string>) {
  const { code, stdout } = await doctor(env, '--json');
  return { code, findings: JSON.parse(stdout) as Finding[] };
}

describe('npm run doctor', () => {
  it('examines a portal while it runs and when it is stopped, and ends with 1 only for a fault', async () => {
    const portal = await startPortal();
    onTestFinished(async () => void (await portal.stop('SIGKILL')));
    const { dataDir } = portal;
    const running = await findingsOf({ DATA_DIR: dataDir });
    expect(running.findings.filter(({ level }) => level === 'fault')).toEqual([]);
    expect(running.findings.find(({ subject }) => subject === 'address')?.what).toContain(portal.url);
    expect(running.code).toBe(0);

    await chmod(join(dataDir, 'portal.key'), 0o640);
    const told = await doctor({ DATA_DIR: dataDir });
    expect(told.code).toBe(1);
    expect(told.output).toContain('FAULT   secrets');
    expect(told.output).toContain(`→ chmod 600 ${join(dataDir, 'portal.key')}`);
    expect(told.output).toMatch(/\n1 fault, \d+ warnings?\n$/);

    await portal.stop();
    expect((await doctor({ DATA_DIR: dataDir })).output).toContain('FAULT   secrets');
    await chmod(join(dataDir, 'portal.key'), 0o600);
    expect((await findingsOf({ DATA_DIR: dataDir })).code).toBe(0);

    // Damage in the midst of the file.
    const file = await open(join(dataDir, 'portal.db'), 'r+');
    const { size } = await file.stat();
    await file.write(Buffer.alloc(size - 8192, 0xa5), 0, size - 8192, 4096);
    await file.close();
    const damaged = await findingsOf({ DATA_DIR: dataDir });
    expect(damaged.code).toBe(1);
    expect(damaged.findings).toContainEqual(
      expect.objectContaining({ subject: 'database', remedy: expect.stringContaining('npm run restore') as string }),
    );
  });

  it('examines a portal that runs with its settings, not those of whoever asks', async () => {
    const smtp = await startSmtp();
    onTestFinished(() => smtp.close());
    const portal = await startPortal({ env: { TRUSTED_PROXIES: '0.0.0.0/0', SMTP_URL: smtp.url } });
    onTestFinished(async () => void (await portal.stop('SIGKILL')));
    const about = async (env: Record<string, string>) => {
      const { findings } = await findingsOf({ DATA_DIR: portal.dataDir, ...env });
      return findings.filter(({ subject }) => subject === 'mail' || subject === 'address');
    };
    const settings = { TRUSTED_PROXIES: '127.0.0.1', SMTP_URL: 'smtp://127.0.0.1:9' };
    for (const env of [{}, settings]) {
      expect(await about(env)).toMatchObject([
        { subject: 'address', level: 'fault', what: 'TRUSTED_PROXIES is 0.0.0.0/0: everybody is believed.' },
        { subject: 'mail', level: 'ok', what: `127.0.0.1:${smtp.port} lets us in` },
      ]);
    }
  });

  it('lists every wrong setting', async () => {
    const { code, findings } = await findingsOf({ PORT: 'many', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(findings.map(({ subject, what }) => [subject, what.split(' ')[0]])).toEqual([
      ['configuration', 'PORT'],
      ['configuration', 'LOG_LEVEL'],
    ]);
  });

  it('names a foreign process that has the database', async () => {
    const dataDir = await temporaryFolder();
    const holder = spawn(process.execPath, [
      join(import.meta.dirname, '../../support/database-holder.ts'),
      join(dataDir, 'portal.db'),
    ]);
    onTestFinished(() => void holder.kill('SIGKILL'));
    await once(holder.stdout, 'data');
    const { code, findings } = await findingsOf({ DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(findings).toMatchObject([{ subject: 'database', level: 'fault', remedy: 'Stop that process.' }]);
    if (process.platform === 'linux') expect(findings[0]?.what).toContain(`Process ${holder.pid} `);
  });

  it('says that there is no database, that a restore was cut short, that a file is no database', async () => {
    const dataDir = await temporaryFolder();
    const none = await findingsOf({ DATA_DIR: dataDir });
    expect(none).toMatchObject({
      code: 0,
      findings: [{ level: 'warning', what: expect.stringContaining('no database') }],
    });
    const file = await open(join(dataDir, 'portal.db'), 'w');
    await file.write('a letter, not a database '.repeat(500));
    await file.close();
    expect(await findingsOf({ DATA_DIR: dataDir })).toMatchObject({
      code: 1,
      findings: [{ subject: 'database', what: expect.stringContaining('damaged') }],
    });
    await mkdir(join(dataDir, '.restoring'));
    expect((await findingsOf({ DATA_DIR: dataDir })).findings).toMatchObject([
      { what: expect.stringContaining('cut short') },
    ]);
  });
});

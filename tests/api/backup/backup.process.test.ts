import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildOnce } from '../../support/build-once.ts';
import { cast } from '../../support/cast.ts';
import { runCommand } from '../../support/command.ts';
import { failToStart, type PortalProcess, startPortal } from '../../support/portal-process.ts';
import { readDatabase } from '../../support/read-database.ts';

const running: PortalProcess[] = [];

beforeAll(buildOnce);
afterEach(async () => {
  for (const portal of running.splice(0)) await portal.stop('SIGKILL');
});

async function start(dataDir?: string) {
  const portal = await startPortal(dataDir ? { dataDir } : {});
  running.push(portal);
  return portal;
}

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-backup-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const backUp = (dataDir: string, backupDir: string, ...args: string[]) =>
  runCommand('api/backup/backup-command.ts', args, { DATA_DIR: dataDir, BACKUP_DIR: backupDir });
const restore = (dataDir: string, ...args: string[]) =>
  runCommand('api/backup/restore-command.ts', args, { DATA_DIR: dataDir });

async function openTicket({ url }: PortalProcess, subject: string) {
  const answer = await fetch(`${url}/api/tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...cast.tom, subject, message: 'はい', language: 'en' }),
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as { reference: string; requestUrl: string };
}

async function onlyBackupIn(backupDir: string) {
  const names = await readdir(backupDir);
  expect(names).toHaveLength(1);
  return join(backupDir, names[0] ?? '');
}

describe('a backup', () => {
  it('taken under load has every ticket that was acknowledged before, and restores into a portal that shows them', async () => {
    const portal = await start();
    const backupDir = await temporaryFolder();
    await mkdir(join(portal.dataDir, 'uploads/2026'), { recursive: true });
    await writeFile(join(portal.dataDir, 'uploads/2026/shoe.png'), 'a picture');
    await symlink('/etc/passwd', join(portal.dataDir, 'uploads/passwd'));

    const acknowledged: { reference: string; requestUrl: string }[] = [];
    const load = { goesOn: true };
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let index = 0; load.goesOn; index += 1) acknowledged.push(await openTicket(portal, `${writer}/${index}`));
    });
    await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(100);
    const before = [...acknowledged];
    const made = await backUp(portal.dataDir, backupDir);
    const goneOn = acknowledged.length;
    load.goesOn = false;
    await Promise.all(writers);
    expect(made.output).toMatch(/the database was read back: \d+ tables, \d+ rows/);
    expect(made.code).toBe(0);
    expect(goneOn).toBeGreaterThan(before.length);

    const backup = await onlyBackupIn(backupDir);
    const stored = await readDatabase<{ reference: string }>(
      join(backup, 'portal.db'),
      'select reference from conversations',
    );
    const references = new Set(stored.map(({ reference }) => reference));
    expect(before.filter(({ reference }) => !references.has(reference))).toEqual([]);
    expect(references.size).toBeLessThanOrEqual(acknowledged.length);
    const [halves] = await readDatabase<{ count: number }>(
      join(backup, 'portal.db'),
      'select count(*) as count from conversations c where not exists (select 1 from messages where conversation_id = c.id)',
    );
    expect(halves?.count).toBe(0);
    const manifest = JSON.parse(await readFile(join(backup, 'manifest.json'), 'utf8')) as { files: object };
    expect(Object.keys(manifest.files)).toEqual(
      expect.arrayContaining(['portal.db', 'portal.key', 'uploads/2026/shoe.png']),
    );
    expect(Object.keys(manifest.files)).not.toContain('uploads/passwd');
    expect((await stat(backup)).mode & 0o777).toBe(0o700);

    const elsewhere = await temporaryFolder();
    const restored = await restore(join(elsewhere, 'data'), backup);
    expect(restored.output).toContain('Start it: npm start');
    const again = await start(join(elsewhere, 'data'));
    for (const { reference, requestUrl } of [...before.slice(0, 3), ...before.slice(-3)]) {
      expect(await (await fetch(`${again.url}${requestUrl}`)).text()).toContain(reference);
    }
    expect(await readFile(join(elsewhere, 'data/uploads/2026/shoe.png'), 'utf8')).toBe('a picture');
    await again.stop();
    const [count] = await readDatabase<{ count: number }>(
      join(elsewhere, 'data/portal.db'),
      'select count(*) as count from conversations',
    );
    expect(count?.count).toBe(references.size);
  });

  it('of a portal that is stopped is made by the command itself, and only so many are kept', async () => {
    const portal = await start();
    const { reference } = await openTicket(portal, 'kept');
    await portal.stop();
    const backupDir = await temporaryFolder();
    for (let round = 0; round < 3; round += 1) {
      expect(await backUp(portal.dataDir, backupDir, '--keep=2')).toMatchObject({ code: 0 });
    }
    const names = await readdir(backupDir);
    expect(names).toHaveLength(2);
    for (const name of names) {
      const rows = await readDatabase(join(backupDir, name, 'portal.db'), 'select reference from conversations');
      expect(rows).toEqual([{ reference }]);
    }
  });

  it('says what it needs: a database, a number, a folder that can be written', async () => {
    const empty = await temporaryFolder();
    const none = await backUp(empty, empty);
    expect([none.code, none.output]).toEqual([1, expect.stringContaining(`There is no database in ${empty}`)]);
    expect((await backUp(empty, empty, '--keep=none')).output).toContain('--keep is a number');
  });

  it('that cannot be restored does not pass for one, and is no reason to remove another', async () => {
    const portal = await start();
    await openTicket(portal, 'kept');
    await portal.stop();
    const backupDir = await temporaryFolder();
    expect((await backUp(portal.dataDir, backupDir)).code).toBe(0);
    const database = new DatabaseSync(join(portal.dataDir, 'portal.db'), { enableForeignKeyConstraints: false });
    database.exec('delete from customers');
    database.close();
    const damaged = await backUp(portal.dataDir, backupDir, '--keep=1');
    expect([damaged.code, damaged.output]).toEqual([1, expect.stringContaining('rows that refer to nothing')]);
    expect(damaged.output).not.toContain('    at ');
    const names = (await readdir(backupDir)).sort();
    expect(names).toEqual([expect.stringMatching(/^2/), expect.stringMatching(/^damaged-2/)]);

    await mkdir(join(portal.dataDir, '.restoring'));
    expect((await backUp(portal.dataDir, backupDir)).output).toContain('was cut short');
  });

  it('and a restore ask by a socket that only the user of the portal can reach, however long its path', async () => {
    const folder = join(await temporaryFolder(), 'long'.repeat(30));
    const backupDir = await temporaryFolder();
    const portal = await start(folder);
    const socket = join(folder, 'control.sock');
    expect((await stat(socket)).mode & 0o777).toBe(0o600);
    const { reference } = await openTicket(portal, 'kept');
    expect((await backUp(folder, backupDir)).code).toBe(0);
    const backup = await onlyBackupIn(backupDir);
    const later = await openTicket(portal, 'after the backup');
    const refused = await restore(folder, backup, '--replace');
    expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('Stop it first')]);

    // Left behind by a process that was killed, the socket is in nobody's way.
    await portal.stop('SIGKILL');
    expect((await restore(folder, backup)).output).toContain('Add --replace');
    const replaced = await restore(folder, backup, '--replace');
    expect(replaced.code).toBe(0);
    const query = 'select reference from conversations order by created_at';
    expect(await readDatabase(join(folder, 'portal.db'), query)).toEqual([{ reference }]);
    const [, before = ''] = /What was there before is in (\S+)\. /.exec(replaced.output) ?? [];
    expect(await readDatabase(join(before, 'portal.db'), query)).toEqual([
      { reference },
      { reference: later.reference },
    ]);

    const again = await start(folder);
    expect((await backUp(folder, join(socket, 'nowhere'))).output).toContain('ENOTDIR');
    expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
    await again.stop();
    await expect(stat(socket)).rejects.toThrow('ENOENT');
  });
});

it('a portal does not start on what a restore left that was cut short', async () => {
  const dataDir = await temporaryFolder();
  await mkdir(join(dataDir, '.restoring'));
  const refused = await failToStart({ dataDir });
  expect([refused.code, refused.output]).toEqual([1, expect.stringContaining('was cut short. Restore again')]);
});

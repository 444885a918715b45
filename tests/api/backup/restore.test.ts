import { createHash, randomBytes } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createUploads } from '../../../api/attachments/uploads.ts';
import { makeBackup } from '../../../api/backup/make.ts';
import { issueToken, revokeTokens } from '../../../api/tokens/one-time-tokens.ts';
import { isHalfRestored } from '../../../api/backup/half-restored.ts';
import { restore } from '../../../api/backup/restore.ts';
import { openDatabase } from '../../../api/db/database.ts';
import { knownMigrations, migrate } from '../../../api/db/migrate.ts';
import { releaseClosedFiles } from '../../../api/db/release.ts';
import { eraseCustomer } from '../../../api/privacy/erase.ts';
import { applyErasureLog, createErasureLog } from '../../../api/privacy/erasure-log.ts';
import { customers } from '../../../api/customers/tables.ts';
import { readDatabase } from '../../support/read-database.ts';
import { fileOf, photo, sendJsonWithFiles } from '../support/files.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';

const noneHash = createHash('sha256').update('none').digest('hex');

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-restore-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A backup of a portal with a session, a ticket and the mail that says it came. */
async function backedUp() {
  const portal = await makeStaffedPortal();
  const { services, folder: dataDir } = portal;
  const { reference } = await openTicket(portal, lateParcel);
  await writeFile(join(dataDir, 'portal.key'), 'k'.repeat(40));
  await mkdir(join(dataDir, 'uploads/2026'), { recursive: true });
  await writeFile(join(dataDir, 'uploads/2026/shoe.png'), 'a picture');
  await symlink('/etc/passwd', join(dataDir, 'uploads/passwd'));
  const { db, clock } = services;
  const source = { client: db.raw, dataDir, release: '1.0.0', secret: 'portal.key' as const, clock };
  const { folder } = await makeBackup(source, await temporaryFolder());
  const target = join(await temporaryFolder(), 'data');
  const asked = { folder, dataDir: target, mayReplace: false, now: clock() };
  return { reference, folder, target, asked, source, services };
}

/** Changes the text of a file. */
async function edit(file: string, change: (text: string) => string) {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

describe('a restore', () => {
  it('puts everything back, signs everybody out, and holds mails that may have left since', async () => {
    const { target, asked, reference } = await backedUp();
    const { heldMails, hasErasureLog, before, ran } = await restore(asked);
    expect({ heldMails, hasErasureLog, before, ran }).toEqual({
      heldMails: 1,
      hasErasureLog: false,
      before: null,
      ran: [],
    });
    const file = join(target, 'portal.db');
    expect(await readDatabase(file, 'select reference from conversations')).toEqual([{ reference }]);
    expect(await readDatabase(file, 'select id from sessions')).toEqual([]);
    const mails = await readDatabase<{ last_error: string }>(file, 'select state, last_error from outbox');
    expect(mails).toEqual([{ state: 'dead', last_error: expect.stringContaining('Held after a restore') }]);
    expect(await readFile(join(target, 'portal.key'), 'utf8')).toBe('k'.repeat(40));
    expect(await readFile(join(target, 'uploads/2026/shoe.png'), 'utf8')).toBe('a picture');
    await expect(stat(join(target, 'uploads/passwd'))).rejects.toThrow('ENOENT');
    expect(isHalfRestored(target)).toBe(false);
  });

  it('brings back no link that was used up or taken back since the backup', async () => {
    const { target, asked, services, source } = await backedUp();
    const { db } = services;
    const invited = issueToken(services, { purpose: 'invitation', subject: 'naomi@aruku.example', minutes: 10_080 });
    await db.write([invited.statement]);
    const { folder } = await makeBackup(source, await temporaryFolder());
    await db.write([revokeTokens(db, 'invitation', 'naomi@aruku.example')]);
    await restore({ ...asked, folder });
    expect(await readDatabase(join(target, 'portal.db'), 'select id from one_time_tokens')).toEqual([]);
  });

  it('puts what was attached where the portal looks for it, with the pictures that show it', async () => {
    const { app, services, folder: dataDir } = await makeStaffedPortal();
    const files = [fileOf(await photo(), '箱の写真.jpg'), fileOf('返品票', 'メモ.txt')];
    expect((await sendJsonWithFiles(app.request, '/api/tickets', lateParcel, files)).status).toBe(201);
    const { db, clock } = services;
    const source = { client: db.raw, dataDir, release: '1.0.0', secret: 'environment' as const, clock };
    const { folder } = await makeBackup(source, await temporaryFolder());
    const target = join(await temporaryFolder(), 'data');
    await restore({ folder, dataDir: target, mayReplace: false, now: clock() });

    const uploads = createUploads(target, randomBytes);
    const rows = await readDatabase<{ id: string; sha256: string }>(
      join(target, 'portal.db'),
      'select id, sha256 from attachments order by position',
    );
    const found = await Promise.all(rows.map(({ id }) => readFile(uploads.pathOf(id))));
    expect(found.map((content) => createHash('sha256').update(content).digest('hex'))).toEqual(
      rows.map(({ sha256 }) => sha256),
    );
    expect(found[1]?.toString()).toBe('返品票');
    const picture = await readFile(uploads.previewPathOf(rows[0]?.id ?? ''));
    expect(picture.subarray(8, 12).toString()).toBe('WEBP');
  });

  it('brings back uploads that were on another disk, and leaves those that are there', async () => {
    const { source, target, asked } = await backedUp();
    const elsewhere = await temporaryFolder();
    await mkdir(join(elsewhere, 'disk/ab'), { recursive: true });
    await writeFile(join(elsewhere, 'disk/ab/shoe.png'), 'a picture on another disk');
    const { dataDir } = source;
    await rm(join(dataDir, 'uploads'), { recursive: true });
    await symlink(join(elsewhere, 'disk'), join(dataDir, 'uploads'));
    await rm(join(dataDir, 'portal.key'));
    await writeFile(join(elsewhere, 'key'), 's'.repeat(40));
    await symlink(join(elsewhere, 'key'), join(dataDir, 'portal.key'));
    const { folder } = await makeBackup({ ...source, clock: () => 0 }, await temporaryFolder());

    // A machine where uploads are elsewhere, too.
    await mkdir(join(target, '../disk'), { recursive: true });
    await writeFile(join(target, '../disk/other.png'), 'another picture');
    await mkdir(target);
    await symlink('../disk', join(target, 'uploads'));
    await expect(restore({ ...asked, folder })).rejects.toThrow('holds data already (uploads)');
    const { before, wereLinks } = await restore({ ...asked, folder, mayReplace: true });
    expect(wereLinks).toEqual(['uploads']);
    expect(await readFile(join(target, 'uploads/ab/shoe.png'), 'utf8')).toBe('a picture on another disk');
    expect(await readFile(join(target, 'portal.key'), 'utf8')).toBe('s'.repeat(40));
    expect(await readFile(join(before ?? '', 'uploads/other.png'), 'utf8')).toBe('another picture');
    expect(await readdir(join(target, '../disk'))).toEqual(['other.png']);
  });

  it('that fails on the backup leaves what is there as it was, to be started', async () => {
    const { folder, source, asked } = await backedUp();
    const { target } = await backedUp();
    await restore({ ...asked, dataDir: target });
    const before = await readdir(target);
    const file = join(folder, 'portal.db');
    await writeFile(file, 'no database, but as the manifest says');
    const sha256 = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    await edit(join(folder, 'manifest.json'), (all) =>
      all.replace(/("portal.db":[^}]*"sha256": ")[^"]*/, `$1${sha256}`),
    );
    await expect(restore({ ...asked, dataDir: target, mayReplace: true })).rejects.toThrow('not a database');
    expect(isHalfRestored(target)).toBe(false);
    expect(await readdir(target)).toEqual(before);
    expect(isHalfRestored(source.dataDir)).toBe(false);
  });

  it('lets nobody else read key and database, whatever became of the modes of the backup', async () => {
    const { folder, target, asked } = await backedUp();
    for (const name of ['portal.key', 'portal.db']) await chmod(join(folder, name), 0o644);
    await restore(asked);
    for (const name of ['portal.key', 'portal.db']) {
      expect([name, (await stat(join(target, name))).mode & 0o777]).toEqual([name, 0o600]);
    }
  });

  it('is not surprised by a link that leads nowhere', async () => {
    const { target, asked } = await backedUp();
    await mkdir(target);
    await symlink('/nowhere/uploads', join(target, 'uploads'));
    await expect(restore(asked)).rejects.toThrow('holds data already (uploads)');
    await restore({ ...asked, mayReplace: true });
    expect(await readFile(join(target, 'uploads/2026/shoe.png'), 'utf8')).toBe('a picture');
  });

  it('brings a backup of an older release up to this one', async () => {
    const { source } = await backedUp();
    const known = await knownMigrations();
    const older = await openDatabase(join(await temporaryFolder(), 'portal.db'));
    onTestFinished(() => older.close());
    await migrate(older.raw, known.slice(0, -1));
    const { folder } = await makeBackup({ ...source, client: older.raw, clock: () => 0 }, await temporaryFolder());
    const target = join(await temporaryFolder(), 'data');
    const { ran } = await restore({ folder, dataDir: target, mayReplace: false, now: 0 });
    expect(ran).toEqual(known.slice(-1).map(({ name }) => name));
    expect(await readDatabase(join(target, 'portal.db'), 'select name from migrations')).toHaveLength(known.length);
  });

  it.for([
    ['a flipped bit', 'is not as it was backed up', (folder: string) => flip(join(folder, 'portal.db'))],
    ['a key that is gone', 'portal.key is missing', (folder: string) => rm(join(folder, 'portal.key'))],
    ['a file that became a link', 'shoe.png is missing', becomeLink],
    ['no manifest', 'is no whole backup', (folder: string) => rm(join(folder, 'manifest.json'))],
    [
      'half a manifest',
      'cannot be read',
      (folder: string) => edit(join(folder, 'manifest.json'), (all) => all.slice(9)),
    ],
    [
      'a path that leads out',
      'cannot be read',
      (folder: string) =>
        edit(join(folder, 'manifest.json'), (all) => all.replace('"portal.key":', '"../portal.key":')),
    ],
    [
      'migrations of a newer release',
      'was used by a newer release',
      (folder: string) =>
        edit(join(folder, 'manifest.json'), (all) =>
          all.replace('"migrations": [', '"migrations": [{ "name": "9999.sql", "hash": "" },'),
        ),
    ],
  ] as const)('takes nothing of a backup with %s', async ([, reason, change]) => {
    const { target, asked } = await backedUp();
    await change(asked.folder);
    await expect(restore(asked)).rejects.toThrow(reason);
    await expect(stat(join(target, 'portal.db'))).rejects.toThrow('ENOENT');
  });

  it('goes over no data unless told to, over none that is held, and keeps what was there', async () => {
    const { target, asked, reference } = await backedUp();
    await mkdir(target);
    const db = await openDatabase(join(target, 'portal.db'));
    await db.raw.execute('create table before (id text) strict');
    await expect(restore({ ...asked, mayReplace: true })).rejects.toThrow('Stop it');
    await db.close();
    await releaseClosedFiles();
    await expect(restore(asked)).rejects.toThrow('Add --replace');
    const { before } = await restore({ ...asked, mayReplace: true });
    expect(await readDatabase(join(before ?? '', 'portal.db'), 'select * from before')).toEqual([]);
    const rows = await readDatabase(join(target, 'portal.db'), 'select reference from conversations');
    expect(rows).toEqual([{ reference }]);
  });

  it('leaves the log of erasures where it is: no backup has one, and none takes its place', async () => {
    const { target, asked, source } = await backedUp();
    await writeFile(join(source.dataDir, 'erasures.log'), 'erasures until the backup');
    const { folder } = await makeBackup({ ...source, clock: () => 0 }, await temporaryFolder());
    expect(await readdir(folder)).not.toContain('erasures.log');
    await restore(asked);
    await writeFile(join(target, 'erasures.log'), 'erasures since the backup');
    const { hasErasureLog, before } = await restore({ ...asked, folder, mayReplace: true });
    expect(hasErasureLog).toBe(true);
    expect(await readFile(join(target, 'erasures.log'), 'utf8')).toBe('erasures since the backup');
    expect(await readdir(before ?? '')).not.toContain('erasures.log');
  });

  it('takes no log of erasures from a backup that has one all the same', async () => {
    const { target, asked, folder } = await backedUp();
    await writeFile(join(folder, 'erasures.log'), 'none');
    await edit(join(folder, 'manifest.json'), (all) =>
      all.replace('"portal.key":', `"erasures.log": ${JSON.stringify({ bytes: 4, sha256: noneHash })}, "portal.key":`),
    );
    await restore(asked);
    await expect(stat(join(target, 'erasures.log'))).rejects.toThrow('ENOENT');
  });

  it('a portal with the log erases whoever came back, before it answers anybody', async () => {
    const { target, asked, source, services } = await backedUp();
    const [customer] = await services.db.read.select({ id: customers.id }).from(customers);
    await eraseCustomer(services, { customerId: customer?.id ?? '', way: 'customer', accountId: null });
    await mkdir(target);
    await cp(join(source.dataDir, 'erasures.log'), join(target, 'erasures.log'));
    await restore(asked);
    const db = await openDatabase(join(target, 'portal.db'));
    onTestFinished(() => db.close());
    const erasureLog = createErasureLog(target);
    expect(await applyErasureLog({ ...services, db, erasureLog })).toBe(1);
    const { rows } = await db.raw.execute(
      'select (select count(*) from outbox) as mails, (select count(*) from messages) as messages, (select count(*) from identities) as addresses',
    );
    expect({ ...rows[0] }).toEqual({ mails: 0, messages: 0, addresses: 0 });
  });

  it('replaces a database that is damaged, and goes on after a restore that was cut short', async () => {
    const { target, asked, reference } = await backedUp();
    await mkdir(join(target, '.restoring/uploads'), { recursive: true });
    await writeFile(join(target, 'portal.db'), 'not a database at all'.repeat(500));
    expect(isHalfRestored(target)).toBe(true);
    await restore({ ...asked, mayReplace: true });
    expect(isHalfRestored(target)).toBe(false);
    const rows = await readDatabase(join(target, 'portal.db'), 'select reference from conversations');
    expect(rows).toEqual([{ reference }]);
  });
});

it('a backup goes on when a file is taken away under it: one that was refused, or whose message was erased', async () => {
  const { source } = await backedUp();
  const uploads = createUploads(source.dataDir, randomBytes);
  const load = { goesOn: true };
  const comeAndGo = async () => {
    while (load.goesOn) {
      const stored = await uploads.store(new Blob(['x']).stream(), 10);
      await uploads.remove(stored ? [stored.id] : []);
    }
  };
  const under = Array.from({ length: 8 }, comeAndGo);
  try {
    for (let round = 0; round < 20; round += 1) {
      const { folder } = await makeBackup({ ...source, clock: () => round }, await temporaryFolder());
      expect(await readFile(join(folder, 'uploads/2026/shoe.png'), 'utf8')).toBe('a picture');
    }
  } finally {
    load.goesOn = false;
    await Promise.all(under);
  }
});

it('a backup that cannot be finished leaves nothing that looks like one', async () => {
  const { source } = await backedUp();
  const backupDir = await temporaryFolder();
  await source.client.execute('drop table migrations');
  await expect(makeBackup(source, backupDir)).rejects.toThrow('no such table: migrations');
  await expect(stat(join(backupDir, '.partial-2026-11-16T01-00-00-000Z'))).rejects.toThrow('ENOENT');
});

async function flip(file: string) {
  const bytes = await readFile(file);
  bytes[5000] = (bytes[5000] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

async function becomeLink(folder: string) {
  const file = join(folder, 'uploads/2026/shoe.png');
  await rm(file);
  await symlink('/etc/passwd', file);
}

it('a backup of uploads whose disk is not there is refused rather than made without them', async () => {
  const { source } = await backedUp();
  await rm(join(source.dataDir, 'uploads'), { recursive: true });
  await symlink('/nowhere/uploads', join(source.dataDir, 'uploads'));
  const backupDir = await temporaryFolder();
  await expect(makeBackup(source, backupDir)).rejects.toThrow(
    `${join(source.dataDir, 'uploads')} is a link to /nowhere/uploads, which is not there. Nothing was backed up.`,
  );
  expect(await readdir(backupDir)).toEqual([]);
});

it('a backup takes away what was abandoned for a day, and nothing that may still be written', async () => {
  const { source } = await backedUp();
  const backupDir = await temporaryFolder();
  for (const [name, hours] of [
    ['.partial-old', 25],
    ['.partial-young', 1],
    ['mine', 100],
  ] as const) {
    await mkdir(join(backupDir, name));
    const time = source.clock() / 1000 - hours * 3600;
    await utimes(join(backupDir, name), time, time);
  }
  const { folder } = await makeBackup(source, backupDir);
  expect((await readdir(backupDir)).sort()).toEqual(['.partial-young', basename(folder), 'mine'].sort());
});

import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { askPortal } from '../control/ask.ts';
import { type Database, DatabaseHeldError, openDatabase } from '../db/database.ts';
import { describeHolder, findHolder } from '../db/holder.ts';
import { knownMigrations, migrate, migrationsAfter } from '../db/migrate.ts';
import { releaseClosedFiles } from '../db/release.ts';
import { erasureLogIn } from '../privacy/erasure-log-file.ts';
import { settleRestored } from './after-restore.ts';
import { asideIn } from './half-restored.ts';
import { BackupError, checkedManifest, keptBesideDatabase, type Manifest, sync } from './manifest.ts';
import { isThere, moveIfThere } from './put-aside.ts';

/** Restoring is not possible as asked; the message says what to do. */
export class RestoreError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RestoreError';
  }
}

export interface Restored {
  manifest: Manifest;
  /** The migrations that this release added. */
  ran: string[];
  /** Mails that waited when the backup was made: they may have left since. */
  heldMails: number;
  /** Whether the portal has, and left where it is, the log by which it erases again whoever was erased since. */
  hasErasureLog: boolean;
  /** Where the data of before is now; `null` if there was none. */
  before: string | null;
  /** What was a link of the operator's and is now in the data folder itself, such as `uploads`. */
  wereLinks: string[];
}

const database = 'portal.db';
const stored = [database, `${database}-wal`, `${database}-shm`, ...keptBesideDatabase] as const;

/**
 * Puts a backup in the place of a portal's data: checks every hash, copies, brings the copy's schema up to date, reads it
 * through, and only then moves it in. What was there is kept aside; `erasures.log` stays. Throws `BackupError` and `RestoreError`.
 */
export async function restore({
  folder,
  dataDir,
  mayReplace,
  now,
}: {
  folder: string;
  dataDir: string;
  mayReplace: boolean;
  now: number;
}): Promise<Restored> {
  const manifest = await checkedManifest(folder);
  if (!manifest.files[database]) throw new BackupError(`${folder} holds no ${database}.`);
  // Refused before anything is touched: a backup of a newer release.
  migrationsAfter(manifest.migrations, await knownMigrations());
  await mkdir(dataDir, { recursive: true });
  await refuseWhileRunning(dataDir);
  const there = stored.filter((name) => isThere(join(dataDir, name)));
  if (there.length > 0 && !mayReplace) {
    throw new RestoreError(
      `${dataDir} holds data already (${there.join(', ')}). Add --replace: what is there is kept in a folder beside it.`,
    );
  }

  const aside = asideIn(dataDir);
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { mode: 0o700 });
  const { ran, heldMails } = await putTogether(folder, manifest, aside).catch(async (error: unknown) => {
    // Nothing that was there has been touched: the portal may start with it.
    await rm(aside, { recursive: true, force: true });
    throw error;
  });

  let before: string | null = null;
  const wereLinks: string[] = [];
  if (there.length > 0) {
    before = join(dataDir, `before-restore-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`);
    await mkdir(before, { mode: 0o700 });
    for (const name of there) if (await moveIfThere(join(dataDir, name), join(before, name))) wereLinks.push(name);
  }
  // The database comes last: it is what a portal is known by.
  for (const name of [...keptBesideDatabase, database]) {
    if (existsSync(join(aside, name))) await rename(join(aside, name), join(dataDir, name));
  }
  await sync(dataDir);
  await rm(aside, { recursive: true, force: true });
  return { manifest, ran, heldMails, hasErasureLog: existsSync(erasureLogIn(dataDir)), before, wereLinks };
}

async function putTogether(folder: string, { files }: Manifest, aside: string): Promise<PreparedDatabase> {
  for (const path of Object.keys(files)) {
    await mkdir(dirname(join(aside, path)), { recursive: true });
    await cp(join(folder, path), join(aside, path), { preserveTimestamps: true });
    // A backup that was carried from machine to machine may have lost its modes.
    if (path === database || path === 'portal.key') await chmod(join(aside, path), 0o600);
    await sync(join(aside, path));
  }
  return prepareDatabase(join(aside, database));
}

/** Throws when a portal, or anything else, has the database that is there. */
async function refuseWhileRunning(dataDir: string): Promise<void> {
  const file = join(dataDir, database);
  const isAsked = await askPortal(dataDir, { method: 'GET', path: '/' }).catch(() => true);
  if (isAsked !== null) throw new RestoreError(`A portal runs with ${dataDir}. Stop it first, then restore.`);
  if (!existsSync(file)) return;
  try {
    await (await openDatabase(file)).close();
  } catch (error) {
    // One that is damaged is what restoring is for.
    if (!(error instanceof DatabaseHeldError)) return;
    throw new RestoreError(describeHolder(file, await findHolder(file)));
  } finally {
    await releaseClosedFiles();
  }
}

type PreparedDatabase = Pick<Restored, 'ran' | 'heldMails'>;

async function prepareDatabase(file: string): Promise<PreparedDatabase> {
  const db = await openDatabase(file);
  try {
    await refuseDamaged(db, file);
    const ran = await migrate(db.raw);
    return { ran, heldMails: await settleRestored(db) };
  } finally {
    await db.close();
    await releaseClosedFiles();
    await sync(file);
    const left = (await readdir(dirname(file))).filter((name) => name.startsWith(`${database}-`));
    for (const name of left) await rm(join(dirname(file), name), { force: true });
  }
}

async function refuseDamaged({ raw }: Database, file: string): Promise<void> {
  const [integrity] = (await raw.execute('pragma integrity_check')).rows;
  if (integrity?.['integrity_check'] !== 'ok') throw new BackupError(`${file} is damaged. Take another backup.`);
  const [orphan] = (await raw.execute('pragma foreign_key_check')).rows;
  if (orphan) throw new BackupError(`${file} has rows that refer to nothing. Take another backup.`);
}

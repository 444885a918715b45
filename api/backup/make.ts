import { chmod, cp, lstat, mkdir, readdir, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Client } from '@libsql/client';
import { ranMigrations } from '../db/migrate.ts';
import {
  BackupError,
  describeFile,
  filesIn,
  keptBesideDatabase,
  type ListedFile,
  type Manifest,
  manifestFile,
  sync,
} from './manifest.ts';

/** What a backup is made of. */
export interface BackupSource {
  /** The connection that owns the database. */
  client: Client;
  dataDir: string;
  release: string;
  secret: Manifest['secret'];
  clock: () => number;
}

export interface MadeBackup {
  folder: string;
  bytes: number;
  files: number;
}

const partial = '.partial-';
const abandonedMs = 86_400_000;

/** The folder of one backup is named after its time, so that names sort by age. */
export const backupName = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/;

/**
 * Copies everything that cannot be built again into a folder of its own in `backupDir`. Everything that was acknowledged
 * before is in it. It is written aside, put on disk and then renamed: a folder with its final name is whole. The database is
 * copied in one go, during which no request is answered (about a second for 200 MB).
 */
export async function makeBackup(source: BackupSource, backupDir: string): Promise<MadeBackup> {
  const { client, dataDir, release, secret, clock } = source;
  const madeAt = new Date(clock()).toISOString();
  const name = madeAt.replaceAll(/[:.]/g, '-');
  const aside = join(backupDir, `${partial}${name}`);
  // It holds the key and what people wrote.
  await mkdir(backupDir, { recursive: true, mode: 0o700 });
  await removeAbandoned(backupDir, clock());
  await mkdir(aside, { mode: 0o700 });
  try {
    await client.execute({ sql: 'vacuum into ?', args: [join(aside, 'portal.db')] });
    await chmod(join(aside, 'portal.db'), 0o600);
    const migrations = await ranMigrations(client);
    for (const kept of keptBesideDatabase) {
      if (kept === 'portal.key' && secret === 'environment') continue;
      await copyIfThere(join(dataDir, kept), join(aside, kept));
    }
    const files: Record<string, ListedFile> = {};
    for (const path of await filesIn(aside)) {
      files[path] = await describeFile(join(aside, path));
      await sync(join(aside, path));
    }
    const manifest: Manifest = { format: 1, madeAt, release, node: process.versions.node, secret, migrations, files };
    await writeFile(join(aside, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    for (const folder of new Set(Object.keys(files).map((path) => dirname(join(aside, path))))) await sync(folder);
    await sync(aside);
    await rename(aside, join(backupDir, name));
    await sync(backupDir);
    const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
    return { folder: join(backupDir, name), bytes, files: Object.keys(files).length };
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

/** The whole backups in a folder, the latest first. */
export async function listBackups(backupDir: string): Promise<string[]> {
  return (await namesIn(backupDir))
    .filter((name) => backupName.test(name))
    .sort()
    .toReversed()
    .map((name) => join(backupDir, name));
}

/** Removes all but the latest so many backups. Gives back what was removed. */
export async function keepLatest(backupDir: string, count: number): Promise<string[]> {
  const old = (await listBackups(backupDir)).slice(count);
  for (const folder of old) await rm(folder, { recursive: true, force: true });
  return old;
}

async function namesIn(backupDir: string): Promise<string[]> {
  return readdir(backupDir).catch((error: NodeJS.ErrnoException) => {
    // What may not be read is not empty.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

/** Takes away what a process left behind that was killed while it made a backup. */
async function removeAbandoned(backupDir: string, now: number): Promise<void> {
  for (const name of await namesIn(backupDir)) {
    if (!name.startsWith(partial)) continue;
    // One that is just made whole is gone from this name.
    const { mtimeMs } = await stat(join(backupDir, name)).catch(() => ({ mtimeMs: now }));
    if (mtimeMs < now - abandonedMs) await rm(join(backupDir, name), { recursive: true, force: true });
  }
}

/**
 * Files, in their folders. What the operator put elsewhere and left a link to in the data folder is followed; links further
 * in lead out of what is backed up. What the portal takes away meanwhile, such as a file that it refused, is left out.
 * Throws `BackupError` for a link to something that is not there, such as a disk that is not mounted.
 */
async function copyIfThere(named: string, to: string): Promise<void> {
  const from = await realpath(named).catch(() => named);
  const info = await lstat(from).catch(() => null);
  if (info?.isSymbolicLink()) {
    throw new BackupError(`${named} is a link to ${await readlink(named)}, which is not there. Nothing was backed up.`);
  }
  const paths = info?.isDirectory() ? await filesIn(from) : info?.isFile() ? [''] : [];
  for (const path of paths) {
    try {
      await cp(join(from, path), join(to, path), { preserveTimestamps: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}

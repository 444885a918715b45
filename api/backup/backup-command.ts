import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { askPortal, ControlError } from '../control/ask.ts';
import { DatabaseHeldError, openDatabase } from '../db/database.ts';
import { describeHolder, findHolder } from '../db/holder.ts';
import { releaseVersion } from '../release.ts';
import { AtServerError, refuseAtServer } from './at-server.ts';
import { type CheckedCopy, checkCopy } from './check-copy.ts';
import { isHalfRestored } from './half-restored.ts';
import { BackupError } from './manifest.ts';
import { keepLatest, type MadeBackup, makeBackup } from './make.ts';

/*
 * `npm run backup`: copies what cannot be built again. A portal that runs makes the copy itself; for one that is stopped,
 * this takes the database's lock. The copy is then read by an independent SQLite.
 */

const usage = `npm run backup [-- --to=<folder>] [--keep=<number>]

  --to    where backups go; BACKUP_DIR if left out
  --keep  removes all but the latest so many backups, when this one is whole`;

class CommandError extends Error {}

await run().catch((error: unknown) => {
  const isExpected = [CommandError, ConfigError, ControlError, AtServerError, BackupError].some(
    (kind) => error instanceof kind,
  );
  console.error(isExpected ? `\n${(error as Error).message}\n` : error);
  process.exit(1);
});

async function run(): Promise<void> {
  const { to, keep } = readArguments();
  const config = readConfig(process.env);
  refuseAtServer(config, 'backup');
  const backupDir = to ?? config.backupDir;
  const made =
    (await askPortal<MadeBackup>(config.dataDir, { method: 'POST', path: '/backups', body: { backupDir } })) ??
    (await backUpStopped(config, backupDir));
  const { tables, rows } = await readBack(made.folder);
  say(made.folder);
  say(
    `${made.files} files, ${(made.bytes / 1024 ** 2).toFixed(1)} MB; the database was read back: ${tables} tables, ${rows} rows.`,
  );
  const removed = keep === null ? [] : await keepLatest(backupDir, keep);
  if (removed.length > 0) say(`Removed ${removed.length} older.`);
}

/** A copy that cannot be restored is kept, but not under the name of a backup. */
async function readBack(folder: string): Promise<CheckedCopy> {
  try {
    return checkCopy(join(folder, 'portal.db'));
  } catch (error) {
    const aside = join(dirname(folder), `damaged-${basename(folder)}`);
    await rename(folder, aside);
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${reason}\nIt is kept as ${aside}, and no older backup was removed. Ask npm run doctor.`);
  }
}

/** Makes the copy in this process. Throws when somebody else has the database, and when there is none. */
async function backUpStopped({ dataDir, secret }: Config, backupDir: string): Promise<MadeBackup> {
  const file = join(dataDir, 'portal.db');
  if (!existsSync(file)) throw new CommandError(`There is no database in ${dataDir}. Set DATA_DIR as for the portal.`);
  if (isHalfRestored(dataDir)) {
    throw new CommandError(`A restore into ${dataDir} was cut short: what is there is no whole portal. Restore again.`);
  }
  let db;
  try {
    db = await openDatabase(file);
  } catch (error) {
    if (!(error instanceof DatabaseHeldError)) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CommandError(`${file} cannot be opened: ${reason}\nAsk npm run doctor.`);
    }
    throw new CommandError(describeHolder(file, await findHolder(file)));
  }
  try {
    const release = await releaseVersion();
    const source = secret ? ('environment' as const) : ('portal.key' as const);
    return await makeBackup({ client: db.raw, dataDir, release, secret: source, clock: Date.now }, backupDir);
  } finally {
    await db.close();
  }
}

function readArguments(): { to: string | null; keep: number | null } {
  try {
    const { values } = parseArgs({
      options: { to: { type: 'string' }, keep: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      say(usage);
      process.exit(0);
    }
    const keep = values.keep === undefined ? null : Number(values.keep);
    if (keep !== null && !(Number.isInteger(keep) && keep > 0)) throw new Error('--keep is a number of 1 or more.');
    return { to: values.to === undefined ? null : resolve(values.to), keep };
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : ''}\n\n${usage}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../api/db/database.ts';
import { releaseClosedFiles } from '../../../api/db/release.ts';
import { startPortal } from '../../support/portal-process.ts';
import { randomNumbers } from '../search/random.ts';
import { halves, keyless, type Outcome, quiet, rowsOf, sendTicket } from './outcome.ts';

const tickets = 120;

/**
 * Cuts the write-ahead log of a killed portal, or flips a bit of it, at random places, as a power failure or a bad disk
 * may: what is opened after that is whole as far as it goes, never torn.
 */
export async function logCuts(count: number, seed = 1): Promise<Outcome> {
  const random = randomNumbers(seed);
  const source = await killedPortal();
  const log = await readFile(`${source}-wal`);
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-cuts-'));
  const file = join(folder, 'portal.db');
  let torn = 0;
  let refused = 0;
  let fewest = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let number = 0; number < count; number += 1) {
    await copyFile(source, file);
    await writeFile(`${file}-wal`, number % 2 === 0 ? cut(log, random()) : flipped(log, random()));
    try {
      const db = await openDatabase(file);
      await db.close();
      await releaseClosedFiles();
      // A log that begins with damage is no log: not even the schema was in the file itself.
      const [schema] = await rowsOf<{ count: number }>(
        file,
        "select count(*) as count from sqlite_schema where name = 'private_links'",
      );
      const found = schema?.count ? await rowsOf<{ id: string }>(file, 'select id from conversations order by id') : [];
      const isPrefix = await isBeginning(
        found.map(({ id }) => id),
        source,
      );
      if (!isPrefix || (schema?.count && (await rowsOf<object>(file, `${halves} union all ${keyless}`)).length > 0))
        torn += 1;
      fewest = Math.min(fewest, found.length);
      most = Math.max(most, found.length);
    } catch {
      refused += 1;
    }
    for (const left of [file, `${file}-wal`, `${file}-shm`]) await rm(left, { force: true });
  }
  for (const path of [folder, join(source, '..')]) await rm(path, { recursive: true, force: true });
  return {
    held: [
      {
        what: `${count} cuts and flips of a log of ${log.length} bytes; ${fewest} to ${most} of ${tickets} tickets were left`,
        isMet: most > 0,
      },
      { what: `databases that were not a consistent prefix: ${torn}`, isMet: torn === 0 },
      { what: `databases that could not be opened: ${refused}`, isMet: refused === 0 },
    ],
  };
}

let order: string[] | undefined;

/** Whether these are the tickets that were written first. Their order is that of their rows. */
async function isBeginning(ids: readonly string[], source: string): Promise<boolean> {
  if (!order) {
    const whole = `${source}.whole`;
    await copyFile(source, whole);
    await copyFile(`${source}-wal`, `${whole}-wal`);
    order = (await rowsOf<{ id: string }>(whole, 'select id from conversations order by rowid')).map(({ id }) => id);
  }
  const beginning = new Set(order.slice(0, ids.length));
  return ids.every((id) => beginning.has(id));
}

/** A database with everything still in its log. */
async function killedPortal(): Promise<string> {
  order = undefined;
  const portal = await startPortal({ env: quiet });
  for (let from = 0; from < tickets; from += 10) {
    await Promise.all(Array.from({ length: 10 }, (_, index) => sendTicket(portal.url, `cut-${from + index}`)));
  }
  await portal.stop('SIGKILL');
  return join(portal.dataDir, 'portal.db');
}

function cut(log: Buffer, place: number): Buffer {
  return log.subarray(0, Math.floor(place * log.length));
}

function flipped(log: Buffer, place: number): Buffer {
  const copy = Buffer.from(log);
  const bit = Math.floor(place * log.length * 8);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

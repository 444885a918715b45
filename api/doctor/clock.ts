import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { max } from 'drizzle-orm';
import { conversations } from '../tickets/tables.ts';
import { type Finding, fault, ok, warning } from './finding.ts';
import type { Patient } from './patient.ts';

const tolerableMs = 5 * 60_000;
const remedy = 'Let the system keep its time: timedatectl set-ntp true';
const meaning = 'Promised times, notices and links that expire come too early or too late.';

/**
 * Whether the clock fits what is stored, and that of the database server if there is one. It is compared with no time
 * server: the portal asks nobody outside.
 */
export async function examineClock({ config, db, clock, clockMovedMs }: Patient): Promise<Finding[]> {
  const now = clock();
  const findings: Finding[] = [];
  const latest = Math.max(db.isShared ? 0 : await latestFile(config.dataDir), await latestRow(db));
  if (latest > now + tolerableMs) {
    findings.push(fault('clock', `It is ${at(now)} here, but something was stored at ${at(latest)}.`, meaning, remedy));
  }
  const there = db.isShared ? await serverTime(db) : now;
  if (Math.abs(there - now) > tolerableMs) {
    findings.push(
      fault(
        'clock',
        `It is ${at(now)} here, but ${at(there)} at the database server.`,
        meaning,
        `${remedy}, here or there`,
      ),
    );
  }
  const moved = clockMovedMs();
  if (Math.abs(moved) > tolerableMs) {
    const minutes = Math.round(moved / 60_000);
    findings.push(warning('clock', `The clock was set by ${minutes} minutes while the portal ran.`, meaning, remedy));
  }
  const tokyo = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', hour: '2-digit', hour12: false }).format(0);
  if (tokyo !== '09') {
    findings.push(
      fault(
        'clock',
        'This Node knows no time zones.',
        meaning,
        'Install a Node with full ICU, as from nodejs.org or npm.',
      ),
    );
  }
  if (findings.length > 0) return findings;
  return [ok('clock', `${at(now)}, time zones of ${process.versions['tz'] ?? 'the system'}; no time server was asked`)];
}

async function latestFile(dataDir: string): Promise<number> {
  const times = ['portal.db', 'portal.db-wal', 'portal.key'].map(async (name) => {
    return (await stat(join(dataDir, name)).catch(() => null))?.mtimeMs ?? 0;
  });
  return Math.max(...(await Promise.all(times)));
}

async function serverTime({ raw }: Patient['db']): Promise<number> {
  const { rows } = await raw.execute('select unixepoch() as seconds');
  return Number(rows[0]?.['seconds']) * 1000;
}

async function latestRow({ read }: Patient['db']): Promise<number> {
  const [row] = await read.select({ at: max(conversations.lastMessageAt) }).from(conversations);
  return row?.at ?? 0;
}

function at(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

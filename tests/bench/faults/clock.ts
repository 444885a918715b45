import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPortal } from '../../support/portal-process.ts';
import { ownerCookie } from '../load/range.ts';
import { halves, notRun, type Outcome, pause, quiet, rowsOf, sendTicket } from './outcome.ts';

const run = promisify(execFile);
/** The loader puts the system's folder of libraries in place of $LIB. */
const library = '/usr/$LIB/faketime/libfaketime.so.1';
const perMoment = 25;
const dayMs = 86_400_000;

/** The clock goes forward and back while the portal runs (libfaketime, Debian package `faketime`). */
export async function clock(): Promise<Outcome> {
  if (!(await hasFaketime())) return notRun('faketime is not there; on Debian: apt-get install faketime');
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-clock-'));
  const setting = join(folder, 'faketime');
  await writeFile(setting, '+0\n');
  const portal = await startPortal({
    env: {
      ...quiet,
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: setting,
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  });
  /** Waits until the portal's answers carry the new day. */
  const moveTo = async (days: number) => {
    await writeFile(setting, `${days < 0 ? '' : '+'}${days}d\n`);
    for (;;) {
      const { headers } = await fetch(`${portal.url}/healthz`);
      const ahead = Date.parse(headers.get('Date') ?? '') - Date.now();
      if (Math.abs(ahead - days * dayMs) < dayMs / 4) return;
      await pause(100);
    }
  };
  const cookie = await ownerCookie(portal.url, portal.setupUrl);
  const isSignedIn = async () => {
    const response = await fetch(`${portal.url}/api/session`, { headers: { Cookie: cookie } });
    return ((await response.json()) as { account: object | null }).account !== null;
  };

  const statuses: number[] = [];
  const signedIn: Record<number, boolean> = {};
  let opened = 0;
  for (const days of [0, -2, -365, 0, 1, 13, 40, 0]) {
    await moveTo(days);
    signedIn[days] = await isSignedIn();
    for (let number = 0; number < perMoment; number += 1) {
      statuses.push((await sendTicket(portal.url, `clock-${opened}`)).status);
      opened += 1;
    }
  }
  const code = await portal.stop();
  const file = join(portal.dataDir, 'portal.db');
  const rows = await rowsOf<{ id: string; created_at: number; promised_by: number | null }>(
    file,
    'select id, created_at, promised_by from conversations',
  );
  const torn = await rowsOf<object>(file, halves);
  for (const path of [folder, portal.dataDir]) await rm(path, { recursive: true, force: true });
  const late = rows.filter(({ created_at: at, promised_by: by }) => by === null || by <= at).length;
  const days = new Set(rows.map(({ created_at: at }) => Math.floor(at / dayMs))).size;
  const accepted = statuses.filter((status) => status === 201).length;
  return {
    held: [
      {
        what: `${accepted} of ${statuses.length} tickets opened on ${days} different days`,
        isMet: accepted === statuses.length && days >= 6,
      },
      {
        what: `${new Set(rows.map(({ id }) => id)).size} different ids, ${torn.length} halves`,
        isMet: new Set(rows.map(({ id }) => id)).size === statuses.length && torn.length === 0,
      },
      { what: `promises that were not after their question: ${late}`, isMet: late === 0 },
      {
        what: `signed in with the clock two days back, a year back: ${[signedIn[-2], signedIn[-365]].join(', ')}; a day on, 40 days on: ${[signedIn[1], signedIn[40]].join(', ')}`,
        isMet: signedIn[-2] === true && signedIn[-365] === true && signedIn[1] === false && signedIn[40] === false,
      },
      { what: `it ran through it all and stopped with ${code}`, isMet: code === 0 },
    ],
  };
}

async function hasFaketime(): Promise<boolean> {
  return run('faketime', ['--version']).then(
    () => process.platform === 'linux',
    () => false,
  );
}

import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPortal } from '../../support/portal-process.ts';
import { halves, notRun, type Outcome, quiet, rowsOf, sendTicket } from './outcome.ts';

const run = promisify(execFile);
const mostTickets = 5000;
const text = '長い本文です。'.repeat(500);

/** A data folder of 4 MB fills up while customers write; then there is room again. */
export async function fullDisk(): Promise<Outcome> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return notRun('mounting a small disk takes root on Linux');
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder]);
  } catch (error) {
    await rm(folder, { recursive: true });
    return notRun(`a small disk could not be mounted (${String(error).split('\n')[0]})`);
  }
  try {
    return await fillUp(folder);
  } finally {
    await run('umount', ['--lazy', folder]);
    await rm(folder, { recursive: true, force: true });
  }
}

async function fillUp(folder: string): Promise<Outcome> {
  // What is there besides, and can be taken away.
  const ballast = join(folder, 'ballast');
  const portal = await startPortal({ dataDir: folder, env: quiet });
  await writeFile(ballast, Buffer.alloc(600_000));
  const acknowledged: string[] = [];
  let refusal = 0;
  let retryAfter: string | null = null;
  for (let number = 0; number < mostTickets && refusal === 0; number += 1) {
    const sent = await sendTicket(portal.url, `full-${number}`, text);
    if (sent.status === 201) acknowledged.push(sent.reference);
    else ({ status: refusal, retryAfter } = sent);
  }
  const again = await sendTicket(portal.url, 'still-full', text);
  const health = await fetch(`${portal.url}/healthz`);
  const session = await fetch(`${portal.url}/api/session`, { headers: { Cookie: 'mado-session=somebody' } });
  const page = await fetch(`${portal.url}/ja/`);

  await rm(ballast);
  const after = await sendTicket(portal.url, 'room-again', text);
  const code = await portal.stop();
  // The checker needs room of its own, which the small disk may not have.
  const roomy = await mkdtemp(join(tmpdir(), 'madoguchi-roomy-'));
  await cp(folder, roomy, { recursive: true, filter: (path) => !path.endsWith('.sock') });
  const file = join(roomy, 'portal.db');
  const stored = new Set(
    (await rowsOf<{ reference: string }>(file, 'select reference from conversations')).map(
      ({ reference }) => reference,
    ),
  );
  const missing = [...acknowledged, after.reference].filter((reference) => !stored.has(reference)).length;
  const torn = await rowsOf<object>(file, halves);
  await rm(roomy, { recursive: true, force: true });
  const reads = [health.status, session.status, page.status];
  return {
    held: [
      {
        what: `after ${acknowledged.length} tickets the disk was full: ${refusal}, then ${again.status} (507 or 503)`,
        isMet: [refusal, again.status].every((status) => status === 507 || status === 503),
      },
      { what: `the refusal says when to try again: ${retryAfter} s`, isMet: retryAfter !== null },
      { what: `reads meanwhile: ${reads.join(', ')}`, isMet: reads.every((status) => status === 200) },
      { what: `with room again, without a restart: ${after.status}`, isMet: after.status === 201 },
      {
        what: `acknowledged tickets that are missing: ${missing}; halves: ${torn.length}; stopped with ${code}`,
        isMet: missing === 0 && torn.length === 0 && code === 0,
      },
    ],
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, type PortalProcess, startPortal } from '../../support/portal-process.ts';
import { percentile } from '../search/percentiles.ts';
import { randomNumbers } from '../search/random.ts';
import { halves, keyless, type Outcome, pause, quiet, rowsOf, sendTicket } from './outcome.ts';

const customers = 10;
const mostReadyMs = 2000;
const mostSilenceMs = 60_000;

interface Row {
  subject: string;
  reference: string;
}

/**
 * Kills the portal with SIGKILL while customers write, and starts it again, so many times. Customers try again with the
 * same key until they are answered.
 */
export async function kills(count: number, seed = 1): Promise<Outcome> {
  const random = randomNumbers(seed);
  const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-kills-'));
  const port = await freePort();
  const readyMs: number[] = [];
  const crowd = writingCustomers(`http://localhost:${port}`);
  for (let kill = 0; kill < count; kill += 1) {
    const { portal, ms } = await start(dataDir, port);
    // The first start makes the database.
    if (kill > 0) readyMs.push(ms);
    const before = crowd.acknowledged.size;
    await pause(random() * 300);
    const patience = performance.now() + mostSilenceMs;
    while (crowd.acknowledged.size === before) {
      if (performance.now() > patience) throw new Error(`Nothing was acknowledged after kill ${kill}`);
      await pause(5);
    }
    await portal.stop('SIGKILL');
  }
  const { portal, ms } = await start(dataDir, port);
  readyMs.push(ms);
  await crowd.stop();
  await portal.stop();

  const file = join(dataDir, 'portal.db');
  const rows = await rowsOf<Row>(file, 'select subject, reference from conversations');
  const torn = await rowsOf<object>(file, `${halves} union all ${keyless}`);
  await rm(dataDir, { recursive: true, force: true });
  const stored = new Map(rows.map(({ subject, reference }) => [subject, reference]));
  const missing = [...crowd.acknowledged].filter(([subject, reference]) => stored.get(subject) !== reference).length;
  const duplicates = rows.length - stored.size;
  const p95 = percentile(readyMs, 0.95);
  return {
    held: [
      {
        what: `${count} kills, ${crowd.acknowledged.size} acknowledged tickets, ${crowd.retries()} retries`,
        isMet: crowd.retries() > 0,
      },
      { what: `acknowledged tickets that are missing: ${missing}`, isMet: missing === 0 },
      { what: `halves of tickets: ${torn.length}`, isMet: torn.length === 0 },
      { what: `tickets there twice after a retry: ${duplicates}`, isMet: duplicates === 0 },
      {
        what: `ready again after ${figure(percentile(readyMs, 0.5))} / ${figure(p95)} / ${figure(Math.max(...readyMs))} ms (p50 / p95 / max; at most ${mostReadyMs})`,
        isMet: Math.max(...readyMs) <= mostReadyMs,
      },
    ],
  };
}

async function start(dataDir: string, port: number): Promise<{ portal: PortalProcess; ms: number }> {
  const started = performance.now();
  // As `npm start` does it: it looks whether the site is as its sources are, too.
  const portal = await startPortal({ dataDir, port, env: { ...quiet, BUILD_AT_START: 'yes' } });
  return { portal, ms: performance.now() - started };
}

/** Customers who write one ticket after the other, whatever becomes of the portal meanwhile. */
function writingCustomers(url: string) {
  const acknowledged = new Map<string, string>();
  const stopping = new AbortController();
  let retries = 0;
  async function write(customer: number): Promise<void> {
    for (let number = 0; !stopping.signal.aborted; number += 1) {
      const subject = `${customer}-${number}`;
      for (;;) {
        const sent = await sendTicket(url, subject).catch(() => null);
        if (sent?.status === 201) {
          acknowledged.set(subject, sent.reference);
          break;
        }
        retries += 1;
        await pause(20);
      }
    }
  }
  const all = Array.from({ length: customers }, (_, customer) => write(customer));
  return {
    acknowledged,
    retries: () => retries,
    async stop() {
      stopping.abort();
      await Promise.all(all);
    },
  };
}

function figure(ms: number): string {
  return ms.toFixed(0);
}

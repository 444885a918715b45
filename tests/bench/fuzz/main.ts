import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { createApp } from '../../../api/app.ts';
import { openDatabase } from '../../../api/db/database.ts';
import { migrate } from '../../../api/db/migrate.ts';
import { releaseClosedFiles } from '../../../api/db/release.ts';
import type { Services } from '../../../api/services.ts';
import { credentials, makeEverybody } from '../../support/fuzz/everybody.ts';
import { requestsTo } from '../../support/fuzz/requests.ts';
import { startPortal } from '../../support/portal-process.ts';
import { residentBytes } from './memory.ts';
import { type Answered, sender } from './send.ts';
import { tally } from './tally.ts';

/*
 * Requests to every route, made from the contracts and from what has broken portals before, by every role, against a
 * portal in a process of its own. Ends with 1 when one was answered with 500 or not within five seconds.
 */

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const count = Number(values.requests);
const seed = Number(values.seed);
const atOnce = 32;
const inRound = 1000;

const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-fuzz-'));
await prepareData();
const portal = await startPortal({ dataDir, env: { RATE_LIMIT_FACTOR: '1000000', LOG_LEVEL: 'error' } });
const send = sender(portal.port);
const result = tally();

try {
  // The routes are the app's; nothing is asked of this one.
  const app = createApp({} as Services);
  const ids = await makeSomething();
  process.stdout.write(`${count} requests, seed ${seed}\n`);
  for (let round = 0; round * inRound < count; round += 1) {
    const cookies = await signInAll();
    const requests = fc.sample(requestsTo(app, { ids, roles: Object.keys(credentials) }), {
      numRuns: Math.min(inRound, count - round * inRound),
      seed: seed + round,
    });
    await inLanes(requests, async (request) => {
      result.add(request, await send(request, cookies.get(request.as)));
    });
    result.memory(await residentBytes(portal.pid));
    process.stdout.write(`${Math.min((round + 1) * inRound, count)} sent\n`);
  }
} finally {
  await portal.stop();
  await rm(dataDir, { recursive: true, force: true });
}
process.stdout.write(result.report());
if (!result.isGood()) {
  process.stdout.write(`${portal.output().split('\n').slice(-20).join('\n')}\n`);
  process.exitCode = 1;
}

async function prepareData() {
  const db = await openDatabase(join(dataDir, 'portal.db'));
  await migrate(db.raw);
  await makeEverybody(db, Date.now());
  await db.close();
  await releaseClosedFiles();
}

/** A ticket and a notice, so that there are ids to ask for. */
async function makeSomething(): Promise<string[]> {
  const ticket = { email: 'hanako@example.jp', subject: '返品したい', message: 'はい', language: 'ja' };
  const opened = JSON.parse((await post('/api/tickets', ticket)).body) as { reference: string; requestUrl: string };
  const both = { ja: '配送の遅れ', en: 'Late parcels' };
  const notice = { kind: 'delay', severity: 'minor', title: both, text: both };
  const owner = (await signInAll()).get('owner');
  const published = JSON.parse((await post('/api/notices', notice, owner)).body) as { id: string };
  return [opened.reference, opened.requestUrl.split('/')[3] ?? '', published.id, 'page', 'ticket'];
}

/** Some requests end the session they came with. */
async function signInAll(): Promise<Map<string, string>> {
  const cookies = new Map<string, string>();
  for (const [role, known] of Object.entries(credentials)) {
    const { status, cookie } = await post('/api/session', known);
    if (status !== 201 || !cookie) throw new Error(`${role} cannot sign in: ${status}`);
    cookies.set(role, cookie);
  }
  return cookies;
}

function post(path: string, value: unknown, cookie?: string): Promise<Answered> {
  const headers = { 'Content-Type': 'application/json' };
  return send({ as: 'nobody', method: 'POST', path, headers, body: JSON.stringify(value) }, cookie);
}

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const lane = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

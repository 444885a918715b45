import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Hits, Shot } from './cannon.ts';
import { ownerCookie, processorTimeUs, servedFolder, shoot, startPeer, startTarget, type Target } from './range.ts';
import { heading, row, verdict } from './table.ts';

const connections = 50;
const page = '/en/faq/return-policy/';
const distDir = resolve(process.env['DIST_DIR'] ?? 'dist');
const say = (text: string) => process.stdout.write(text);

/** Tickets, each on disk before it is answered, against one row by Drizzle and libSQL without groups. */
export async function writes(seconds: number): Promise<void> {
  await inFolder(async (folder) => {
    say(`\nOpening a ticket, on disk before the answer, ${connections} connections, ${seconds} s\n${heading}`);
    const fire = async (name: string, target: Target, path: string) => {
      const shots: Shot[] = [{ kind: 'ticket', path }];
      return measured(name, target, { shots, seconds });
    };
    const bare = await fire(
      'bare Hono, one row, Drizzle + libSQL',
      await startPeer('hono-libsql', join(folder, 'bare.db')),
      '/tickets',
    );
    const grouped = await fire(
      'bare Hono, one row, our grouped writes',
      await startPeer('hono-grouped', join(folder, 'grouped.db')),
      '/tickets',
    );
    await fire(
      'Fastify, one row, node:sqlite',
      await startPeer('fastify-sqlite', join(folder, 'fastify.db')),
      '/tickets',
    );
    const ours = await fire('Madoguchi, a whole ticket', await portal(), '/api/tickets');
    say(`        ${ratio(grouped, bare)} of the bare rate for the same row in groups\n`);
    say(verdict(`${ratio(ours, bare)} of the bare rate (at least 3)`, ours.perSecond >= 3 * bare.perSecond));
    say(verdict('a better p99 than bare', ours.p99Ms < bare.p99Ms));
    say(verdict('nothing failed', ours.failed === 0));
  });
}

/** Who is signed in, one row by its id with the account that it names, against bare Hono reading such a row. */
export async function reads(seconds: number): Promise<void> {
  await inFolder(async (folder) => {
    say(`\nReading a row by its id, ${connections} connections, ${seconds} s\n${heading}`);
    const peer = await startPeer('hono-libsql', join(folder, 'bare.db'));
    const bare = await measured('bare Hono, Drizzle + libSQL', peer, {
      shots: [{ kind: 'get', path: '/tickets/one' }],
      seconds,
    });
    const target = await startTarget();
    const headers = { Cookie: await ownerCookie(target.url, target.setupUrl) };
    const shots: Shot[] = [{ kind: 'get', path: '/api/session', headers }];
    const ours = await measured(
      'Madoguchi, the session and its account',
      { ...target, stop: () => end(target) },
      { shots, seconds },
    );
    say(verdict(`${ratio(ours, bare)} of the bare rate (at least 0.6)`, ours.perSecond >= 0.6 * bare.perSecond));
    say(verdict('nothing failed', ours.failed === 0));
  });
}

/** A page of the built site against Hono's `serveStatic` on the same folder. */
export async function pages(seconds: number): Promise<void> {
  for (const [encoding, name] of [
    ['br', 'compressed'],
    ['identity', 'as it is'],
  ] as const) {
    say(`\nA built page, ${name}, ${connections} connections, ${seconds} s\n${heading}`);
    const shots: Shot[] = [{ kind: 'get', path: page, headers: { 'Accept-Encoding': encoding } }];
    // Starting it builds the site that both serve.
    const target = await portal();
    const peer = await startPeer('hono-static', await servedFolder(distDir));
    const bare = await measured('bare Hono, serveStatic', peer, { shots, seconds });
    const ours = await measured('Madoguchi', target, { shots, seconds });
    say(verdict(`${ratio(ours, bare)} of the bare rate (at least 0.8)`, ours.perSecond >= 0.8 * bare.perSecond));
    say(verdict('nothing failed', ours.failed === 0));
  }
}

/** One target at a time: warmed up, measured, stopped. */
async function measured(
  name: string,
  target: Target,
  { shots, seconds }: { shots: Shot[]; seconds: number },
): Promise<Hits> {
  const salvo = { url: target.url, connections, shots };
  await shoot({ ...salvo, seconds: Math.min(5, seconds) });
  const before = await processorTimeUs(target.pid);
  const hits = await shoot({ ...salvo, seconds });
  const used = (await processorTimeUs(target.pid)) - before;
  await target.stop();
  say(row(name, hits, used));
  return hits;
}

async function portal(): Promise<Target> {
  const target = await startTarget();
  return { url: target.url, pid: target.pid, stop: () => end(target) };
}

async function end(target: Awaited<ReturnType<typeof startTarget>>): Promise<void> {
  await target.stop();
  await rm(target.dataDir, { recursive: true, force: true });
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-load-'));
  await work(folder);
  await rm(folder, { recursive: true, force: true });
}

function ratio(one: Hits, other: Hits): string {
  return (one.perSecond / other.perSecond).toFixed(2);
}

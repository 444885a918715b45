import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Thread, ThreadPage } from '../../../api/forum/contract.ts';
import { startPortal } from '../../support/portal-process.ts';
import { asking, heading } from './asking.ts';
import { longForum, longThread, member, moderator } from './long-forum.ts';
import { rowsFor } from './rows.ts';
import { foundAfterApproval, listenMeanwhile, memoryMeanwhile, sender, writeMeanwhile } from './while-written.ts';

/*
 * A long forum, read by many at once: every list and page, threads short and long, as everybody, a member and a moderator
 * see them; then the same thread while it is written in and two hundred have it open; and how soon an approval is found.
 *
 *   npm run bench:forum -- [--threads=50000] [--posts=500000] [--connections=50] [--seconds=8] [--rows=words]
 *
 * The forum is made once (two minutes) and kept in BENCH_CACHE, or in the folder for temporary files; a run takes six.
 * `--rows` leaves only those whose names begin so. A page that takes longer than 100 ms at p97.5 (the measure knows no
 * p95), or an answer that fails, makes the run fail. CPU is that of the thread that answers, for each request. Pages of the
 * site are measured where it is built.
 */

const { values } = parseArgs({
  options: {
    threads: { type: 'string', default: '50000' },
    posts: { type: 'string', default: '500000' },
    connections: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '8' },
    rows: { type: 'string', default: '' },
  },
});
const size = { threads: Number(values.threads), posts: Number(values.posts) };
const seconds = Number(values.seconds);
/** So much longer goes the part in which somebody writes: memory is looked at four times. */
const writingSeconds = seconds * 5;
const cache = process.env['BENCH_CACHE'] ?? join(tmpdir(), 'madoguchi-bench');
const file = await longForum(cache, size);
const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-forum-'));
await copyFile(file, join(dataDir, 'portal.db'));
// Streams are asked for from many addresses.
const env = { LOG_LEVEL: 'error', RATE_LIMIT_FACTOR: '1000000', TRUSTED_PROXIES: '127.0.0.0/8,::1' };
const portal = await startPortal({ dataDir, env });
try {
  await measure();
} finally {
  await portal.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const [asMember, asModerator] = [await signIn(member), await signIn(moderator)];
  const lists = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      read<ThreadPage>(`/api/forum/threads?language=ja&board=orders&page=${index + 1}`),
    ),
  );
  const threads = lists.flatMap((list) => list.threads);
  const [first] = threads;
  const long = await read<Thread>(`/api/forum/threads/${longThread}`);
  process.stdout.write(`\n${size.threads} threads, ${size.posts} posts, ${values.connections} connections\n${heading}`);
  const ask = asking(portal, { connections: Number(values.connections), seconds });
  const rows = rowsFor({
    asMember,
    asModerator,
    thread: first?.number ?? 1,
    author: first?.author.id ?? '',
    threads: threads.map(({ number }) => number),
    long,
  });
  for (const row of rows.filter(({ name }) => name.startsWith(values.rows))) await ask(row);
  await measureWhileWritten(asModerator, first?.number ?? 1);
}

async function measureWhileWritten(cookie: string, thread: number): Promise<void> {
  const until = AbortSignal.timeout(writingSeconds * 1000);
  const ask = asking(portal, { connections: Number(values.connections), seconds: writingSeconds });
  const [written, streams, memory] = await Promise.all([
    writeMeanwhile(sender(portal, cookie), thread, until),
    listenMeanwhile(portal, thread, until),
    memoryMeanwhile(portal, writingSeconds),
    ask({ name: 'page of a thread, while it is written in', paths: [`/ja/forum/${thread}/`] }),
  ]);
  process.stdout.write(
    `${written} posts written meanwhile; ${streams.open} streams heard of ${streams.heard} changes\n`,
  );
  process.stdout.write(`memory after each quarter: ${memory.map((each) => `${each.toFixed(0)} MB`).join(', ')}\n`);
  const found = await foundAfterApproval(portal, cookie);
  if (found === null) process.exitCode = 1;
  const say = found === null ? 'NOT FOUND within a minute of' : `found ${(found / 1000).toFixed(1)} s after`;
  process.stdout.write(`a question is ${say} its approval\n`);
}

async function read<T>(path: string): Promise<T> {
  return (await (await fetch(`${portal.url}${path}`)).json()) as T;
}

async function signIn(whom: { email: string; password: string }): Promise<string> {
  const answer = await fetch(`${portal.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: portal.url },
    body: JSON.stringify(whom),
  });
  if (answer.status !== 201) throw new Error(`Signing in was answered with ${answer.status}: ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import pino from 'pino';
import { hashPassword } from '../../../api/accounts/passwords.ts';
import { accounts } from '../../../api/accounts/tables.ts';
import { createApp } from '../../../api/app.ts';
import { openDatabase } from '../../../api/db/database.ts';
import { newId } from '../../../api/db/id.ts';
import { migrate } from '../../../api/db/migrate.ts';
import { createLimits } from '../../../api/limits/limits.ts';
import { median, percentile } from '../search/percentiles.ts';
import { randomBytes } from 'node:crypto';
import type { Services } from '../../../api/services.ts';
import { createSessions } from '../../../api/sessions/sessions.ts';

/*
 * Whether the time of an answer tells who has an account: the ways in that take an address are tried with addresses that
 * somebody has and that nobody has, in turn, over a real socket. `npm run bench:enumeration [tries]`.
 */

const tries = Number(process.argv[2] ?? 1000);
const mostGapMs = 10;

const ways = [
  { name: 'sign-in', path: '/api/session', more: { password: 'a wrong password' }, status: 401 },
  { name: 'sign-in link', path: '/api/sign-in-links', more: {}, status: 202 },
  { name: 'password reset', path: '/api/password-resets', more: {}, status: 202 },
  { name: 'registration', path: '/api/registrations', more: {}, status: 202 },
] as const;

const folder = await mkdtemp(join(tmpdir(), 'madoguchi-enumeration-'));
const db = await openDatabase(join(folder, 'portal.db'));
await migrate(db.raw);
const clock = Date.now;
const publicUrl = 'http://localhost';
// What these routes need; limits would end the trial after the eighth try.
const services = {
  db,
  clock,
  random: randomBytes,
  secret: randomBytes(32).toString('hex'),
  log: pino({ level: 'silent' }),
  publicUrl,
  sessions: createSessions({ db, publicUrl, clock, random: randomBytes }),
  limits: createLimits({ db, clock, secret: 'limits', factor: 1_000_000 }),
  signInLimits: { count: async () => undefined, forgive: async () => undefined },
  isTrustedProxy: () => false,
  languages: () => ['ja', 'en'],
  scriptHashes: () => [],
} as unknown as Services;

const known = Array.from({ length: tries }, (_, index) => `known-${index}@example.jp`);
const unknown = Array.from({ length: tries }, (_, index) => `other-${index}@example.jp`);
const passwordHash = await hashPassword('a walk before breakfast');
const about = { name: 'Hanako', language: 'ja', role: 'member', passwordHash, createdAt: clock() } as const;
await db.write(known.map((email) => db.read.insert(accounts).values({ id: newId(clock()), email, ...about })));

const server = serve({ fetch: createApp(services).fetch, port: 0 });
await new Promise((resolve) => server.once('listening', resolve));
const address = server.address();
const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

let isWorse = false;
process.stdout.write(`${tries} tries each, known and unknown in turn (ms)\n\n`);
process.stdout.write('way             p50 known / unknown   p95 known / unknown   gap at p95   answers\n');
for (const { name, path, more, status } of ways) {
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const answers = new Set<string>();
  for (let warm = 0; warm < 20; warm += 1) await ask(path, { email: `warm-${warm}@example.jp`, ...more });
  for (let index = 0; index < tries; index += 1) {
    // Whichever comes first is the other one next time.
    const order = index % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
    for (const whose of order) {
      const email = (whose === 'known' ? known : unknown)[index] ?? '';
      const start = performance.now();
      answers.add(await ask(path, { email, ...more }));
      times[whose].push(performance.now() - start);
    }
  }
  // What is refused for another reason is the same for everybody, too.
  const isMeant = [...answers].every((answer) => answer.startsWith(`${status} `));
  if (!isMeant) throw new Error(`${path} answered ${[...answers].join(', ')} instead of ${status}.`);
  const [ofKnown, ofUnknown] = [percentile(times.known, 0.95), percentile(times.unknown, 0.95)];
  const gap = Math.abs(ofKnown - ofUnknown);
  isWorse ||= gap >= mostGapMs || answers.size !== 1;
  process.stdout.write(
    `${name.padEnd(15)} ${pair(median(times.known), median(times.unknown))} ${pair(ofKnown, ofUnknown)} ${gap.toFixed(2).padStart(10)}   ${answers.size === 1 ? 'the same' : `${answers.size} kinds`}\n`,
  );
}
process.stdout.write(`\nAllowed: a gap under ${mostGapMs} ms, and one answer.\n`);
server.close();
await db.close();
await rm(folder, { recursive: true, force: true });
process.exitCode = isWorse ? 1 : 0;

/** What is answered, without what differs between any two answers. */
async function ask(path: string, body: object): Promise<string> {
  const answer = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { requestId: _, ...said } = (await answer.json()) as Record<string, unknown>;
  return `${answer.status} ${JSON.stringify(said)}`;
}

function pair(one: number, other: number): string {
  return `${one.toFixed(2)} / ${other.toFixed(2)}`.padEnd(21);
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from '../search/percentiles.ts';
import type { Shot } from './cannon.ts';
import { ownerCookie, processorTimeUs, shoot, startTarget } from './range.ts';
import { heading, row, verdict } from './table.ts';

interface Sample {
  rss: number;
  heapUsed: number;
  /** Lag of the event loop since the warm-up. */
  p99Ms: number;
  maxMs: number;
}

const connections = 50;
/** Part of the time. */
const warmUp = 0.2;
const mostGrowth = 0.1;
const mostLagMs = 50;
const say = (text: string) => process.stdout.write(text);

/** What a day is made of, at a steady rate: memory and the event loop as the portal's own process sees them. */
export async function mixed({ minutes, perSecond }: { minutes: number; perSecond: number }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-load-'));
  const file = join(folder, 'probe.jsonl');
  const probe = pathToFileURL(join(import.meta.dirname, 'probe.ts')).href;
  const target = await startTarget({
    PROBE_FILE: file,
    PROBE_AFTER_SECONDS: String(minutes * 60 * warmUp),
    NODE_OPTIONS: `--import ${probe}`,
  });
  const shots = await shotsAt(target.url, target.setupUrl);
  say(
    `\nMixed: ${shots.map(({ kind, path, weight }) => `${weight}× ${kind} ${path.replace(/requests\/.*\//, 'requests/…/')}`).join(', ')}\n`,
  );
  say(`${perSecond} a second for ${minutes} minutes, ${connections} connections\n${heading}`);
  const before = await processorTimeUs(target.pid);
  const hits = await shoot({ url: target.url, connections, seconds: minutes * 60, rate: perSecond, shots });
  say(row('Madoguchi', hits, (await processorTimeUs(target.pid)) - before));
  await target.stop();

  const samples = (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sample);
  const warm = samples.slice(Math.floor(samples.length * warmUp));
  const part = Math.ceil(warm.length / 8);
  const [from, to] = [warm.slice(0, part), warm.slice(-part)];
  for (const key of ['rss', 'heapUsed'] as const) {
    say(`${key} after the warm-up ${memory(key, from).toFixed(0)} MB, at the end ${memory(key, to).toFixed(0)} MB\n`);
  }
  const growth = memory('rss', to) / memory('rss', from) - 1;
  const { p99Ms = Number.NaN, maxMs = Number.NaN } = warm.at(-1) ?? {};
  say(`longest lag of the event loop ${maxMs.toFixed(1)} ms\n`);
  say(verdict(`memory grew by ${(growth * 100).toFixed(1)} % after the warm-up (less than 10 %)`, growth < mostGrowth));
  say(verdict(`p99 lag of the event loop ${p99Ms.toFixed(1)} ms (at most ${mostLagMs})`, p99Ms <= mostLagMs));
  say(verdict('nothing failed', hits.failed === 0));
  for (const path of [folder, target.dataDir]) await rm(path, { recursive: true, force: true });
}

function memory(key: 'rss' | 'heapUsed', samples: readonly Sample[]): number {
  return median(samples.map((sample) => sample[key])) / 1e6;
}

async function shotsAt(url: string, setupUrl: string | null): Promise<Shot[]> {
  const headers = { Cookie: await ownerCookie(url, setupUrl) };
  const opened = await fetch(`${url}/api/tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'emma@example.jp', subject: 'Mixed', message: 'Load', language: 'en' }),
  });
  const { requestUrl } = (await opened.json()) as { requestUrl: string };
  return [
    { kind: 'get', path: '/ja/', weight: 3, headers: { 'Accept-Encoding': 'br' } },
    { kind: 'get', path: '/ja/faq/return-policy/', weight: 6, headers: { 'Accept-Encoding': 'br' } },
    { kind: 'get', path: '/api/session', weight: 3, headers },
    { kind: 'get', path: '/api/tickets?view=to-answer', weight: 1, headers },
    { kind: 'get', path: requestUrl, weight: 2 },
    { kind: 'ticket', path: '/api/tickets', weight: 2 },
  ];
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createMailReader } from '../../../api/channels/email/parse/mail-reader.ts';
import { corpus } from '../../api/channels/email/corpus.ts';
import { linesMissing } from '../../api/channels/email/nothing-lost.ts';
import { percentile } from '../search/percentiles.ts';
import { randomNumbers } from '../search/random.ts';
import { mutated } from './mutations.ts';

/*
 * Mails of the corpus, changed by accidents and attacks, through the process that reads mail. Ends with 1 when one had
 * no answer or broke the process, lost a line, took more than two seconds, or more than 300 MB. What broke something is
 * kept, and named. `-- --mails=50000 --seed=1`
 */

const { values } = parseArgs({
  options: { mails: { type: 'string', default: '50000' }, seed: { type: 'string', default: '1' } },
});
const count = Number(values.mails);
const seed = Number(values.seed);
const mostMs = 2_000;
const mostMemoryBytes = 300_000_000;

const folder = await mkdtemp(join(tmpdir(), 'madoguchi-mail-in-'));
const reader = createMailReader({ ownHosts: ['aruku.example'], mostMs, mostMemoryBytes });
const raws = corpus.map(({ raw }) => raw);
const times: number[] = [];
const failures: string[] = [];
const tally = new Map<string, number>();
const counted = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
let answered = 0;
let isBad = false;

say(`${count} mails, from ${raws.length}, seed ${seed}`);
for (let index = 0; index < count; index += 1) await readOne(index);
await reader.close();
await report();

async function readOne(index: number): Promise<void> {
  // Each by its own number: one that breaks something can be made again.
  const raw = mutated(raws, randomNumbers(seed * 1_000_003 + index));
  const path = join(folder, `${index}.eml`);
  const files = join(folder, 'files');
  await writeFile(path, raw);
  await mkdir(files);
  const began = performance.now();
  const answer = await reader.read(path, files);
  // The first one waits for the process to start.
  if (index > 0) times.push(performance.now() - began);
  answered += 1;
  const reason = answer.ok ? brokenRule(answer.mail) : answer.reason;
  counted(answer.ok ? answer.mail.kind : answer.reason);
  if (reason === null) await rm(path);
  else failures.push(`${reason}: ${path}`);
  await rm(files, { recursive: true });
  if ((index + 1) % 1_000 === 0) say(`${index + 1} read, ${Math.round(reader.peakBytes() / 1e6)} MB at most`);
}

function brokenRule({ text, fresh, quoted }: { text: string; fresh: string; quoted: string }): string | null {
  if (linesMissing(text, { fresh, quoted }).length > 0) return 'lost lines';
  return text !== '' && fresh === '' ? 'nothing left' : null;
}

async function report(): Promise<void> {
  const slowest = Math.max(...times);
  const peak = reader.peakBytes();
  const isOfKind = (kind: string) => failures.filter((failure) => failure.startsWith(kind)).length;
  say([...tally].map(([what, number]) => `${what} ${number}`).join(', '));
  say(`crashes ${isOfKind('broken')}, lost ${count - answered}, lines lost in ${isOfKind('lost lines')}`);
  say(`too slow ${isOfKind('too-slow')}, too much memory ${isOfKind('too-much-memory')}`);
  const at = (share: number) => `${percentile(times, share).toFixed(1)} ms`;
  say(
    `p50 ${at(0.5)}, p95 ${at(0.95)}, slowest ${slowest.toFixed(0)} ms (mail ${times.indexOf(slowest) + 1}), peak ${Math.round(peak / 1e6)} MB`,
  );
  for (const failure of failures.slice(0, 50)) say(failure);
  isBad = failures.length > 0 || answered !== count || slowest > mostMs || peak > mostMemoryBytes;
  if (failures.length === 0) await rm(folder, { recursive: true, force: true });
  if (isBad) process.exitCode = 1;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

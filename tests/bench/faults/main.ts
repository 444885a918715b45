import { parseArgs } from 'node:util';
import { buildOnce } from '../../support/build-once.ts';
import { busy } from './busy.ts';
import { clock } from './clock.ts';
import { foreignProcess } from './foreign-process.ts';
import { fullDisk } from './full-disk.ts';
import { kills } from './kills.ts';
import { logCuts } from './log-cuts.ts';
import type { Outcome } from './outcome.ts';

/*
 * What the portal does when things go wrong around it, with the built server in processes of its own:
 *
 *   npm run bench:faults -- [kills] [log] [disk] [foreign] [busy] [clock] [--kills=1000] [--cuts=2000] [--seed=1]
 *
 * Without names, everything. What could not be tried here is said; what does not hold makes the run fail.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '1000' },
    cuts: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const faults: Record<string, () => Promise<Outcome>> = {
  kills: () => kills(Number(values.kills), seed),
  log: () => logCuts(Number(values.cuts), seed),
  disk: fullDisk,
  foreign: foreignProcess,
  busy,
  clock,
};
const unknown = positionals.filter((name) => !Object.hasOwn(faults, name));
if (unknown.length > 0) {
  console.error(`There is no fault ${unknown.join(', ')}. There are: ${Object.keys(faults).join(', ')}`);
  process.exit(1);
}
await buildOnce();
for (const [name, provoke] of Object.entries(faults)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  const { held, notRun } = await provoke();
  if (notRun !== undefined) process.stdout.write(`  not run: ${notRun}\n`);
  for (const { what, isMet } of held) {
    process.stdout.write(`  ${isMet ? 'holds ' : 'FAILED'}  ${what}\n`);
    if (!isMet) process.exitCode = 1;
  }
}

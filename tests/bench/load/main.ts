import { parseArgs } from 'node:util';
import { pages, reads, writes } from './comparisons.ts';
import { mixed } from './mixed.ts';

/*
 * The portal under load, peers in the same run, what asks in a process of its own:
 *
 *   npm run bench:load -- [writes] [reads] [pages] [mixed] [--seconds=30] [--minutes=20] [--rate=600]
 *
 * Without names, everything. A figure that is not what it has to be makes the run fail.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '30' },
    minutes: { type: 'string', default: '20' },
    rate: { type: 'string', default: '600' },
  },
});
const seconds = Number(values.seconds);
const tables: Record<string, () => Promise<void>> = {
  writes: () => writes(seconds),
  reads: () => reads(seconds),
  pages: () => pages(seconds),
  mixed: () => mixed({ minutes: Number(values.minutes), perSecond: Number(values.rate) }),
};
const unknown = positionals.filter((name) => !Object.hasOwn(tables, name));
if (unknown.length > 0) {
  console.error(`There is no table ${unknown.join(', ')}. There are: ${Object.keys(tables).join(', ')}`);
  process.exit(1);
}
for (const [name, make] of Object.entries(tables)) {
  if (positionals.length === 0 || positionals.includes(name)) await make();
}

import { availableParallelism } from 'node:os';
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RootArticle } from '../search/content-root.ts';
import { articlesInBoth } from '../search/corpus.ts';
import { dataFile, MissingData } from '../search/needs.ts';
import { say } from '../search/say.ts';
import { type Contender, plainAstro, portal, starlight } from './contenders.ts';
import { type Cost, measure } from './measure.ts';
import { printTable, type Row } from './table.ts';
import { openWorkshop } from './workshop.ts';

/*
 * Building against its peers, in one run and turn about: the portal with everything it makes, plain Astro, Starlight.
 * `BENCH_DATA=<folder>` holds `corpus/`; `BENCH_CACHE=<folder>` keeps the installed peers. `-- --pages=100,1000` sets
 * the sizes, `--rounds=1` the number of runs.
 */

const { sizes, rounds } = settings(process.argv.slice(2));
try {
  const archive = dataFile('corpus/astro-docs.tar.gz');
  const workshop = await openWorkshop();
  for (const size of sizes) await compare(workshop, await articlesInBoth(archive, size));
  say('\nHugo: not measured\n');
  if (!process.env['BENCH_CACHE']) await rm(workshop, { recursive: true, force: true });
} catch (error) {
  if (!(error instanceof MissingData)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function compare(workshop: string, articles: readonly RootArticle[]): Promise<void> {
  const folder = (name: string) => join(workshop, `${name}-${articles.length}`);
  const own = await portal(folder('portal'), articles);
  const plain = { extension: 'mdx', isCodeColoured: false } as const;
  const mdx = await plainAstro(workshop, folder('mdx'), articles, {
    ...plain,
    name: 'Astro, .mdx, without code colours',
  });
  const contenders = [
    own,
    await plainAstro(workshop, folder('md'), articles, {
      ...plain,
      extension: 'md',
      name: 'Astro, .md, without code colours',
    }),
    mdx,
    await plainAstro(workshop, folder('mdx-coloured'), articles, {
      ...plain,
      isCodeColoured: true,
      name: 'Astro, .mdx, as it comes',
    }),
    await starlight(workshop, folder('starlight'), articles),
  ];
  const costs = new Map<string, Cost[]>();
  const run = async (name: string, contender: Contender, ...args: string[]) => {
    const [program, ...own] = contender.command;
    const cost = await measure(contender.folder, program, [...own, ...args]);
    costs.set(name, [...(costs.get(name) ?? []), cost]);
  };
  const edited = articles[0];
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      for (const left of contender.left) await rm(join(contender.folder, left), { recursive: true, force: true });
      await run(contender.name, contender);
    }
    if (!edited) throw new Error('There are no articles');
    const { kind, language, slug } = edited;
    await appendFile(join(own.folder, `content/${kind}/${language}/${slug}.mdx`), `\n${round + 1}\n`);
    await run('  again after one edited page', own);
    await run('  again with nothing changed', own, '--if-changed');
  }
  const rows: Row[] = [...costs].map(([name, all]) => ({ name, costs: all }));
  say(
    `\n${articles.length} pages, half ja and half en; medians of ${rounds} on ${availableParallelism()} cores, no cache\n\n`,
  );
  printTable(rows, mdx.name);
}

function settings(args: readonly string[]): { sizes: number[]; rounds: number } {
  const given = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1];
  const sizes = (given('pages') ?? '1000,5000').split(',').map(Number);
  const rounds = Number(given('rounds') ?? 3);
  if (!sizes.every((size) => isCount(size) && size % 2 === 0) || !isCount(rounds)) {
    console.error('--pages takes even numbers (--pages=100,1000), --rounds a number from 1 (--rounds=3)');
    process.exit(1);
  }
  return { sizes, rounds };
}

function isCount(number: number): boolean {
  return Number.isInteger(number) && number > 0;
}

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromiumPath } from '../../../site/chromium/path.ts';
import { browserLaunch } from '../../support/browser.ts';
import { startPortal } from '../../support/portal-process.ts';
import { installed } from '../installed.ts';

/*
 * Lighthouse with its mobile preset over the kinds of page a reader lands on, in both languages: the median of three runs
 * each. Ends with an error when a score is below what is asked of it. Paths on the command line replace the pages.
 */

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];
const asked: Record<Category, number> = { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 };
const runs = 3;

const named = process.argv.slice(2);
const pages = named.length > 0 ? named : ['ja', 'en'].flatMap(pagesIn);

interface Report {
  categories: Record<Category, { score: number | null }>;
  audits: Record<string, { title: string; score: number | null; numericValue?: number }>;
}

const run = promisify(execFile);
const folder = await installed('lighthouse', { lighthouse: '13.5.0' });
const reports = await mkdtemp(join(tmpdir(), 'madoguchi-lighthouse-'));
const portal = await startPortal();
let isShort = false;
print(['page'.padEnd(46), 'perf', 'a11y', 'best', 'seo', 'LCP ms', 'CLS', 'TBT ms']);
for (const path of pages) {
  const seen: Report[] = [];
  for (let count = 0; count < runs; count += 1) seen.push(await lookAgain(path));
  const scores = categories.map((name) => median(seen.map((report) => (report.categories[name].score ?? 0) * 100)));
  const value = (audit: string) => median(seen.map((report) => report.audits[audit]?.numericValue ?? NaN));
  print([
    path.padEnd(46),
    ...scores.map((score) => score.toFixed(0)),
    value('largest-contentful-paint').toFixed(0),
    value('cumulative-layout-shift').toFixed(3),
    value('total-blocking-time').toFixed(0),
  ]);
  for (const [index, name] of categories.entries()) {
    if ((scores[index] ?? 0) >= asked[name]) continue;
    isShort = true;
    process.stdout.write(`  ${name} is below ${asked[name]}: ${failedAudits(seen[0]).join('; ')}\n`);
  }
}
await portal.stop();
await rm(portal.dataDir, { recursive: true, force: true });
await rm(reports, { recursive: true, force: true });
process.exitCode = isShort ? 1 : 0;

function pagesIn(language: string): string[] {
  return [
    `/${language}/`,
    `/${language}/faq/exchange-size/`,
    `/${language}/troubleshooting/my-order-is-wrong/`,
    `/${language}/categories/returns/`,
  ];
}

/** Now and then a trace is not recorded whole, and Lighthouse asks to be run again. */
async function lookAgain(path: string): Promise<Report> {
  for (let left = 2; ; left -= 1) {
    try {
      return await look(path);
    } catch (error) {
      if (left === 0 || !String(error).includes('Please run Lighthouse again')) throw error;
    }
  }
}

async function look(path: string): Promise<Report> {
  const file = join(reports, 'report.json');
  const flags = ['--headless=new', ...browserLaunch().args];
  const chromium = chromiumPath();
  await run(
    process.execPath,
    [
      join(folder, 'node_modules/lighthouse/cli/index.js'),
      `${portal.url}${path}`,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      `--only-categories=${categories.join(',')}`,
      `--chrome-flags=${flags.join(' ')}`,
    ],
    { env: { ...process.env, ...(chromium ? { CHROME_PATH: chromium } : {}) } },
  );
  return JSON.parse(await readFile(file, 'utf8')) as Report;
}

/** Audits that took something off, worst first. */
function failedAudits(report: Report | undefined): string[] {
  return Object.values(report?.audits ?? {})
    .filter(({ score }) => score !== null && score < 0.9)
    .sort((one, other) => (one.score ?? 0) - (other.score ?? 0))
    .map(({ title, score }) => `${title} (${String(score)})`);
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

function print([page = '', ...figures]: readonly string[]): void {
  process.stdout.write(`${page}${figures.map((figure) => figure.padStart(8)).join('')}\n`);
}

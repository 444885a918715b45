import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from './checks.ts';
import { journeyCount, type Count } from './journey-count.ts';
import { type NotRun, notRunLines } from './not-run.ts';
import { prepareBrowser } from './prepare-browser.ts';
import { prepareTools } from './prepare-tools.ts';
import { report, runStep, runSteps, type Step, type StepResult } from './steps.ts';

/*
 * Everything, with one command: prepares a browser, then types, format, lint and content, then every test: units, whole
 * server processes, components in a real browser, journeys through the built portal. Each that was not run is named with
 * the reason; the last line counts.
 */

const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'madoguchi-test-'));
const vitestReport = join(folder, 'vitest.json');
const journeyReport = join(folder, 'journeys.json');
const notRunReport = join(folder, 'not-run.json');
process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] = journeyReport;
process.env['NOT_RUN_FILE'] = notRunReport;

const build: Step = { name: 'build', command: 'node', args: ['site/build/main.ts', '--if-changed'] };
const expectations: Step = { name: 'search expectations', command: 'node', args: ['site/search-guard/main.ts'] };
const builtSite: Step = { name: 'built site', command: 'node', args: ['site/site-check/main.ts', '--without-browser'] };
const tests: Step[] = [
  {
    name: 'units, processes and components',
    command: 'vitest',
    args: [
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      '--reporter=tests/support/vitest-not-run.ts',
      `--outputFile=${vitestReport}`,
    ],
  },
  {
    name: 'journeys',
    command: 'playwright',
    args: ['test', '--config', 'tests/journeys/playwright.config.ts', '--reporter=line,json'],
  },
];

await prepareBrowser(say);
prepareTools(say);
const results: StepResult[] = await runSteps(checks, 2, report);
for (const step of [build, builtSite, expectations, ...tests]) {
  const result = await runStep(step);
  report(result);
  results.push(result);
}

const counts = [await countVitest(), await countJourneys()];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
const notRun = counts.flatMap((count) => count.notRun);
await rm(folder, { recursive: true, force: true });
const isOk = results.every((result) => result.isOk) && failed === 0 && notRun.every(({ reason }) => reason !== '');
if (!isOk) say('\nSomething failed; see above.');
say(`\n${notRun.length} not run`);
for (const line of notRunLines(notRun)) say(line);
say(`\n${passed} passed, ${failed} failed`);
process.exitCode = isOk ? 0 : 1;

async function countVitest(): Promise<Count> {
  const texts = await Promise.all([vitestReport, notRunReport].map((file) => readFile(file, 'utf8').catch(() => null)));
  const [counted, skipped] = texts;
  if (!counted || !skipped) return { passed: 0, failed: 1, notRun: [] };
  const { numPassedTests, numFailedTests } = JSON.parse(counted) as { numPassedTests: number; numFailedTests: number };
  return { passed: numPassedTests, failed: numFailedTests, notRun: JSON.parse(skipped) as NotRun[] };
}

async function countJourneys(): Promise<Count> {
  const text = await readFile(journeyReport, 'utf8').catch(() => null);
  return text === null ? { passed: 0, failed: 1, notRun: [] } : journeyCount(text);
}

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from './checks.ts';
import { prepareBrowser } from './prepare-browser.ts';
import { prepareTools } from './prepare-tools.ts';
import { report, runStep, runSteps, type Step, type StepResult } from './steps.ts';

/*
 * Everything, with one command: prepares a browser, then types, format, lint and content, then every test: units, whole
 * server processes, components in a real browser, journeys through the built portal. The last line counts them.
 */

const say = (line: string) => process.stdout.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'madoguchi-test-'));
const vitestReport = join(folder, 'vitest.json');
const journeyReport = join(folder, 'journeys.json');
process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] = journeyReport;

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
await rm(folder, { recursive: true, force: true });
const isOk = results.every((result) => result.isOk) && failed === 0;
if (!isOk) say('\nSomething failed; see above.');
say(`\n${passed} passed, ${failed} failed`);
process.exitCode = isOk ? 0 : 1;

interface Count {
  passed: number;
  failed: number;
}

async function countVitest(): Promise<Count> {
  const text = await readFile(vitestReport, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(text) as { numPassedTests: number; numFailedTests: number };
  return { passed: numPassedTests, failed: numFailedTests };
}

async function countJourneys(): Promise<Count> {
  const text = await readFile(journeyReport, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(text) as { stats: { expected: number; unexpected: number; flaky: number } };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

import { checks } from './checks.ts';
import { report, runSteps } from './steps.ts';

/* Everything that says within a minute whether a change is sound. */

const unitTests = {
  name: 'unit tests',
  command: 'vitest',
  args: ['run', '--config', 'tests/vitest.config.ts', '--project', 'unit'],
};

const results = await runSteps([...checks.slice(0, 1), unitTests, ...checks.slice(1)], 2, report);
process.exitCode = results.every(({ isOk }) => isOk) ? 0 : 1;

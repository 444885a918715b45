import { writeFile } from 'node:fs/promises';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { NotRun } from './not-run.ts';

/** Writes which tests of vitest were not run, and why, as JSON to the file that `NOT_RUN_FILE` names. */
export default class NotRunReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const file = process.env['NOT_RUN_FILE'];
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')].map(asNotRun));
    if (file) await writeFile(file, JSON.stringify(skipped));
  }
}

function asNotRun(test: TestCase): NotRun {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  const project = test.project.name ? `[${test.project.name}] ` : '';
  return { name: project + test.fullName, reason: note ?? reasonOf(test) };
}

/** What the test says, or the `describe` around it. */
function reasonOf(test: TestCase): string {
  for (let task: TestCase | TestCase['parent'] = test; 'parent' in task; task = task.parent) {
    const { notRun } = task.meta();
    if (notRun) return notRun;
  }
  return '';
}

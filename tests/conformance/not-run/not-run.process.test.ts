import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { journeyCount } from '../../support/journey-count.ts';
import { type NotRun, notRunLines } from '../../support/not-run.ts';

const root = join(import.meta.dirname, '../../..');

describe('a test that is not run', () => {
  it('is in the report with its reason: its own, that of what is around it, or one found while it ran', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'madoguchi-not-run-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'not-run.json');
    const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'vitest.config.ts'];
    spawnSync(process.execPath, args, { cwd: import.meta.dirname, env: { ...process.env, NOT_RUN_FILE: file } });
    const skipped = JSON.parse(await readFile(file, 'utf8')) as NotRun[];
    expect(skipped).toEqual([
      { name: '[sample] a machine > hums', reason: 'it is switched off' },
      { name: '[sample] flies', reason: 'there is no sky' },
      { name: '[sample] swims', reason: 'there is no sea' },
      { name: '[sample] is skipped by a skip without a reason', reason: '' },
    ]);
    expect(notRunLines(skipped)).toEqual([
      'NOT RUN, it is switched off:',
      '  [sample] a machine > hums',
      'NOT RUN, there is no sky:',
      '  [sample] flies',
      'NOT RUN, there is no sea:',
      '  [sample] swims',
      'NOT RUN, WITHOUT A REASON: give one (tests/support/not-run.ts):',
      '  [sample] is skipped by a skip without a reason',
    ]);
  });

  it('is found in the report of the journeys, too', () => {
    const skipped = {
      title: 'reads offline',
      tests: [{ status: 'skipped', projectName: '', annotations: [{ type: 'skip', description: 'no network' }] }],
    };
    const walked = { title: 'walks', tests: [{ status: 'expected', projectName: '', annotations: [] }] };
    const report = {
      stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 1 },
      suites: [{ specs: [walked], suites: [{ specs: [skipped] }] }],
    };
    expect(journeyCount(JSON.stringify(report))).toEqual({
      passed: 1,
      failed: 1,
      notRun: [{ name: '[journeys] reads offline', reason: 'no network' }],
    });
  });

  it('says so through `runOnlyIf` or with a reason: nothing in the tests is skipped without one', async () => {
    const wordless = /\b(?:it|test|describe)\.(?:skip|skipIf|runIf|todo|fixme)\b|\bskip\(\s*\)/;
    const names = (await readdir(join(root, 'tests'), { recursive: true })).filter(
      (name) => /\.(?:test|spec|journey)\.ts$/.test(name) && !name.startsWith('conformance/not-run/'),
    );
    expect(names.length).toBeGreaterThan(100);
    const texts = await Promise.all(
      names.map(async (name) => [name, await readFile(join(root, 'tests', name), 'utf8')]),
    );
    expect(texts.filter(([, text]) => wordless.test(text ?? '')).map(([name]) => name)).toEqual([]);
  });
});

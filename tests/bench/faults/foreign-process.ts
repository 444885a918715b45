import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { failToStart, startPortal } from '../../support/portal-process.ts';
import { type Outcome, quiet, rowsOf, sendTicket } from './outcome.ts';

const run = promisify(execFile);
const holder = join(import.meta.dirname, '../../support/database-holder.ts');
const mostSeconds = 2;
const writes = 100;

/** Another program has the database file when the portal starts, or wants to write into it while the portal runs. */
export async function foreignProcess(): Promise<Outcome> {
  const dataDir = await mkdtemp(join(tmpdir(), 'madoguchi-foreign-'));
  const file = join(dataDir, 'portal.db');
  const foreign = spawn(process.execPath, [holder, file]);
  await once(foreign.stdout, 'data');
  const refused = await failToStart({ dataDir, env: quiet });
  foreign.kill('SIGKILL');
  await once(foreign, 'exit');
  const isNamed = refused.output.includes(`Process ${foreign.pid} `);

  const portal = await startPortal({ dataDir, env: quiet });
  const tries: Promise<string>[] = [];
  const sent: number[] = [];
  for (let number = 0; number < writes; number += 1) {
    if (number % 25 === 0) tries.push(tryToWrite(file));
    sent.push((await sendTicket(portal.url, `foreign-${number}`)).status);
  }
  const outcomes = await Promise.all(tries);
  await portal.stop();
  const rows = await rowsOf<{ subject: string }>(file, 'select subject from conversations');
  await rm(dataDir, { recursive: true, force: true });
  const ours = sent.filter((status) => status === 201).length;
  return {
    held: [
      {
        what: `a file that is held at start: stopped with ${refused.code} after ${refused.seconds.toFixed(2)} s (at most ${mostSeconds}), ${isNamed ? 'and named' : 'without naming'} the process`,
        isMet: refused.code === 1 && refused.seconds <= mostSeconds && (isNamed || process.platform !== 'linux'),
      },
      {
        what: `a foreign program that wants to write meanwhile: ${[...new Set(outcomes)].join(', ')}`,
        isMet: outcomes.every((outcome) => outcome === 'database is locked'),
      },
      {
        what: `our writes meanwhile: ${ours} of ${writes} acknowledged, ${rows.length} on disk`,
        isMet: ours === writes && rows.length === writes,
      },
    ],
  };
}

/** What a foreign program is told that writes into the file. */
async function tryToWrite(file: string): Promise<string> {
  const script = `
    const { DatabaseSync } = require('node:sqlite');
    try {
      new DatabaseSync(process.argv[1]).exec('delete from conversations');
      process.stdout.write('it wrote');
    } catch (error) {
      process.stdout.write(error.message);
    }`;
  const { stdout } = await run(process.execPath, ['--eval', script, file]);
  return stdout;
}

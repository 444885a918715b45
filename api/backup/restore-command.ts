import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.ts';
import { MigrationError } from '../db/migrate.ts';
import { AtServerError, refuseAtServer } from './at-server.ts';
import { BackupError } from './manifest.ts';
import { restore, RestoreError } from './restore.ts';

/* `npm run restore -- <folder>`: puts a backup in the place of the data of a portal that is stopped. */

const usage = `npm run restore -- <folder> [--replace]

  <folder>   one backup, such as backups/2026-11-22T10-15-30-123Z
  --replace  goes ahead where there is data; that is kept in a folder beside it`;

await run().catch((error: unknown) => {
  const isExpected = [ConfigError, AtServerError, BackupError, RestoreError, MigrationError].some(
    (kind) => error instanceof kind,
  );
  console.error(isExpected ? `\n${(error as Error).message}\n` : error);
  process.exit(1);
});

async function run(): Promise<void> {
  const { folder, mayReplace } = readArguments();
  const config = readConfig(process.env);
  refuseAtServer(config, 'restore');
  const { dataDir, secret } = config;
  const restored = await restore({ folder, dataDir, mayReplace, now: Date.now() });
  const { manifest, ran, heldMails, hasErasureLog, before, wereLinks } = restored;
  say(`Restored into ${dataDir} what was backed up on ${manifest.madeAt} by release ${manifest.release}.`);
  if (ran.length > 0) say(`Brought up to this release: ${ran.join(', ')}.`);
  if (before) say(`What was there before is in ${before}. Remove it when all is well.`);
  for (const name of wereLinks) {
    say(`${name} was a link and is now in ${dataDir} itself. Move it before the start if it is to be elsewhere again.`);
  }
  say(
    'Everybody who was signed in signs in again. Links from mails that work once have ended: invite again who was invited.',
  );
  if (heldMails > 0)
    say(`${heldMails} mails that waited then are held, since they may have left; see them at the desk.`);
  if (manifest.secret === 'environment' && !secret) {
    say('The key was in the environment: set SECRET as it was, or private links do not open.');
  }
  say(
    hasErasureLog
      ? 'Whoever erasures.log names is erased again at the next start.'
      : `There is no erasures.log in ${dataDir}. Put a copy of it there if you have one, or customers who were erased since are back.`,
  );
  say('Start it: npm start');
}

function readArguments(): { folder: string; mayReplace: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { replace: { type: 'boolean' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values.help) {
      say(usage);
      process.exit(0);
    }
    const [folder, ...others] = positionals;
    if (!folder || others.length > 0) throw new Error('Name one backup.');
    return { folder: resolve(folder), mayReplace: values.replace === true };
  } catch (error) {
    throw new RestoreError(`${error instanceof Error ? error.message : ''}\n\n${usage}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const shortest = 32;

/** The key in the data folder is not one that was made whole. */
export class SecretError extends Error {
  constructor(file: string) {
    super(`${file} holds no key (at least ${shortest} characters). Restore it from a backup, or set SECRET.`);
    this.name = 'SecretError';
  }
}

/** The key for what is signed: from the configuration, else from the data folder, where the first start makes it. */
export async function readSecret(configured: string | undefined, dataDir: string): Promise<string> {
  if (configured) return configured;
  const file = join(dataDir, 'portal.key');
  const secret = (await read(file)) ?? (await make(file));
  if (secret.length < shortest) throw new SecretError(file);
  return secret;
}

async function read(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Written aside and put on disk first, so that a key is there whole or not at all. */
async function make(file: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const aside = `${file}.${process.pid}`;
  const handle = await open(aside, 'w', 0o600);
  await handle.writeFile(`${secret}\n`);
  await handle.sync();
  await handle.close();
  await link(aside, file);
  await rm(aside);
  return secret;
}

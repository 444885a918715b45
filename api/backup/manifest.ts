import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, open, readdir, readFile } from 'node:fs/promises';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

export const manifestFile = 'manifest.json';

/**
 * What a backup keeps of the data folder, beside the database, which is copied by itself. `erasures.log` must never be one of
 * them: a restore would put the erasures of then in the place of those since (decisions/privacy.md).
 */
export const keptBesideDatabase = ['portal.key', 'uploads', 'mail-in', 'exported'] as const;

const isInside = (path: string) => !isAbsolute(path) && !normalize(path).split(sep).includes('..');
const listedFile = z.object({ bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  release: z.string(),
  node: z.string(),
  /** Where the key for what is signed was: in the backup, or in the environment of the portal, from where it has to come again. */
  secret: z.enum(['portal.key', 'environment']),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  files: z.record(z.string().refine(isInside), listedFile),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ListedFile = z.infer<typeof listedFile>;

/** The backup is not what its manifest says; the message names the file. */
export class BackupError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BackupError';
  }
}

/** The manifest of a backup, after every file was held against it. Throws `BackupError`. */
export async function checkedManifest(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  for (const [path, listed] of Object.entries(manifest.files)) {
    const found = await describeFile(join(folder, path)).catch(() => null);
    if (!found) throw new BackupError(`${join(folder, path)} is missing. Take another backup.`);
    if (found.sha256 !== listed.sha256) {
      throw new BackupError(
        `${join(folder, path)} is not as it was backed up (its hash differs). Take another backup.`,
      );
    }
  }
  return manifest;
}

/** The manifest alone, nothing else looked at. Throws `BackupError`. */
export async function readManifest(folder: string): Promise<Manifest> {
  let text;
  try {
    text = await readFile(join(folder, manifestFile), 'utf8');
  } catch {
    throw new BackupError(`${folder} is no whole backup: it has no ${manifestFile}.`);
  }
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new BackupError(`${join(folder, manifestFile)} cannot be read; another release may have made this backup.`);
  }
}

/** Size and hash of a file. Throws for what is no file, such as a link. */
export async function describeFile(file: string): Promise<ListedFile> {
  const info = await lstat(file);
  if (!info.isFile()) throw new BackupError(`${file} is no file.`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { bytes: info.size, sha256: hash.digest('hex') };
}

/** Every file in a folder, by its path in it with slashes; links and whatever else is no file are left out. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .sort();
}

/** Puts on disk what a file or folder holds. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Windows syncs no folders.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) throw error;
  } finally {
    await handle.close();
  }
}

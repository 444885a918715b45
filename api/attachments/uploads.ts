import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '../problem.ts';

/** A file on disk, that no row says anything of yet. */
export interface StoredFile {
  id: string;
  bytes: number;
  sha256: string;
}

/** The folder in which files lie under random names, outside the site. Nothing in a path comes from a sender. */
export interface Uploads {
  /**
   * Writes a file as it arrives and resolves when it is on disk. `null`, and nothing on disk, when it is longer than
   * `mostBytes`; it is read to its end all the same. Throws `storage-full`.
   */
  store(content: AsyncIterable<Uint8Array>, mostBytes: number): Promise<StoredFile | null>;
  pathOf(id: string): string;
  previewPathOf(id: string): string;
  /** Takes files away, with their previews. */
  remove(ids: readonly string[]): Promise<void>;
  /** The ids of everything that lies there since before `time`, milliseconds since the epoch. */
  olderThan(time: number): Promise<string[]>;
}

const idPattern = /^[0-9a-f]{32}$/;

/** Uploads in `<dataDir>/uploads/<two characters>/<id>`, with previews beside them. */
export function createUploads(dataDir: string, random: (bytes: number) => Buffer): Uploads {
  const folder = join(dataDir, 'uploads');

  function pathOf(id: string): string {
    if (!idPattern.test(id)) throw new Problem('not-found');
    return join(folder, id.slice(0, 2), id);
  }

  const previewPathOf = (id: string) => `${pathOf(id)}.webp`;

  return {
    async store(content, mostBytes) {
      const id = random(16).toString('hex');
      const path = pathOf(id);
      try {
        await makeFolder(dirname(path));
        const { bytes, sha256 } = await write(path, content, mostBytes);
        if (bytes > mostBytes) {
          await rm(path, { force: true });
          return null;
        }
        await syncFolder(dirname(path));
        return { id, bytes, sha256 };
      } catch (error) {
        await rm(path, { force: true }).catch(() => undefined);
        if (isFull(error)) throw new Problem('storage-full', { retryAfterSeconds: 60 });
        throw error;
      }
    },
    pathOf,
    previewPathOf,
    async remove(ids) {
      for (const id of ids) {
        const part = dirname(pathOf(id));
        // With a preview that was cut off while it was drawn.
        const theirs = (await entriesOf(part)).filter((name) => name.startsWith(id));
        for (const name of theirs) await rm(join(part, name), { force: true });
      }
    },
    async olderThan(time) {
      const found = new Set<string>();
      for (const part of await entriesOf(folder)) {
        for (const name of await entriesOf(join(folder, part))) {
          const id = name.slice(0, 32);
          const { mtimeMs } = await stat(join(folder, part, name)).catch(() => ({ mtimeMs: Infinity }));
          if (idPattern.test(id) && mtimeMs < time) found.add(id);
        }
      }
      return [...found];
    },
  };
}

/** Everything is read, also what is too long to be kept. */
async function write(path: string, content: AsyncIterable<Uint8Array>, mostBytes: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      bytes += chunk.length;
      if (bytes > mostBytes) continue;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (bytes <= mostBytes) await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** A new folder is on disk when the folder that holds it is. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const made = [path];
  while (made[0] && made[0].length > first.length) made.unshift(dirname(made[0]));
  for (const folder of made) await syncFolder(dirname(folder));
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function entriesOf(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

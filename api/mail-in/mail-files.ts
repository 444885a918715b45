import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../problem.ts';
import { createContentHash } from './content-hash.ts';

/** A raw mail on disk. */
export interface StoredMail {
  bytes: number;
  contentHash: string;
}

/** The folder of raw mails, `<dataDir>/mail-in/<id>.eml`. Nothing of a path comes from a sender. */
export interface MailFiles {
  /** Where the parts of mails lie while they are handled; nothing of it is kept. */
  partsFolder: string;
  partsOf(id: string): string;
  /**
   * Writes a mail as it arrives and resolves when it is on disk. `null`, and nothing on disk, when it is longer than
   * `mostBytes`. Throws `storage-full`.
   */
  store(id: string, content: AsyncIterable<Uint8Array>, mostBytes: number): Promise<StoredMail | null>;
  pathOf(id: string): string;
  /** The beginning of a mail; `null` when the file is gone. */
  begin(id: string, bytes: number): Promise<Buffer | null>;
  /** The whole; `null` when the file is gone. */
  stream(id: string): Promise<AsyncIterable<Uint8Array> | null>;
  remove(ids: readonly string[]): Promise<void>;
  /** The ids of all that has lain there since before `time`, milliseconds since the epoch. */
  olderThan(time: number): Promise<string[]>;
}

const idPattern = /^[0-9a-f-]{36}$/;

export function createMailFiles(dataDir: string): MailFiles {
  const folder = join(dataDir, 'mail-in');

  function pathOf(id: string): string {
    if (!idPattern.test(id)) throw new Problem('not-found');
    return join(folder, `${id}.eml`);
  }

  const partsFolder = join(dataDir, 'mail-parts');

  return {
    partsFolder,
    partsOf: (id) => join(partsFolder, id),
    pathOf,
    async store(id, content, mostBytes) {
      const path = pathOf(id);
      const aside = `${path}.part`;
      try {
        if (await mkdir(folder, { recursive: true, mode: 0o700 })) await sync(dataDir);
        const stored = await write(aside, content, mostBytes);
        if (stored === null) await rm(aside, { force: true });
        else {
          await rename(aside, path);
          await sync(folder);
        }
        return stored;
      } catch (error) {
        await rm(aside, { force: true }).catch(() => undefined);
        const code = error instanceof Error && 'code' in error ? error.code : '';
        if (code === 'ENOSPC' || code === 'EDQUOT') throw new Problem('storage-full', { retryAfterSeconds: 60 });
        throw error;
      }
    },
    async begin(id, bytes) {
      const file = await open(pathOf(id)).catch(whenGone);
      if (!file) return null;
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    async stream(id) {
      const path = pathOf(id);
      return (await stat(path).catch(whenGone)) ? createReadStream(path) : null;
    },
    async remove(ids) {
      for (const id of ids) {
        await rm(pathOf(id), { force: true });
        await rm(`${pathOf(id)}.part`, { force: true });
      }
    },
    async olderThan(time) {
      const names = await readdir(folder).catch(() => []);
      const found = new Set<string>();
      for (const name of names) {
        const id = name.replace(/\.eml(?:\.part)?$/, '');
        const info = await stat(join(folder, name)).catch(() => null);
        if (info && idPattern.test(id) && info.mtimeMs < time) found.add(id);
      }
      return [...found];
    },
  };
}

/** Only what is not there is gone: what cannot be read now may be read later. */
function whenGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/** `null` for one that is too long: it is read no further. */
async function write(path: string, content: AsyncIterable<Uint8Array>, mostBytes: number): Promise<StoredMail | null> {
  const hash = createContentHash();
  let bytes = 0;
  const file = await open(path, 'w', 0o600);
  try {
    for await (const chunk of content) {
      bytes += chunk.length;
      if (bytes > mostBytes) return null;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, contentHash: hash.digest() };
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { link, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { ListedFile } from './list-files.ts';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/**
 * Brotli's quality by the name's end. What somebody waits for who has begun to type is worth the time; what only
 * programs read is not.
 */
const qualities: Record<string, number> = { '.json': 11, '.js': 11, '.md': 5 };
const usualQuality = 10;
const gzipLevel = 9;

/** What compressed copies depend on beside the content. */
export const compressedBy = JSON.stringify([
  qualities,
  usualQuality,
  gzipLevel,
  process.versions['brotli'],
  process.versions.zlib,
]);

/** A whole build from which compressed copies may be taken. */
export interface EarlierFiles {
  siteFolder: string;
  files: Readonly<Record<string, ListedFile>>;
  compressedBy?: string;
}

type Copies = Required<Pick<ListedFile, 'br' | 'gz'>>;

/** Writes the compressed copies of a file beside it. Gives back their sizes in bytes. */
export async function compressBeside(file: string, content: Buffer, extension: string): Promise<Copies> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: qualities[extension] ?? usualQuality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [br, gz] = await Promise.all([brotli(content, { params }), deflate(content, { level: gzipLevel })]);
  await Promise.all([writeAnew(`${file}.br`, br), writeAnew(`${file}.gz`, gz)]);
  return { br: br.length, gz: gz.length };
}

/** Takes the compressed copies from an earlier build that had the same content at this path; `null` if it had not. */
export async function takeCompressed(
  file: string,
  { etag, bytes }: ListedFile,
  path: string,
  { siteFolder, files, compressedBy: earlierBy }: EarlierFiles,
): Promise<Copies | null> {
  const before = files[path];
  if (earlierBy !== compressedBy || before?.etag !== etag || before.bytes !== bytes) return null;
  const { br, gz } = before;
  if (br === undefined || gz === undefined) return null;
  // Neither link may still be made when the copies are made again.
  const taken = await Promise.allSettled([
    take(join(siteFolder, `${path}.br`), `${file}.br`, br),
    take(join(siteFolder, `${path}.gz`), `${file}.gz`, gz),
  ]);
  // Gone or cut off over there: made again here.
  return taken.every(({ status }) => status === 'fulfilled') ? { br, gz } : null;
}

/** A file of its own: one that stands there may be a link to what an earlier build serves. */
async function writeAnew(file: string, content: Buffer): Promise<void> {
  await rm(file, { force: true });
  await writeFile(file, content);
}

async function take(from: string, to: string, bytes: number): Promise<void> {
  await link(from, to);
  if ((await stat(to)).size !== bytes) throw new Error(`${from} is not whole`);
}

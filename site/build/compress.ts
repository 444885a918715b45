import { linkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { ListedFile } from './list-files.ts';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/**
 * Brotli's quality by the name's end. What somebody waits for who has begun to type is worth the time, and what every page
 * needs is made once; pages are many, and what only programs read is not waited for.
 */
const qualities: Record<string, number> = { '.json': 11, '.js': 11, '.html': 9, '.md': 5 };
const usualQuality = 10;
const gzipLevel = 9;
/** Brotli's smallest and largest windows that are used, as powers of 2. */
const windows = { least: 16, most: 22 };

/** What compressed copies depend on beside the content. */
export const compressedBy = JSON.stringify([
  qualities,
  usualQuality,
  gzipLevel,
  windows,
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
    [constants.BROTLI_PARAM_LGWIN]: windowFor(content.length),
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [br, gz] = await Promise.all([brotli(content, { params }), deflate(content, { level: gzipLevel })]);
  writeAnew(`${file}.br`, br);
  writeAnew(`${file}.gz`, gz);
  return { br: br.length, gz: gz.length };
}

/** Takes the compressed copies from an earlier build that had the same content at this path; `null` if it had not. */
export function takeCompressed(
  file: string,
  { etag, bytes }: ListedFile,
  path: string,
  { siteFolder, files, compressedBy: earlierBy }: EarlierFiles,
): Copies | null {
  const before = files[path];
  if (earlierBy !== compressedBy || before?.etag !== etag || before.bytes !== bytes) return null;
  const { br, gz } = before;
  if (br === undefined || gz === undefined) return null;
  const isTaken =
    take(join(siteFolder, `${path}.br`), `${file}.br`, br) && take(join(siteFolder, `${path}.gz`), `${file}.gz`, gz);
  // Gone or cut off over there: made again here.
  return isTaken ? { br, gz } : null;
}

/** The least window that holds a file: one of the usual size has tables that take longer to lay out than a page to pack. */
function windowFor(bytes: number): number {
  // 16 bytes of a window are brotli's own (RFC 7932, 9.1).
  return Math.min(windows.most, Math.max(windows.least, Math.ceil(Math.log2(bytes + 16))));
}

/** A file of its own: one that stands there may be a link to what an earlier build serves. */
function writeAnew(file: string, content: Buffer): void {
  rmSync(file, { force: true });
  writeFileSync(file, content);
}

/** Whether it was there, and whole. */
function take(from: string, to: string, bytes: number): boolean {
  try {
    linkSync(from, to);
    return statSync(to).size === bytes;
  } catch {
    return false;
  }
}

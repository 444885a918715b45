import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { compressBeside, type EarlierFiles, takeCompressed } from './compress.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};
const compressible = new Set([
  '.html',
  '.css',
  '.js',
  '.json',
  '.svg',
  '.xml',
  '.txt',
  '.md',
  '.webmanifest',
  '.vtt',
  '.wasm',
]);
const worthCompressing = 512;

/** Files that are compressed, and held in memory, at a time. */
const atOnce = 8;

export interface ListedFile {
  type: string;
  bytes: number;
  etag: string;
  br?: number;
  gz?: number;
}

/** What is in a built site's folder, without what hides there and without files that are listed already. */
export async function pathsIn(
  siteFolder: string,
  listed: Readonly<Record<string, ListedFile>> = {},
): Promise<string[]> {
  const entries = await readdir(siteFolder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(siteFolder, join(parentPath, name)).replaceAll('\\', '/'));
  return paths.filter((path) => !isHidden(path) && !isListed(path, listed)).sort();
}

/**
 * Files of a built site with their types, sizes and hashes; text gets compressed copies beside it, `.br` and `.gz`,
 * which an earlier build hands on where it had the same content.
 */
export async function listFiles(
  siteFolder: string,
  paths: readonly string[],
  earlier?: EarlierFiles | null,
): Promise<Record<string, ListedFile>> {
  const waiting = [...paths];
  const added = new Map<string, ListedFile>();
  const work = async () => {
    for (let path = waiting.pop(); path; path = waiting.pop()) {
      added.set(path, await list(siteFolder, path, earlier));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return Object.fromEntries(added);
}

function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.'));
}

function isListed(path: string, listed: Readonly<Record<string, ListedFile>>): boolean {
  return path in listed || (/\.(br|gz)$/.test(path) && path.slice(0, -3) in listed);
}

async function list(folder: string, path: string, earlier?: EarlierFiles | null): Promise<ListedFile> {
  const file = join(folder, path);
  // Small, and many: to have each read by another thread takes longer than to read it.
  const content = readFileSync(file);
  const extension = extname(path);
  const entry: ListedFile = {
    type: types[extension] ?? 'application/octet-stream',
    bytes: content.length,
    etag: createHash('sha256').update(content).digest('hex').slice(0, 20),
  };
  if (!compressible.has(extension) || content.length < worthCompressing) return entry;
  const taken = earlier && takeCompressed(file, entry, path, earlier);
  return { ...entry, ...(taken ?? (await compressBeside(file, content, extension))) };
}

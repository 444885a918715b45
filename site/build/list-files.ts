import { createHash } from 'node:crypto';
import { glob, readFile, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
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

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

export interface ListedFile {
  type: string;
  bytes: number;
  etag: string;
  br?: number;
  gz?: number;
}

/** Every file of a built site with its type, size and hash; text gets compressed copies beside it, `.br` and `.gz`. */
export async function listFiles(siteFolder: string): Promise<Record<string, ListedFile>> {
  const paths: string[] = [];
  for await (const path of glob('**/*', { cwd: siteFolder })) paths.push(path.replaceAll('\\', '/'));
  const listed = await Promise.all(
    paths
      .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
      .sort()
      .map(async (path) => [path, await list(siteFolder, path)] as const),
  );
  return Object.fromEntries(listed.filter((entry): entry is [string, ListedFile] => entry[1] !== null));
}

async function list(folder: string, path: string): Promise<ListedFile | null> {
  const file = join(folder, path);
  if (!(await stat(file)).isFile()) return null;
  const content = await readFile(file);
  const extension = extname(path);
  const entry: ListedFile = {
    type: types[extension] ?? 'application/octet-stream',
    bytes: content.length,
    etag: createHash('sha256').update(content).digest('hex').slice(0, 20),
  };
  if (!compressible.has(extension) || content.length < worthCompressing) return entry;
  // What somebody waits for who has begun to type is worth the time.
  const isWaitedFor = extension === '.json' || extension === '.js';
  const [br, gz] = await Promise.all([
    brotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: isWaitedFor ? 11 : 10,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    deflate(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
  return { ...entry, br: br.length, gz: gz.length };
}

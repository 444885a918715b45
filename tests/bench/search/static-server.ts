import { once } from 'node:events';
import { glob, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { freePort } from '../../support/portal-process.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves a folder's files, text compressed as the portal compresses it. */
export async function serveFolder(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  const bodyOf = async (path: string): Promise<Buffer> => {
    const content = await readFile(join(folder, normalize(path)));
    if (!types[extname(path)]) return content;
    return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } });
  };
  const kept = new Map<string, Buffer>();
  // Before anybody waits for it.
  for await (const path of glob('*.json', { cwd: folder })) kept.set(`/${path}`, await bodyOf(path));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const type = types[extname(path)];
    const answer = async () => {
      const body = kept.get(path) ?? (await bodyOf(path));
      kept.set(path, body);
      response.writeHead(200, {
        'content-type': type ?? 'application/octet-stream',
        'content-length': body.length,
        ...(type ? { 'content-encoding': 'br' } : {}),
      });
      response.end(body);
    };
    answer().catch(() => response.writeHead(404).end());
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

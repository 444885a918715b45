import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Plugin } from 'vite';

/** Serves the search index of the last whole build: development pages are not indexed as they change. */
export function searchIndexOf(distDir: string): Plugin {
  return {
    name: 'search-index-of-last-build',
    configureServer(server) {
      server.middlewares.use('/pagefind/', (request, response, next) => {
        void (async () => {
          const build = (await readFile(join(distDir, 'current'), 'utf8')).trim();
          const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
          const content = await readFile(join(distDir, 'builds', build, 'site/pagefind', path));
          response.setHeader('Content-Type', extname(path) === '.js' ? 'text/javascript' : 'application/octet-stream');
          response.end(content);
        })().catch(() => next());
      });
    },
  };
}

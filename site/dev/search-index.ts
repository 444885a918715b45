import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Plugin } from 'vite';

/** Serves the search index of the last whole build: development pages are not indexed as they change. */
export function searchIndexOf(distDir: string): Plugin {
  async function readIndexed(url: string) {
    const path = normalize(new URL(url, 'http://localhost').pathname);
    try {
      const build = (await readFile(join(distDir, 'current'), 'utf8')).trim();
      const content = await readFile(join(distDir, 'builds', build, 'site/pagefind', path));
      return { content, type: extname(path) === '.js' ? 'text/javascript' : 'application/octet-stream' };
    } catch {
      return null;
    }
  }

  return {
    name: 'search-index-of-last-build',
    configureServer(server) {
      server.middlewares.use('/pagefind/', (request, response, next) => {
        const answer = async () => {
          const file = await readIndexed(request.url ?? '/');
          if (!file) return next();
          response.setHeader('Content-Type', file.type);
          return response.end(file.content);
        };
        void answer();
      });
    },
  };
}

import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Plugin } from 'vite';

const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/** Serves the search indexes of the last whole build: development pages are not indexed as they change. */
export function searchIndexOf(distDir: string): Plugin {
  async function readIndexed(folder: string, url: string) {
    const path = normalize(new URL(url, 'http://localhost').pathname);
    try {
      const build = (await readFile(join(distDir, 'current'), 'utf8')).trim();
      const content = await readFile(join(distDir, 'builds', build, 'site', folder, path));
      return { content, type: types[extname(path)] ?? 'application/octet-stream' };
    } catch {
      return null;
    }
  }

  return {
    name: 'search-index-of-last-build',
    configureServer(server) {
      for (const folder of ['pagefind', 'search']) {
        server.middlewares.use(`/${folder}/`, (request, response, next) => {
          const answer = async () => {
            const file = await readIndexed(folder, request.url ?? '/');
            if (!file) return next();
            response.setHeader('Content-Type', file.type);
            return response.end(file.content);
          };
          void answer();
        });
      }
    },
  };
}

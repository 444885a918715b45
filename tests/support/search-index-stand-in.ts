import type { Plugin } from 'vite';

/** Stands where the built search index would: whatever is asked of it, the test answers (`tests/components/search-index.ts`). */
export function searchIndexStandIn(): Plugin {
  const code = ['options', 'init', 'search']
    .map((name) => `export const ${name} = (...given) => globalThis.searchIndexOfTest.${name}(...given);`)
    .join('\n');
  return {
    name: 'search-index-stand-in',
    configureServer(server) {
      server.middlewares.use('/pagefind/pagefind.js', (_, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(code);
      });
    },
  };
}

import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { BrowserContext } from 'playwright';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
};

/**
 * Everything a page asks for comes from the built site, under the address where readers find it; nothing is fetched.
 * `pageAt` gives pages that are not as they were built.
 */
export async function serveFromBuild(
  context: BrowserContext,
  siteFolder: string,
  pageAt: (path: string) => string | undefined = () => undefined,
): Promise<void> {
  await context.route('**/*', async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    const page = pageAt(path);
    if (page !== undefined) return route.fulfill({ body: page, contentType: 'text/html; charset=utf-8' });
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const contentType = types[extname(file)];
    const body = contentType && (await readFile(join(siteFolder, file)).catch(() => null));
    return body ? route.fulfill({ body, contentType }) : route.abort();
  });
}

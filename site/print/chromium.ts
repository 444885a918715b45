import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright';
import { PrintError } from './arguments.ts';
import { chromiumByHand, chromiumPath } from '../chromium-path.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
};

/** Starts the Chromium that prints. Throws `PrintError` that says how to get one when there is none that starts. */
export async function startChromium(): Promise<Browser> {
  const advice = `Install one:\n  ${chromiumByHand.join('\n  ')}`;
  const { chromium } = await import('playwright').catch(() => {
    throw new PrintError('Booklets are printed by Playwright, which is not installed: npm ci --include=dev');
  });
  const path = chromiumPath() ?? chromium.executablePath();
  if (!existsSync(path)) throw new PrintError(`There is no Chromium to print with (${path}). ${advice}`);
  try {
    return await chromium.launch({
      executablePath: path,
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new PrintError(`${path} does not start: ${reason}\n${advice}`);
  }
}

/** Everything a page asks for comes from the built site, under the address where readers find it; nothing is fetched. */
export async function serveFromBuild(
  context: BrowserContext,
  siteFolder: string,
  pageAt: (path: string) => string | undefined,
): Promise<void> {
  await context.route('**/*', async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    const page = pageAt(path);
    if (page !== undefined) return route.fulfill({ body: page, contentType: 'text/html; charset=utf-8' });
    const contentType = types[extname(path)];
    const body = contentType && (await readFile(join(siteFolder, path)).catch(() => null));
    return body ? route.fulfill({ body, contentType }) : route.abort();
  });
}

/** Whether the machine has type for a language: without it every sign is the same empty box. */
export async function hasTypeFor(context: BrowserContext, language: string): Promise<boolean> {
  const page = await context.newPage();
  const signs = language === 'ja' ? ['語', '永'] : ['A', 'M'];
  const pictures = await page.evaluate(
    ({ language, signs }) => {
      document.documentElement.lang = language;
      return signs.map((sign) => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 48;
        const pen = canvas.getContext('2d');
        if (!pen) throw new Error('Chromium draws on no canvas');
        pen.font = '32px sans-serif';
        pen.fillText(sign, 4, 36);
        return canvas.toDataURL();
      });
    },
    { language, signs },
  );
  await page.close();
  return pictures[0] !== pictures[1];
}

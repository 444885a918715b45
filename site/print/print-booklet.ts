import type { BrowserContext } from 'playwright';
import { bookletPage, type BookletSource } from './booklet-page.ts';
import { serveFromBuild } from '../chromium/serve.ts';
import { type PdfPages, readPdfPages } from './pdf-pages.ts';

/** Page numbers change what is written, and with it, rarely, where pages break. */
const mostPasses = 5;
const path = '/print/booklet';

export interface PrintedBooklet {
  pdf: Buffer;
  pages: number;
}

/**
 * Prints a booklet: once to learn on which page each article begins, then again with these numbers in contents and
 * references, until they hold.
 */
export async function printBooklet(context: BrowserContext, source: BookletSource): Promise<PrintedBooklet> {
  let html = '';
  await serveFromBuild(context, source.siteFolder, (asked) => (asked === path ? html : undefined));
  let known: PdfPages = { count: 0, places: new Map() };
  for (let pass = 0; pass < mostPasses; pass += 1) {
    html = await bookletPage(source, known.places);
    const pdf = await printed(context, `${source.origin}${path}`);
    const now = readPdfPages(pdf);
    if (isSame(now.places, known.places)) return { pdf, pages: now.count };
    known = now;
  }
  throw new Error(`The page numbers of the booklet did not settle in ${mostPasses} passes`);
}

async function printed(context: BrowserContext, url: string): Promise<Buffer> {
  const page = await context.newPage();
  try {
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    return await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  } finally {
    await page.close();
  }
}

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size > 0 && one.size === other.size && [...one].every(([place, page]) => other.get(place) === page);
}

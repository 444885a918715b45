import { chromium } from 'playwright';
import { browserLaunch } from '../support/browser.ts';
import { weighPage } from '../support/page-weight.ts';
import { startPortal } from '../support/portal-process.ts';
import { rm } from 'node:fs/promises';

/* What pages weigh: bytes as served (brotli) before any interaction, on a phone's screen. */

const pages = [
  '/ja/',
  '/en/',
  '/ja/faq/wrong-size-delivered/',
  '/en/faq/wrong-size-delivered/',
  '/ja/guides/start-a-return/',
  '/ja/troubleshooting/my-order-is-wrong/',
  '/ja/categories/returns/',
  '/ja/search/',
  '/ja/contact/',
  '/desk/',
];

const portal = await startPortal();
const browser = await chromium.launch(browserLaunch());
process.stdout.write('page                                      requests  HTML+CSS kB  script kB  other kB\n');
for (const path of pages) {
  const { requests, htmlAndCss, script, other } = await weighPage(browser, `${portal.url}${path}`);
  process.stdout.write(
    `${path.padEnd(42)}${String(requests).padStart(8)}${kB(htmlAndCss, 13)}${kB(script, 11)}${kB(other, 10)}\n`,
  );
}
await browser.close();
await portal.stop();
await rm(portal.dataDir, { recursive: true, force: true });

function kB(bytes: number, width: number): string {
  return (bytes / 1000).toFixed(1).padStart(width);
}

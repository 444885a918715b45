import { rm } from 'node:fs/promises';
import { chromium } from 'playwright';
import { browserLaunch } from '../../support/browser.ts';
import { weighPage } from '../../support/page-weight.ts';
import { startPortal } from '../../support/portal-process.ts';
import { openPeers } from './peers.ts';

/*
 * What pages weigh: bytes as served (brotli) before any interaction, on a phone's screen. The last rows are one article by
 * its peers: plain Astro, which is a bare page, and Starlight.
 */

const compared = 'faq/back-in-stock/';

const pages = [
  '/ja/',
  '/en/',
  '/ja/faq/back-in-stock/',
  '/en/faq/back-in-stock/',
  '/ja/guides/start-a-return/',
  '/ja/troubleshooting/my-order-is-wrong/',
  '/ja/categories/returns/',
  '/ja/search/',
  '/ja/contact/',
  '/ja/contact/returns/',
  '/ja/forum/',
  '/ja/forum/new/',
  '/desk/',
];

const portal = await startPortal();
const browser = await chromium.launch(browserLaunch());
process.stdout.write(
  'page                                                                    requests  HTML+CSS kB  script kB  other kB\n',
);
for (const path of pages) await weigh(path, `${portal.url}${path}`);
for (const peer of await openPeers()) {
  for (const language of ['ja', 'en']) {
    await weigh(`/${language}/${compared} by ${peer.name}`, `${peer.url}/${language}/${compared}`);
  }
  await peer.stop();
}
await browser.close();
await portal.stop();
await rm(portal.dataDir, { recursive: true, force: true });

async function weigh(name: string, url: string): Promise<void> {
  const { requests, htmlAndCss, script, other } = await weighPage(browser, url);
  process.stdout.write(
    `${name.padEnd(72)}${String(requests).padStart(8)}${kB(htmlAndCss, 13)}${kB(script, 11)}${kB(other, 10)}\n`,
  );
}

function kB(bytes: number, width: number): string {
  return (bytes / 1000).toFixed(1).padStart(width);
}

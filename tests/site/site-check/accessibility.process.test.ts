import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startChromium } from '../../../site/chromium/start.ts';
import { checkAccessibility } from '../../../site/site-check/accessibility.ts';
import { readBuiltSite } from '../../../site/site-check/built.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
});

const style = ':root { color-scheme: light dark; color: light-dark(#000, #fff); background: light-dark(#fff, #000) }';

async function findingsIn(main: string, css = style) {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-barriers-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'en'));
  await writeFile(join(folder, 'site.css'), css);
  await writeFile(
    join(folder, 'en/index.html'),
    `<!doctype html><html lang="en"><head><title>Help</title><meta name="viewport" content="width=device-width" />
    <link rel="stylesheet" href="/site.css" /></head><body><main><h1>Help</h1>${main}</main></body></html>`,
  );
  const findings = await checkAccessibility(await readBuiltSite(folder), folder, browser);
  return findings.map(({ page, reason }) => `${page} ${reason}`);
}

describe('the check of every built page in a browser', () => {
  it('finds nothing in a page without barriers', async () => {
    expect(await findingsIn('<p>Text</p>')).toEqual([]);
  });

  it('finds what axe finds, in every theme and at every width', async () => {
    const findings = await findingsIn('<img src="/x.png" />');
    expect(findings).toHaveLength(4);
    expect(findings[0]).toMatch(/^\/en\/ Images must have alternative text \(axe: image-alt, at \d+ px, \w+\): <img/);
  });

  it('finds text that is too faint in one theme only', async () => {
    const findings = await findingsIn('<p>Text</p>', style.replace('light-dark(#000, #fff)', 'light-dark(#000, #333)'));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every((finding) => finding.includes('color-contrast') && finding.includes('dark'))).toBe(true);
  });

  it('finds a page that is wider than a phone', async () => {
    const findings = await findingsIn('<p style="width: 350px">Text</p>');
    expect(findings).toEqual([expect.stringMatching(/wider than the screen at 320 px/)]);
  });

  it('leaves out shells that the API fills', async () => {
    expect(await findingsIn('<h1 data-slot="subject"></h1>')).toEqual([]);
  });
});

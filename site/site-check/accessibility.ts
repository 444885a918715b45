import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright';
import { serveFromBuild } from '../chromium/serve.ts';
import type { BuiltSite } from './built.ts';
import type { Finding } from './finding.ts';

/** WCAG 2.2 AA, and what axe holds to be good practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Both themes, and the ends and the middle of the widths. */
const looks = [
  { width: 320, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;
const pagesAtOnce = 2;

/** Barriers that axe finds in any page of a built site, and pages that are wider than a screen. */
export async function checkAccessibility(
  { pages, origin }: BuiltSite,
  siteFolder: string,
  browser: Browser,
): Promise<Finding[]> {
  const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  // The workers of pages would answer in the place of the build.
  const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block', bypassCSP: true });
  await serveFromBuild(context, siteFolder);
  await context.addInitScript({ path: axePath });
  // A shell is a page once the API has filled it, and is looked at as that.
  const waiting = pages.filter(({ root }) => !root.querySelector('h1[data-slot]')).map(({ url }) => url);
  const findings: Finding[] = [];
  const lookOn = async () => {
    const page = await context.newPage();
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      await page.goto(new URL(url, origin || 'http://localhost').href);
      for (const look of looks) findings.push(...(await lookAt(page, url, look)));
    }
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, lookOn));
  await context.close();
  return findings.sort((one, other) => one.page.localeCompare(other.page));
}

async function lookAt(page: Page, url: string, { width, colorScheme }: (typeof looks)[number]): Promise<Finding[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  const { violations, overflow } = await page.evaluate(async (values) => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      violations: found.violations.map(({ id, help, nodes }) => ({ id, help, html: nodes[0]?.html ?? '' })),
      overflow: scrollWidth - clientWidth,
    };
  }, rules);
  const where = `at ${width} px, ${colorScheme}`;
  return [
    ...violations.map(({ id, help, html }) => ({ page: url, reason: `${help} (axe: ${id}, ${where}): ${html}` })),
    ...(overflow > 0 ? [{ page: url, reason: `It is ${overflow} px wider than the screen ${where}.` }] : []),
  ];
}

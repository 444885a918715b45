import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with a page as it stands, by all of its rules or by those named. Axe is run within the page, and tells
 * only what is wrong: its builder carries everything that was right through another page, which takes five times as
 * long, and is needed only where there are frames.
 */
export async function violationsOn(page: Page, options: axe.RunOptions = {}): Promise<axe.Result[]> {
  const asked: axe.RunOptions = { ...options, resultTypes: ['violations'] };
  if (page.frames().length > 1) return (await new AxeBuilder({ page }).options(asked).analyze()).violations;
  await page.evaluate(`if (!('axe' in window)) ${axe.source}`);
  const { violations, passes } = await page.evaluate(
    (asked) => (window as unknown as { axe: typeof axe }).axe.run(asked),
    asked,
  );
  expect(passes.length, 'rules that were looked at').toBeGreaterThan(0);
  return violations;
}

/** Looks at a page as it stands: axe is content, and nothing is wider than the screen. */
export async function expectAccessible(page: Page, name = page.url()): Promise<void> {
  const violations = await violationsOn(page, { runOnly: rules });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    name,
  ).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
}

/** The same in both themes and at both ends of the widths, without movement. */
export async function expectAccessibleInEachLook(page: Page, name = page.url()): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectAccessible(page, `${name}, ${width} px, ${colorScheme}`);
    }
  }
}

import axe from 'axe-core';
import { expect } from 'vitest';

/** Everything of WCAG 2.2 AA that axe can tell, and its good practice; a fixture has no landmarks around it. */
const options: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'heading-order': { enabled: false },
  },
  // The rest is not described: that takes longer than looking.
  resultTypes: ['violations'],
};

/** What axe finds wrong with an element, in light and in dark. */
export async function barriers(element: Element): Promise<string[]> {
  const found: string[] = [];
  for (const scheme of ['light', 'dark']) {
    document.documentElement.style.colorScheme = scheme;
    const { violations } = await axe.run(element, options);
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${scheme}: ${id}: ${html}`)));
  }
  document.documentElement.style.colorScheme = '';
  return found;
}

export async function expectAccessible(element: Element): Promise<void> {
  expect(await barriers(element)).toEqual([]);
}

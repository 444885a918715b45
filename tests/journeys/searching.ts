import type { Page } from '@playwright/test';

/** What no test types in passing, and no page knows. */
export const unknown = 'qqqqzzzz';

/** Errors of our own: what the browser and the full-text index say of files that do not come are not. */
export function ownErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => errors.push(`dialog: ${dialog.message()}`));
  page.on('console', (message) => {
    const isOfOthers = message.text().startsWith('Failed to load ') || message.location().url.includes('/pagefind/');
    if (message.type() === 'error' && !isOfOthers) errors.push(message.text());
  });
  return errors;
}

/** What a screen reader was told of the last search. */
export const told = (page: Page) => page.locator('mado-search').getByRole('status');

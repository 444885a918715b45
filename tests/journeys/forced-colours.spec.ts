import type { Locator, Page } from '@playwright/test';
import { textsFor } from '../../site/i18n/texts.ts';
import { threadAt } from '../support/forum-states.ts';
import { signInAsAsker, test as inForum } from './forum-portal.ts';
import { expect, signInAsOwner, test } from './portal.ts';

for (const each of [test, inForum]) {
  each.beforeEach(({ page }) => page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' }));
}

const styleOf = (locator: Locator, property: string) =>
  locator.first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

/** An edge in a colour that differs from what lies behind it. */
async function expectEdge(locator: Locator, side: 'top' | 'left' = 'top'): Promise<void> {
  const behind = await locator.page().evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(parseFloat(await styleOf(locator, `border-${side}-width`))).toBeGreaterThanOrEqual(1);
  expect(await styleOf(locator, `border-${side}-style`)).toBe('solid');
  expect(await styleOf(locator, `border-${side}-color`)).not.toBe(behind);
}

async function expectFocusSeen(page: Page, locator: Locator): Promise<void> {
  await locator.first().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  expect(await styleOf(locator, 'outline-style')).not.toBe('none');
  expect(parseFloat(await styleOf(locator, 'outline-width'))).toBeGreaterThanOrEqual(2);
}

test('with forced colours, an article shows its controls, callouts and focus', async ({ page, says, language }) => {
  await page.goto(says.articlePath);
  await expectEdge(page.locator('.callout'), 'left');
  await expectEdge(page.locator('.answer'), 'left');
  await expectEdge(page.locator('.stuck'));
  for (const control of [page.locator('.search-field'), page.getByRole('button', { name: says.no, exact: true })]) {
    await expectEdge(control);
    await expectFocusSeen(page, control);
  }
  await expectEdge(page.locator('.stuck .button'));
  const theme = page.getByRole('radio', { name: textsFor(language).theme.dark });
  await theme.check();
  await expectFocusSeen(page, theme);
  expect(await styleOf(theme, 'appearance')).not.toBe('none');
});

test('with forced colours, steps, choices and the chosen suggestion are told by lines', async ({
  page,
  language,
  says,
}) => {
  await page.goto(`/${language}/troubleshooting/my-order-is-wrong/`);
  await expectEdge(page.locator('.flow-step:visible'));
  await expectEdge(page.locator('.choice a:visible'));
  await expectFocusSeen(page, page.locator('.choice a:visible'));

  await page.goto(`/${language}/`);
  await page.getByLabel(says.search).fill(says.query);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const chosen = page.getByRole('option', { selected: true });
  expect(await styleOf(chosen, 'outline-style')).toBe('solid');
  expect(await styleOf(page.getByRole('option', { selected: false }), 'outline-style')).toBe('none');
});

test('with forced colours, wrong fields and the list that is open are told by lines', async ({
  page,
  portal,
  language,
  says,
}) => {
  await page.goto(`/${language}/contact/`);
  await page.waitForFunction(() => customElements.get('mado-contact'));
  await page.getByRole('button', { name: says.send, exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  expect(parseFloat(await styleOf(page.locator('[aria-invalid="true"]'), 'border-top-width'))).toBe(3);
  await expectEdge(page.getByRole('alert'));

  await signInAsOwner(page, portal, language);
  const line = (name: string) => styleOf(page.locator('.desk-rail').getByRole('link', { name }), 'border-bottom-color');
  expect(await line(says.desk.toAnswer)).not.toBe(await line(says.desk.waiting));
});

inForum(
  'with forced colours, a thread shows what solved it, where it stands, its controls and focus',
  async ({ page, language }) => {
    await signInAsAsker(page, language);
    await page.goto(threadAt(language, 'solved'), { waitUntil: 'networkidle' });
    await expectEdge(page.locator('.accepted'), 'left');
    await expectEdge(page.locator('.thread-facts .forum-mark[data-mark=solved]'));
    await expectEdge(page.locator('.posts > li'));
    for (const control of [
      page.locator('.posts [data-act=quote]'),
      page.locator('.thread > .forum-post [data-act=edit]'),
      page.locator('#reply-body'),
    ]) {
      await expectFocusSeen(page, control);
    }
    await expectEdge(page.locator('#reply-body'));
    await expectEdge(page.locator('#reply .button[data-primary]'));
    await page.goto(`/${language}/forum/`);
    expect(await styleOf(page.locator('.forum-filters [aria-current]'), 'border-bottom-style')).toBe('solid');
    expect(await styleOf(page.locator('.forum-filters a:not([aria-current])'), 'border-bottom-style')).toBe('none');
    await page.goto(`/${language}/forum/shoes/`);
    expect(await styleOf(page.locator('.forum-boards [aria-current]'), 'border-bottom-style')).toBe('solid');
  },
);

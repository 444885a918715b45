import { expect, test } from './portal.ts';
import { ownErrors, told, unknown } from './searching.ts';

test('a phone shows what was found whole, and opens it with a tap', async ({ browser, portal, language, says }) => {
  const phone = await browser.newContext({
    viewport: { width: 390, height: 664 },
    hasTouch: true,
    isMobile: true,
    baseURL: portal.url,
  });
  const page = await phone.newPage();
  const errors = ownErrors(page);
  await page.goto(`/${language}/`);
  await page.getByLabel(says.search).tap();
  await page.getByLabel(says.search).fill(says.query);
  await expect(told(page)).not.toBeEmpty();
  const panel = await page.locator('.search-panel').boundingBox();
  expect(panel?.x).toBeGreaterThanOrEqual(0);
  expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(390);
  expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThanOrEqual(664);
  for (const option of await page.getByRole('option').all()) {
    expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  await page.getByRole('option', { name: says.article }).tap();
  await expect(page).toHaveURL(new RegExp(says.articlePath));

  await page.goto(`/${language}/search/?q=${encodeURIComponent(says.query)}`);
  await expect(told(page)).not.toBeEmpty();
  await page.getByLabel(says.searching.kind).selectOption(says.searching.guides);
  await expect(page).toHaveURL(/kind=guides/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(errors).toEqual([]);
  await phone.close();
});

test('a search can be shared, with its filters: the best page comes first, as a link', async ({
  quietPage: page,
  language,
  says,
}) => {
  const { kind, guides, category, browse, clear, guideQuery, guide, filteredAway, ask } = says.searching;
  const links = page.locator('main ol').getByRole('link');
  await page.goto(`/${language}/search/?q=${encodeURIComponent(says.query)}`);
  await expect(links.first()).toHaveText(says.article);
  await expect(links.first()).toHaveAttribute('href', new RegExp(`^${says.articlePath}(#|$)`));

  await page.getByLabel(says.search).fill(guideQuery);
  await page.getByLabel(kind).selectOption(guides);
  await page.getByLabel(category).selectOption(browse);
  await expect(page).toHaveURL(/kind=guides&category=returns$/);
  await expect(links.filter({ hasText: guide })).toBeVisible();
  const address = page.url();
  await page.goto(`/${language}/`);
  await page.goto(address);
  await expect(links.filter({ hasText: guide })).toBeVisible();
  for (const link of await links.all()) await expect(link).toHaveAttribute('href', /\/guides\//);
  await expect(page.getByLabel(kind)).toHaveValue('guides');
  await page.getByRole('button', { name: clear }).click();
  await expect(page).toHaveURL(/\?q=[^&]+$/);
  await expect(page.getByRole('button', { name: clear })).toBeHidden();

  await page.goto(`/${language}/search/?q=${unknown}&kind=faq`);
  await expect(page.getByText(filteredAway).first()).toBeVisible();
  await page.getByRole('button', { name: clear }).click();
  await expect(told(page)).toHaveText(says.searching.nothing);
  await expect(page.getByRole('main').getByRole('link', { name: browse })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: ask }).click();
  await expect(page.getByLabel(says.subject)).toHaveValue(unknown);
});

test('what only the other language has is shown, and labelled', async ({ quietPage: page, language, says }) => {
  const { query, label, path } = says.searching.elsewhere;
  await page.goto(`/${language}/search/?q=${encodeURIComponent(query)}`);
  const first = page.locator('.search-results > li').first();
  await expect(first.getByText(label)).toBeVisible();
  await expect(first.getByRole('link')).toHaveAttribute('href', new RegExp(`^${path}`));
  await expect(first.getByRole('link')).toHaveAttribute('lang', language === 'ja' ? 'en' : 'ja');
});

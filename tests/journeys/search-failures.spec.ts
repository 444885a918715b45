import { expect, test } from './portal.ts';
import { ownErrors, told, unknown } from './searching.ts';

const indexes = /\/pagefind\/|\/search\/\w+\.json/;

test('whatever is searched for, the answer is calm', async ({ quietPage: page, language, says }) => {
  const errors = ownErrors(page);
  const queries = [
    'a'.repeat(10_000),
    '\u0000\u0007\u001b',
    '\ud83d',
    '<img src=x onerror=alert(1)><script>alert(1)</script>',
    'مرحبا \u202e abc',
    '(.*)+$[\\',
  ];
  await page.goto(`/${language}/`);
  const field = page.getByLabel(says.search);
  for (const query of queries) {
    await field.evaluate((input: HTMLInputElement, value) => {
      input.focus();
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, query);
    await expect(page.locator('mado-search :is(img, script, svg[onload])')).toHaveCount(0);
  }
  await expect(told(page)).not.toBeEmpty();
  const addresses = [queries[0], queries[3], queries[4]].map((query = '') => encodeURIComponent(query));
  for (const query of [...addresses, '%00%ED%A0%BD', '100%25%&q=%E3%81']) {
    await page.goto(`/${language}/search/?q=${query}&kind=%&category=<b>`);
    await expect(page.locator('mado-search :is(img, script, svg[onload])')).toHaveCount(0);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow, query.slice(0, 40)).toBeLessThanOrEqual(0);
  }
  await expect(told(page)).not.toBeEmpty();
  expect(errors).toEqual([]);
});

test('without its indexes search says so, and is there again with them', async ({ page, language, says }) => {
  const { failed, retry, ask } = says.searching;
  const errors = ownErrors(page);
  for (const answer of ['gone', 'garbage', 'another version'] as const) {
    await page.route(indexes, (route) => {
      if (answer === 'gone') return route.abort();
      return route.fulfill({ body: answer === 'garbage' ? '<!doctype html>' : '{"version":99}' });
    });
    await page.goto(`/${language}/search/?q=${encodeURIComponent(says.query)}`);
    await expect(told(page)).toHaveText(failed);
    await expect(page.getByRole('main').getByRole('link', { name: ask })).toBeVisible();
    await page.unroute(indexes);
    await page.getByRole('button', { name: retry }).click();
    await expect(page.getByRole('main').getByRole('listitem').getByRole('link', { name: says.article })).toBeVisible();
    await expect(told(page)).toHaveText(/\d/);
  }
  expect(errors).toEqual([]);
});

test('with a corrupt full text, the questions still answer', async ({ page, language, says }) => {
  const errors = ownErrors(page);
  await page.route(/\/pagefind\//, (route) => route.fulfill({ body: 'garbage', contentType: 'text/javascript' }));
  await page.goto(`/${language}/search/?q=${encodeURIComponent(says.query)}`);
  await expect(page.getByRole('main').getByRole('listitem').getByRole('link', { name: says.article })).toBeVisible();
  expect(errors).toEqual([]);
});

test('without a network, search goes on with what it has', async ({ page, context, language, says }) => {
  const errors = ownErrors(page);
  await page.goto(`/${language}/`);
  const field = page.getByLabel(says.search);
  await field.fill(language === 'ja' ? '返品' : 'return');
  await expect(told(page)).not.toBeEmpty();
  await context.setOffline(true);
  await field.fill(says.query);
  await expect(page.getByRole('option', { name: says.article })).toBeVisible();
  await expect(told(page)).not.toBeEmpty();
  await field.fill(unknown);
  await expect(told(page)).not.toBeEmpty();
  await expect(page.locator('.search-panel').getByRole('link', { name: says.searching.ask })).toBeVisible();
  expect(errors).toEqual([]);
});

test('where the element itself does not arrive, the form goes its own way', async ({ page, language, says }) => {
  const errors = ownErrors(page);
  await page.route(/mado-search\.\w*[^/]*\.js/, (route) => route.abort());
  await page.goto(`/${language}/`);
  await page.getByLabel(says.search).fill(says.query);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${language}/search/\\?q=`));
  await expect(page.getByRole('main').getByRole('link', { name: says.article })).toBeVisible();
  expect(errors).toEqual([]);
});

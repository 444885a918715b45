import type { Page } from '@playwright/test';
import { expect, tabTo, test } from './portal.ts';

/** What no test types in passing, and no page knows. */
const unknown = 'qqqqzzzz';

const indexes = /\/pagefind\/|\/search\/\w+\.json/;

/** Errors of our own: what the browser and the full-text index say of files that do not come are not. */
function ownErrors(page: Page): string[] {
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
const told = (page: Page) => page.locator('mado-search').getByRole('status');

test('an input method is left to its work: words are searched for once they are converted', async ({
  quietPage: page,
  language,
  says,
}) => {
  const { composed } = says.searching;
  await page.goto(`/${language}/`);
  const field = page.getByLabel(says.search);
  await field.focus();
  await expect(field).toHaveRole('combobox');
  const keyboard = await page.context().newCDPSession(page);
  for (const text of composed) {
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await expect(field).toHaveValue(composed[2]);
  await page.waitForTimeout(250);
  await expect(page.getByRole('option')).toHaveCount(0);
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await keyboard.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${language}/$`));

  await keyboard.send('Input.insertText', { text: says.query });
  await expect(field).toHaveValue(says.query);
  await expect(page.getByRole('option', { name: says.article })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${language}/search/\\?q=`));
});

test('the keyboard alone finds a page, and knows what it is on', async ({ quietPage: page, language, says }) => {
  const { results, all, answer } = says.searching;
  await page.goto(`/${language}/`);
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: says.search });
  await expect(field).toBeFocused();
  await page.keyboard.type(says.query);
  await expect(told(page)).not.toBeEmpty();
  await expect(page.locator('mado-search')).toMatchAriaSnapshot(`
    - search:
      - combobox "${says.search}" [expanded]
    - listbox "${results}":
      - option /^${says.article.replace('?', '\\?')} ${answer}/
      - option
      - option
      - option
      - option
      - option
      - option "${all}"
    - status
  `);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(field).toHaveValue(says.query);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('option', { name: all, selected: true })).toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: says.article, selected: true })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${says.articlePath}(#|$)`));

  await page.keyboard.press('/');
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
});

test('recent searches stay on the device until they are cleared', async ({ quietPage: page, language, says }) => {
  const { recent, forget } = says.searching;
  await page.goto(`/${language}/search/?q=${encodeURIComponent(says.query)}`);
  await expect(told(page)).not.toBeEmpty();
  await page.goto(`/${language}/`);
  await page.getByLabel(says.search).focus();
  await expect(page.getByRole('listbox', { name: recent }).getByRole('option')).toHaveText([says.query]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(says.search)).toHaveValue(says.query);
  await expect(page.getByRole('option', { name: says.article })).toBeVisible();

  await page.getByLabel(says.search).fill('');
  await tabTo(page, page.getByRole('button', { name: forget }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(says.search)).toBeFocused();
  await page.reload();
  await page.getByLabel(says.search).focus();
  await expect(page.getByLabel(says.search)).toHaveRole('combobox');
  await expect(page.getByRole('listbox')).toBeHidden();
});

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

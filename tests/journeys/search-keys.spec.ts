import { expect, tabTo, test } from './portal.ts';
import { told } from './searching.ts';

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

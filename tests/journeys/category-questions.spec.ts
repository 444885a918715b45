import { cast } from '../support/cast.ts';
import { expectAccessible, expectAccessibleInEachLook } from './accessible.ts';
import { expect, tabTo, test } from './portal.ts';

test('a category asks its questions in place, and the answers are on the receipt and the private page', async ({
  quietPage: page,
  says,
  language,
}) => {
  const { returns, wish, exchange, order, size, wrongOrder } = says.topics;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/${language}/contact/`);
  const topic = page.getByRole('main').getByRole('link', { name: returns, exact: true });
  await tabTo(page, topic);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(order)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/${language}/contact/$`));
  await page.getByLabel(order).fill('1048');
  await page.getByLabel(says.subject).fill(says.query);
  await page.getByRole('textbox', { name: says.message }).fill(says.customerWrites);
  await page.getByLabel(says.email).fill(cast.tom.email);
  await page.getByRole('button', { name: says.send, exact: true }).click();
  await expect(page.locator('#contact-answer-order-number-error')).toHaveText(wrongOrder);
  await expect(page.getByLabel(wish, { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expectAccessibleInEachLook(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByLabel(wish, { exact: true }).selectOption(exchange);
  await page.getByLabel(order).fill('Ａー１０４８ー２２３１');
  await page.getByLabel(size).fill('25');
  await page.getByRole('button', { name: says.send, exact: true }).click();
  await expect(page.getByRole('heading', { name: says.received })).toBeFocused();
  await expect(page.locator('.receipt .answers')).toContainText(exchange);
  await expectAccessible(page);
  await page.getByRole('link', { name: says.openRequest }).click();
  for (const said of [exchange, 'A-1048-2231', '25 cm']) await expect(page.locator('.answers')).toContainText(said);
  await expectAccessible(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a category is a page of its own with its questions, and comes back with what is wrong', async ({
    page,
    says,
    language,
  }) => {
    const { returns, wish, exchange, order, wrongOrder } = says.topics;
    await page.goto(`/${language}/contact/`);
    await page.getByRole('main').getByRole('link', { name: returns, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/contact/returns/#contact-title$`));
    await page.getByLabel(wish, { exact: true }).selectOption(exchange);
    await page.getByLabel(order).fill('1048');
    await page.getByLabel(says.subject).fill(says.query);
    await page.getByRole('textbox', { name: says.message }).fill(says.customerWrites);
    await page.getByLabel(says.email).fill(cast.tom.email);
    await page.getByRole('button', { name: says.send, exact: true }).click();
    await expect(page.locator('#contact-answer-order-number-error')).toHaveText(wrongOrder);
    await expect(page.getByLabel(order)).toHaveValue('1048');
    await expect(page.getByLabel(wish, { exact: true })).toHaveValue('exchange');
    await page.getByLabel(order).fill('A-1048-2231');
    await page.getByRole('button', { name: says.send, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/requests/[\\w-]{32}/#sent$`));
    await expect(page.locator('.answers')).toContainText('A-1048-2231');
    await expect(page.locator('.answers')).toContainText(exchange);
  });
});

import { cast } from '../support/cast.ts';
import { answerReply, expect, replyAtDesk, signInAsOwner, test } from './portal.ts';

test('asking, reading the answer and answering work with JavaScript switched off', async ({
  browser,
  portal,
  says,
  language,
}) => {
  const customer = language === 'ja' ? cast.hanako : cast.tom;
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.url });
  const page = await plain.newPage();

  await page.goto(`/${language}/contact/`);
  await page.getByLabel(says.subject).fill(says.query);
  await page.getByRole('textbox', { name: says.message }).fill(`${says.customerWrites}\n<b>"quoted"</b> & so on`);
  await page.getByLabel(says.email).fill('nobody@nowhere');
  await page.getByLabel(says.name).fill(customer.name);
  await page.getByRole('button', { name: says.send, exact: true }).click();
  await expect(page.getByRole('alert')).toContainText(says.check);
  await expect(page.getByLabel(says.email)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('textbox', { name: says.message })).toHaveValue(
    `${says.customerWrites}\n<b>"quoted"</b> & so on`,
  );
  await expect(page.getByLabel(says.name)).toHaveValue(customer.name);

  await page.getByLabel(says.email).fill(customer.email);
  await page.getByRole('button', { name: says.send, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/${language}/requests/[\\w-]{32}/#sent$`));
  await expect(page.getByText(says.received)).toBeVisible();
  const reference = (await page.locator('.reference').textContent()) ?? '';
  const requestUrl = page.url().split('#')[0] ?? '';

  const staff = await browser.newContext();
  const desk = await staff.newPage();
  await signInAsOwner(desk, portal, language);
  await desk.getByRole('link', { name: reference }).click();
  await replyAtDesk(desk, says);
  await staff.close();

  await answerReply(page, requestUrl, says);
  await plain.close();
});

test('an article can be read and voted on with JavaScript switched off', async ({ browser, portal, says }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.url });
  const page = await plain.newPage();
  await page.goto(says.articlePath);
  await expect(page.locator('.answer')).toBeVisible();
  await expect(page.locator('.prose h2').first()).toBeVisible();
  await page.getByRole('button', { name: says.yes, exact: true }).click();
  await expect(page).toHaveURL(/#thanks$/);
  await expect(page.getByText(says.thanks)).toBeVisible();
  await expect(page.getByRole('button', { name: says.yes, exact: true })).toBeHidden();
  await plain.close();
});

test('everything can be found from the search page with JavaScript switched off', async ({
  browser,
  portal,
  says,
  language,
}) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.url });
  const page = await plain.newPage();
  await page.goto(`/${language}/search/?q=${encodeURIComponent(says.query)}`);
  await page.getByRole('link', { name: says.article }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(says.article);
  await plain.close();
});

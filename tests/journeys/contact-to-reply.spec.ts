import { cast } from '../support/cast.ts';
import { answerReply, expect, replyAtDesk, signInAsOwner, test } from './portal.ts';

test('from a question to an answer by a person, through a restart', async ({
  quietPage: page,
  portal,
  says,
  language,
  browser,
}) => {
  const customer = language === 'ja' ? cast.hanako : cast.tom;

  await page.goto(`/${language}/`);
  await page.getByLabel(says.search).fill(says.query);
  await page.getByRole('option', { name: says.article }).click();
  await expect(page).toHaveURL(new RegExp(says.articlePath));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(says.article);

  await page.getByRole('button', { name: says.no, exact: true }).click();
  await expect(page.getByText(says.thanks)).toBeVisible();
  await page.getByLabel(says.reason).check();
  await page.getByRole('button', { name: says.sendReason }).click();

  await page.getByRole('main').getByRole('link', { name: says.contact }).click();
  await page.getByLabel(says.subject).fill(says.query);
  await expect(page.getByRole('link', { name: says.article })).toBeVisible();
  await page.getByRole('textbox', { name: says.message }).fill(says.customerWrites);
  await page.getByLabel(says.email).fill(customer.email);
  await page.getByLabel(says.name).fill(customer.name);
  const trail = page.getByRole('region', { name: says.trail });
  await expect(trail.getByRole('listitem')).toHaveCount(2);
  const sent = page.waitForRequest((asked) => asked.method() === 'POST' && asked.url().endsWith('/api/tickets'));
  await page.getByRole('button', { name: says.send, exact: true }).click();
  expect((await sent).headers()['mado-proof'], 'the browser has shown that a person writes').toBeTruthy();
  await expect(page.getByRole('heading', { name: says.received })).toBeFocused();
  const reference = (await page.locator('.receipt .reference').textContent()) ?? '';
  expect(reference).toMatch(/^M-[2-9B-Z]{4,}$/);
  await page.context().grantPermissions(['clipboard-write']);
  const copy = async () => {
    await page.getByRole('button', { name: says.copyLink }).click();
    await expect(page.getByRole('status').filter({ hasText: says.linkCopied })).toBeVisible();
  };
  await copy();
  await page.getByRole('link', { name: says.openRequest }).click();
  await expect(page.getByText(says.customerWrites)).toBeVisible();
  const requestUrl = page.url();
  // Our own pages may not read the clipboard: it is pasted into a field, and then holds something else.
  const answer = page.getByLabel(says.writeBack, { exact: true });
  await answer.press('Control+V');
  await expect(answer).toHaveValue(requestUrl);
  await answer.fill('…');
  await answer.press('Control+A');
  await answer.press('Control+X');
  await copy();
  await answer.press('Control+V');
  await expect(answer).toHaveValue(requestUrl);
  await answer.fill('');

  // What the page still asks for is not what is tried here.
  await page.waitForLoadState('networkidle');
  await portal.restart();

  const staff = await browser.newContext();
  const desk = await staff.newPage();
  await signInAsOwner(desk, portal, language);
  await desk.getByRole('link', { name: reference }).click();
  await expect(desk.locator('.messages').getByText(says.customerWrites)).toBeVisible();
  await expect(desk.getByRole('heading', { name: says.desk.trail })).toBeVisible();
  await expect(desk.locator('.ticket-trail').getByText(says.query)).toBeVisible();
  await expect(desk.locator('.ticket-trail').getByRole('link', { name: says.article })).toBeVisible();
  await replyAtDesk(desk, says);

  await portal.restart();

  await answerReply(page, requestUrl, says);

  await portal.restart();

  await desk.goto(`${portal.url}/desk/`);
  await desk.getByRole('link', { name: reference }).click();
  for (const said of [says.customerWrites, says.agentWrites, says.customerAnswers]) {
    await expect(desk.locator('.messages').getByText(said)).toBeVisible();
  }
  await desk.getByRole('button', { name: says.desk.solve, exact: true }).click();
  await expect(desk.locator('.ticket-moves .state')).toHaveText(says.desk.solved);
  await staff.close();
});

test('what the customer removes from the trail does not reach the desk', async ({
  page,
  portal,
  says,
  language,
  browser,
}) => {
  await page.goto(says.articlePath);
  await page.goto(`/${language}/contact/`);
  await page.getByRole('button', { name: says.remove }).click();
  await expect(page.getByRole('region', { name: says.trail })).toHaveCount(0);
  await page.getByLabel(says.subject).fill('without a trail');
  await page.getByRole('textbox', { name: says.message }).fill(says.customerWrites);
  await page.getByLabel(says.email).fill(cast.tom.email);
  await page.getByRole('button', { name: says.send, exact: true }).click();
  const reference = (await page.locator('.receipt .reference').textContent()) ?? '';

  const staff = await browser.newContext();
  const desk = await staff.newPage();
  await signInAsOwner(desk, portal, language);
  await desk.getByRole('link', { name: reference }).click();
  await expect(desk.locator('.messages').getByText(says.customerWrites)).toBeVisible();
  await expect(desk.getByRole('heading', { name: says.desk.trail })).toHaveCount(0);
  await staff.close();
});

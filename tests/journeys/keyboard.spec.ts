import { cast } from '../support/cast.ts';
import { expect, replyHasLeft, signInAsOwner, tabTo, test } from './portal.ts';

test('the keyboard alone leads from a question to an answer', async ({
  quietPage: page,
  portal,
  says,
  language,
  browser,
}) => {
  const keyboard = page.keyboard;
  const customer = language === 'ja' ? cast.hanako : cast.tom;

  await page.goto(`/${language}/`);
  await keyboard.press('/');
  await expect(page.getByLabel(says.search)).toBeFocused();
  await keyboard.insertText(says.query);
  await page.getByRole('option', { name: says.article }).waitFor();
  for (let presses = 0; presses < 6; presses += 1) {
    await keyboard.press('ArrowDown');
    const active = await page.getByRole('option', { selected: true }).textContent();
    if (active?.includes(says.article)) break;
  }
  await keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(says.articlePath));

  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: says.no, exact: true }));
  await keyboard.press('Enter');
  await expect(page.getByText(says.thanks)).toBeFocused();
  await tabTo(page, page.getByRole('radio').first());
  await keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: says.sendReason }));
  await keyboard.press('Enter');
  await tabTo(page, page.getByRole('main').getByRole('link', { name: says.contact }));
  await keyboard.press('Enter');

  await tabTo(page, page.getByLabel(says.subject));
  await keyboard.insertText(says.query);
  await tabTo(page, page.getByRole('textbox', { name: says.message }));
  await keyboard.insertText(says.customerWrites);
  await tabTo(page, page.getByRole('button', { name: says.send, exact: true }));
  await keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeFocused();
  await tabTo(page, page.getByRole('alert').getByRole('link'));
  await keyboard.press('Enter');
  await expect(page.getByLabel(says.email)).toBeFocused();
  await keyboard.insertText(customer.email);
  await tabTo(page, page.getByRole('button', { name: says.send, exact: true }));
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: says.received })).toBeFocused();
  const reference = (await page.locator('.receipt .reference').textContent()) ?? '';
  await tabTo(page, page.getByRole('link', { name: says.openRequest }));
  await keyboard.press('Enter');
  await page.waitForURL(/requests/);

  const staff = await browser.newContext();
  const desk = await staff.newPage();
  await signInAsOwner(desk, portal, language);
  await tabTo(desk, desk.getByRole('link', { name: reference }));
  await desk.keyboard.press('Enter');
  await expect(desk.locator('.ticket-title')).toBeFocused();
  await tabTo(desk, desk.getByLabel(says.desk.reply, { exact: true }));
  await desk.keyboard.insertText(says.agentWrites);
  await desk.keyboard.press('Control+Enter');
  await expect(desk.locator('.messages').getByText(says.agentWrites)).toBeVisible();
  await replyHasLeft(desk, says);
  // Beside an open ticket, the lists are folded behind the name of the one that is shown.
  await tabTo(desk, desk.locator('.rail-button'));
  await desk.keyboard.press('Enter');
  await tabTo(desk, desk.locator('.desk-rail').getByRole('link', { name: says.desk.waiting }));
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('link', { name: reference })).toBeVisible();
  await staff.close();

  await page.reload();
  await expect(page.getByText(says.agentWrites)).toBeVisible();
  await tabTo(page, page.getByLabel(says.writeBack, { exact: true }));
  await keyboard.insertText(says.customerAnswers);
  await tabTo(page, page.getByRole('button', { name: says.send, exact: true }));
  await keyboard.press('Enter');
  await expect(page.locator('.messages').getByText(says.customerAnswers)).toBeVisible();
});

import sharp from 'sharp';
import { cast } from '../support/cast.ts';
import { expect, replyHasLeft, signInAsOwner, test } from './portal.ts';

const photo = (name: string) => async () => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 300, height: 200, channels: 3, background: '#7a9' } })
    .jpeg()
    .toBuffer(),
});
const box = photo('box.jpg');
const label = photo('label.jpg');

test('a photo goes along with a question, is seen by both, and an answer brings a file back', async ({
  quietPage: page,
  portal,
  says,
  language,
  browser,
}) => {
  const customer = language === 'ja' ? cast.hanako : cast.tom;
  await page.goto(`/${language}/contact/`);
  await page.getByLabel(says.subject).fill(says.query);
  await page.getByRole('textbox', { name: says.message }).fill(says.customerWrites);
  await page.getByLabel(says.email).fill(customer.email);
  await page.locator('#contact-files').setInputFiles([await box()]);
  await expect(page.locator('.attachment-list').getByText('box.jpg')).toBeVisible();
  await page.getByRole('button', { name: says.send, exact: true }).click();
  const reference = (await page.locator('.receipt .reference').textContent()) ?? '';
  await page.getByRole('link', { name: says.openRequest }).click();
  await expect(page.getByRole('img', { name: 'box.jpg' })).toHaveJSProperty('naturalWidth', 300);

  await page.getByLabel(says.writeBack, { exact: true }).fill(says.customerAnswers);
  await page.locator('#answer-files').setInputFiles([await label()]);
  await page.getByRole('button', { name: says.send, exact: true }).click();
  await expect(page.getByText(says.sent)).toBeVisible();
  await expect(page.getByRole('img', { name: 'label.jpg' })).toHaveJSProperty('naturalWidth', 300);

  const staff = await browser.newContext();
  const desk = await staff.newPage();
  await signInAsOwner(desk, portal, language);
  await desk.getByRole('link', { name: reference }).click();
  await expect(desk.getByRole('img', { name: 'box.jpg' })).toHaveJSProperty('naturalWidth', 300);
  await desk.getByLabel(says.desk.reply, { exact: true }).fill(says.agentWrites);
  await desk
    .locator('#reply-files')
    .setInputFiles([{ name: 'slip.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') }]);
  await desk.getByRole('button', { name: says.desk.send }).click();
  await expect(desk.locator('.messages').getByRole('link', { name: 'slip.pdf' })).toBeVisible();
  await replyHasLeft(desk, says);
  await staff.close();

  await page.reload();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'slip.pdf' }).click();
  expect((await download).suggestedFilename()).toBe('slip.pdf');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the form sends its file, and comes back as it was typed when that is refused', async ({
    page,
    says,
    language,
  }) => {
    await page.goto(`/${language}/contact/`);
    await page.getByLabel(says.subject).fill(says.query);
    await page.getByRole('textbox', { name: says.message }).fill(says.customerWrites);
    await page.getByLabel(says.email).fill(cast.tom.email);
    await page.locator('#contact-files').setInputFiles([{ ...(await box()), name: 'setup.exe' }]);
    await page.getByRole('button', { name: says.send, exact: true }).click();
    await expect(page.locator('#contact-files-error')).toContainText('setup.exe');
    await expect(page.getByLabel(says.subject)).toHaveValue(says.query);
    await page.locator('#contact-files').setInputFiles([await box()]);
    await page.getByRole('button', { name: says.send, exact: true }).click();
    await expect(page.getByRole('img', { name: 'box.jpg' })).toHaveJSProperty('naturalWidth', 300);
  });
});

import { rm } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { messages } from '../../components/account/messages.ts';
import { ownAccountMessages } from '../../components/desk/accounts/own-account-messages.ts';
import { cast } from '../support/cast.ts';
import { startPortal } from '../support/portal-process.ts';
import { expectAccessible } from './accessible.ts';
import { expect, signInAsOwner, test } from './portal.ts';
import { words } from './words.ts';

const stepMs = 30_000;

// Invitations and links by mail are walked through in tests/api/accounts.
test('an account with a second step: set up, used, and its other devices signed out', async ({ browser, language }) => {
  test.setTimeout(180_000);
  const says = messages[language];
  const own = ownAccountMessages[language];
  const owner = language === 'ja' ? cast.ichiro : cast.emma;
  const { desk: deskSays } = words[language];
  const portal = await startPortal();
  const desk = await open(browser, 1280);
  await signInAsOwner(desk, portal, language);
  await desk.goto(`${portal.url}/desk/#/account`);
  await expectAccessible(desk);

  const setUp = desk.locator('mado-totp-set-up');
  await setUp.getByLabel(says.currentPassword).fill(owner.password);
  await desk.getByRole('button', { name: says.totpSetUp.begin }).click();
  const key = ((await desk.locator('.account-key').textContent()) ?? '').replaceAll(' ', '');
  const app = new TOTP({ secret: Secret.fromBase32(key) });
  await desk.getByLabel(says.totpSetUp.label, { exact: true }).fill(app.generate());
  await desk.keyboard.press('Enter');
  await expect(desk.locator('.account-codes li')).toHaveCount(10);
  const [recoveryCode = ''] = await desk.locator('.account-codes li').allTextContents();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: says.totpSetUp.kept }).click();
  await expect(desk.getByText(own.totp.left(10))).toBeVisible();

  await test.step('a phone signs in with password and code', async () => {
    const phone = await open(browser, 390);
    await givePassword(phone, portal.url, owner);
    await expectAccessible(phone);
    // The code of the set-up is used up: the next one.
    await phone.getByLabel(says.code.label, { exact: true }).fill(app.generate({ timestamp: Date.now() + stepMs }));
    await phone.keyboard.press('Enter');
    await phone.getByRole('button', { name: deskSays.toAnswer }).waitFor();

    await desk.reload();
    await desk.getByRole('button', { name: own.sessions.end, exact: false }).first().click();
    await expect(desk.getByText(own.sessions.ended)).toBeVisible();
    await phone.reload();
    await expect(phone.getByRole('heading', { level: 2, name: says.signIn.title })).toBeVisible();
  });

  await test.step('a tablet signs in with a recovery code, and a new password signs it out', async () => {
    const tablet = await open(browser, 820);
    await givePassword(tablet, portal.url, owner);
    await tablet.getByRole('button', { name: says.code.lost }).click();
    await tablet.getByLabel(says.recovery.label, { exact: true }).fill(recoveryCode);
    await tablet.keyboard.press('Enter');
    await tablet.getByRole('button', { name: deskSays.toAnswer }).waitFor();

    await desk.reload();
    const password = desk.locator('mado-own-password');
    await password.getByLabel(says.currentPassword).fill(owner.password);
    await password.getByLabel(says.newPassword).fill('another walk entirely');
    await password.getByRole('button', { name: own.password.submit }).click();
    await expect(desk.getByText(own.password.done)).toBeVisible();
    await tablet.reload();
    await expect(tablet.getByRole('heading', { level: 2, name: says.signIn.title })).toBeVisible();
    await desk.reload();
    await expect(desk.getByRole('heading', { name: own.sessions.title })).toBeVisible();
  });

  await portal.stop();
  await rm(portal.dataDir, { recursive: true, force: true });

  async function givePassword(page: Page, url: string, { email, password }: { email: string; password: string }) {
    await page.goto(`${url}/desk/`);
    await page.getByLabel(says.email).fill(email);
    await page.getByLabel(says.password).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: says.code.title }).waitFor();
  }
});

async function open(browser: Browser, width: number): Promise<Page> {
  return (await browser.newContext({ viewport: { width, height: 844 } })).newPage();
}

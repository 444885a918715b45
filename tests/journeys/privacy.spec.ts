import { cast } from '../support/cast.ts';
import { violationsOn } from './accessible.ts';
import { expect, test } from './portal.ts';

const words = {
  ja: {
    privacy: 'プライバシー',
    ask: '写し・消去を申し込む',
    email: 'メールアドレス',
    erasure: 'データをすべて消去する',
    send: 'リンクを受け取る',
    sent: 'メールをお送りします',
    data: 'このお問い合わせのデータ',
    json: 'データで保存（JSON）',
    all: 'すべての写しを申し込む',
    clear: 'この端末に保存したものを消す',
    cleared: 'この端末に保存したものを消しました。',
    months: '2年',
  },
  en: {
    privacy: 'Privacy',
    ask: 'Ask for a copy or erasure',
    email: 'E-mail address',
    erasure: 'Erase everything you hold about me',
    send: 'Send me the link',
    sent: 'We’re sending you an e-mail',
    data: 'The data of this request',
    json: 'Save as data (JSON)',
    all: 'Ask for a copy of everything',
    clear: 'Clear what is stored on this device',
    cleared: 'What was stored on this device has been cleared.',
    months: '2 years',
  },
};

test('from the foot of any page to a link in a mail, with JavaScript switched off', async ({
  browser,
  portal,
  language,
}) => {
  const says = words[language];
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.url });
  const page = await plain.newPage();
  await page.goto(`/${language}/contact/`);
  await page.getByRole('contentinfo').getByRole('link', { name: says.privacy }).click();
  await expect(page.getByRole('heading', { level: 1, name: says.privacy })).toBeVisible();
  await expect(page.locator('#requests')).toContainText(says.months);
  await page.getByRole('link', { name: says.ask }).click();
  for (const email of ['nobody@example.com', cast.hanako.email]) {
    await page.goto(`/${language}/my-data/`);
    await page.getByLabel(says.email).fill(email);
    await page.getByLabel(says.erasure).check();
    await page.getByRole('button', { name: says.send }).click();
    await expect(page).toHaveURL(`/${language}/my-data/sent/`);
    await expect(page.getByRole('heading', { level: 1, name: says.sent })).toBeVisible();
  }
  await plain.close();
});

test('from the private page of a request to its data, and to all of it', async ({
  quietPage: page,
  portal,
  language,
}) => {
  const says = words[language];
  const answer = await page.request.post(`${portal.url}/api/tickets`, {
    data: { ...cast.hanako, subject: 'A', message: 'My own words', language, trail: [] },
  });
  const { requestUrl } = (await answer.json()) as { requestUrl: string };
  await page.goto(requestUrl);
  await expect(page.getByRole('link', { name: says.json })).toBeHidden();
  await page.getByText(says.data).click();
  const violations = await violationsOn(page);
  expect(violations.map(({ id }) => id)).toEqual([]);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: says.json }).click();
  expect((await downloading).suggestedFilename()).toBe('data.json');
  await page.getByRole('button', { name: says.all }).click();
  await expect(page).toHaveURL(`/${language}/my-data/sent/`);
});

test('what is stored on the device goes by one button', async ({ quietPage: page, language }) => {
  const says = words[language];
  await page.goto(`/${language}/privacy/`);
  await page.evaluate(() => localStorage.setItem('mado-recent-searches', '{}'));
  await page.getByRole('button', { name: says.clear }).click();
  await expect(page.getByText(says.cleared)).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

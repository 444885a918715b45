import type { Page } from '@playwright/test';
import { cast } from '../support/cast.ts';
import { expect, signInAsOwner, test } from './portal.ts';

const steps = (page: Page) => page.locator('.flow-step:visible');
const path = 'troubleshooting/i-cannot-sign-in/';

test('a flow is walked, back, on and again, and its steps can be shared', async ({
  quietPage: page,
  says,
  language,
  browser,
  portal,
}) => {
  const { flow } = says;
  await page.goto(`/${language}/${path}`);
  await expect(steps(page)).toHaveCount(1);
  await page.getByRole('link', { name: flow.wrong }).click();
  await expect(page).toHaveURL(/#your-address$/);
  await page.getByRole('link', { name: flow.noMail }).click();
  await expect(page.getByRole('heading', { name: flow.registered })).toBeFocused();
  await expect(page.getByRole('list', { name: flow.answers }).getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('list', { name: flow.answers })).toBeInViewport();

  await page.getByRole('link', { name: flow.back }).click();
  await expect(page).toHaveURL(/#your-address$/);
  await page.goForward();
  await expect(page).toHaveURL(/#have-registered$/);
  await page.reload();
  await expect(page.getByRole('list', { name: flow.answers }).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('link', { name: flow.restart }).click();
  await expect(page).toHaveURL(/#what-you-see$/);
  await page.goBack();
  await expect(page).toHaveURL(/#have-registered$/);

  const friend = await browser.newPage();
  await friend.goto(`${portal.url}${new URL(page.url()).pathname}#have-registered`);
  await expect(friend.getByRole('heading', { name: flow.registered })).toBeInViewport();
  await expect(steps(friend)).toHaveCount(1);
  await expect(friend.getByRole('link', { name: flow.back })).toHaveCount(0);
  await friend.getByRole('link', { name: flow.restart }).click();
  await expect(friend.getByRole('link', { name: flow.wrong })).toBeVisible();
  await friend.close();
});

test('what was answered goes along to the desk, where the customer lets it', async ({
  quietPage: page,
  says,
  language,
  browser,
  portal,
}) => {
  const { flow } = says;
  await page.goto(`/${language}/${path}`);
  for (const name of [flow.wrong, flow.noMail, flow.onlyOrdered]) await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name: flow.outcome })).toBeFocused();
  await page.getByRole('main').getByRole('link', { name: says.contact }).click();
  const trail = page.getByRole('region', { name: says.trail });
  await expect(trail.getByRole('listitem')).toHaveCount(1);
  for (const answer of [flow.wrong, flow.noMail, flow.onlyOrdered, flow.outcome]) {
    await expect(trail.getByText(answer)).toBeVisible();
  }
  await page.getByLabel(says.subject).fill(says.query);
  await page.getByRole('textbox', { name: says.message }).fill(says.customerWrites);
  await page.getByLabel(says.email).fill(cast.hanako.email);
  await page.getByRole('button', { name: says.send, exact: true }).click();
  const reference = (await page.locator('.receipt .reference').textContent()) ?? '';

  const staff = await browser.newContext();
  const desk = await staff.newPage();
  await signInAsOwner(desk, portal, language);
  await desk.getByRole('link', { name: reference }).click();
  await expect(desk.locator('.ticket-trail').getByText(flow.onlyOrdered)).toBeVisible();
  await expect(desk.locator('.ticket-trail').getByRole('link')).toHaveAttribute('href', /#no-account$/);
  await staff.close();
});

test('a flow reads from top to bottom, and its links lead on, with JavaScript switched off', async ({
  browser,
  portal,
  says,
  language,
}) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.url });
  const page = await plain.newPage();
  await page.goto(`/${language}/${path}`);
  expect(await steps(page).count()).toBeGreaterThan(10);
  await page.getByRole('link', { name: says.flow.wrong }).click();
  await expect(page.locator('#your-address')).toBeInViewport();
  await plain.close();
});

test('a flow that waits for its script shows the step of its address', async ({ page, says, language }) => {
  await page.route(/mado-flow/, (route) => route.abort());
  await page.goto(`/${language}/${path}`);
  await expect(steps(page)).toHaveCount(1);
  await page.getByRole('link', { name: says.flow.wrong }).click();
  await expect(steps(page)).toHaveAttribute('id', 'your-address');
});

test('on paper there are the chart and every result', async ({ page, language }) => {
  await page.goto(`/${language}/${path}#have-registered`);
  await page.locator('mado-flow[data-ready]').waitFor();
  const outcomes = await page.locator('[data-step="outcome"]').count();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-step="outcome"]:visible')).toHaveCount(outcomes);
  await expect(page.locator('.chart-step').last()).toBeVisible();
  await expect(page.locator('.flow-ways')).toBeHidden();
});

test('an article without a flow loads nothing of it', async ({ page, says }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(says.articlePath, { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => url.includes('mado-flow'))).toEqual([]);
});

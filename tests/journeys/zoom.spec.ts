import { cast } from '../support/cast.ts';
import { ownPages, readPages, signInAsAsker, test as inForum } from './forum-portal.ts';
import { expectNothingLost } from './nothing-lost.ts';
import { expect, signInAsOwner, test } from './portal.ts';

const paths = [
  '',
  'faq/exchange-size/',
  'guides/measure-your-feet/',
  'troubleshooting/my-order-is-wrong/',
  'categories/returns/',
  'contact/',
  'no-such-page/',
  'problem/',
];
for (const path of paths) {
  test(`nothing is lost by zooming: ${path || 'home'}`, async ({ page, language }) => {
    await page.goto(`/${language}/${path}`);
    await expectNothingLost(page);
  });
}

test('nothing is lost by zooming: search with results', async ({ page, language, says }) => {
  await page.goto(`/${language}/search/?q=${encodeURIComponent(says.query)}`);
  await page.locator('.search-results').waitFor();
  await expectNothingLost(page);
});

test('nothing is lost by zooming: a request, and the desk', async ({ page, portal, language, says, browser }) => {
  const ticket = await page.request.post(`${portal.url}/api/tickets`, {
    data: { ...cast.hanako, subject: says.query, message: says.customerWrites, language, trail: [] },
  });
  const { requestUrl, reference } = (await ticket.json()) as { requestUrl: string; reference: string };
  await page.goto(requestUrl);
  await expectNothingLost(page);

  const staff = await browser.newContext();
  const desk = await staff.newPage();
  await desk.goto(`${portal.url}/desk/`);
  await desk.getByLabel(says.desk.email).waitFor();
  await expectNothingLost(desk);
  await desk.setViewportSize({ width: 1280, height: 800 });
  // Otherwise the one-time link is only another place of the page that is open.
  await desk.goto('about:blank');
  await signInAsOwner(desk, portal, language);
  await desk.getByRole('link', { name: reference }).waitFor();
  await expectNothingLost(desk);
  await desk.getByRole('link', { name: reference }).click();
  await desk.locator('.ticket').waitFor();
  await expectNothingLost(desk);
  await staff.close();
});

test('a table that is wider than the screen scrolls by itself, by keyboard and with a name', async ({
  page,
  language,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/${language}/guides/measure-your-feet/`);
  const table = page.locator('.table').first();
  await expect(table).toHaveAttribute('aria-label', /.+/);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await table.focus();
  await expect(table).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});

for (const name of ['the forum', 'a solved question', 'a long thread', 'one’s own posts, signed out', 'signing in']) {
  inForum(`nothing is lost by zooming: ${name}`, async ({ page, language }) => {
    await page.goto(readPages[name]?.(language) ?? '');
    await expectNothingLost(page);
  });
}
for (const name of ['a solved question with an answer of one’s own that waits', 'asking', 'one’s own posts']) {
  inForum(`nothing is lost by zooming: ${name}, signed in`, async ({ page, language }) => {
    await signInAsAsker(page, language);
    await page.goto(ownPages[name]?.(language) ?? '', { waitUntil: 'networkidle' });
    await expectNothingLost(page);
  });
}

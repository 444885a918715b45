import { expect, test } from './portal.ts';

test('the newest post is read from the front page, with others by its author and on its topic', async ({
  quietPage: page,
  language,
  says,
}) => {
  await page.goto(`/${language}/`);
  const band = page.getByRole('region', { name: says.journal.title });
  await expect(band.locator('time')).toHaveCount(2);
  await band.getByRole('link', { name: says.journal.newest }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(says.journal.newest);
  await page.getByRole('link', { name: says.journal.tag }).click();
  await expect(page).toHaveURL(new RegExp(`/${language}/posts/tags/clothes/$`));
  await page.getByRole('link', { name: says.journal.newest }).click();
  await page.getByRole('link', { name: says.journal.author }).click();
  await expect(page).toHaveURL(new RegExp(`/${language}/posts/authors/makoto-takahashi/$`));
});

test('a post is found by its text, and named as what it is', async ({ page, language, says }) => {
  await page.goto(`/${language}/search/?q=${encodeURIComponent(says.journal.query)}`);
  const found = page.locator('.search-results li').filter({ hasText: says.journal.newest });
  await expect(found.locator('.result-meta')).toContainText(says.journal.title);
});

test('the feed is named in the head and holds the whole text', async ({ page, portal, language, says }) => {
  await page.goto(`/${language}/posts/`);
  const address = await page.locator('head link[type="application/atom+xml"][href*="/posts/"]').getAttribute('href');
  const answer = await page.request.get(`${portal.url}${address}`);
  expect(answer.headers()['content-type']).toContain('xml');
  const text = await answer.text();
  expect(text).toContain(says.journal.newest);
  expect(text).toContain(says.journal.query);
  // A browser's own parser is content with it.
  const entries = await page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, 'application/xml');
    return feed.querySelector('parsererror') ? -1 : feed.querySelectorAll('entry').length;
  }, text);
  expect(entries).toBe(2);
});

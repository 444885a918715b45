import { expect, test } from './portal.ts';

const path = 'guides/lace-for-wide-feet/';

test('a word that is only said in a film leads to its second, and the film plays from there', async ({
  quietPage: page,
  language,
  says,
}) => {
  await page.goto(`/${language}/search/?q=${encodeURIComponent(says.film.query)}`);
  await page.locator('.search-results').getByRole('link', { name: says.film.guide }).click();
  await expect(page).toHaveURL(new RegExp(`/${language}/${path}#${says.film.second}$`));
  const film = page.locator('video');
  await expect(film).toBeInViewport();
  const now = () => film.evaluate((video: HTMLVideoElement) => [video.currentTime, video.paused, video.readyState > 0]);
  await expect.poll(now).toEqual([26.8, true, true]);
  await expect(page.locator('[data-cue]:has([aria-current])')).toHaveAttribute('id', says.film.second);

  // Seeking asks for parts of the file only.
  const parts: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.mp4')) parts.push(response.status());
  });
  await page.getByRole('link', { name: says.film.playFrom }).click();
  await expect(page).toHaveURL(/#t=13\.5$/);
  await expect
    .poll(() => film.evaluate((video: HTMLVideoElement) => !video.paused && video.currentTime >= 13.5))
    .toBe(true);
  expect(parts.every((status) => status === 206)).toBe(true);

  const chapter = page.getByRole('button', { name: says.film.chapter });
  await chapter.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#t=21\.8$/);
  await expect(chapter).toHaveAttribute('aria-current', 'true');
});

test('without JavaScript, the transcript reads, and each second of it opens the film there', async ({
  browser,
  portal,
  language,
  says,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: portal.url });
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`/${language}/${path}#t=13.5`);
  await expect(page.getByText(says.film.said)).toBeInViewport();
  await expect(page.locator('video')).toHaveAttribute('controls', '');
  await expect(page.locator('video track[kind=captions]')).toHaveCount(2);
  expect(requests.filter((url) => /\.mp4/.test(url))).toEqual([]);
  const address = await page.getByRole('link', { name: says.film.playFrom }).getAttribute('href');
  expect(address).toMatch(/^\/_astro\/heel-lock\.[\w-]+\.mp4#t=13\.5$/);
  expect((await page.request.get(`${portal.url}${address}`, { headers: { Range: 'bytes=0-1' } })).status()).toBe(206);
  await context.close();
});

test('a film takes its place before it is loaded: nothing moves', async ({ page, language }) => {
  await page.goto(`/${language}/${path}`);
  const box = await page.locator('video').boundingBox();
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(960 / 540, 2);
});

import { expect, test } from './portal.ts';

test('an article says what it is to search engines, and the policy blocks nothing of it', async ({
  page,
  portal,
  language,
}) => {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => console.error(violatedDirective));
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  for (const path of ['', 'contact/', 'categories/returns/', 'posts/autumn-walk/', 'guides/start-a-return/']) {
    await page.goto(`/${language}/${path}`, { waitUntil: 'networkidle' });
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(data ?? ''), path).toMatchObject({ '@context': 'https://schema.org' });
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`/${language}/${path}$`));
  }
  expect(complaints).toEqual([]);

  const twin = await page.locator('link[type="text/markdown"]').getAttribute('href');
  const answer = await page.request.get(`${portal.url}${twin}`);
  expect(answer.headers()['content-type']).toBe('text/markdown; charset=utf-8');
  expect(await answer.text()).toContain(await page.getByRole('heading', { level: 1 }).textContent());
});

test('what is one reader’s own, and what is only a search, is kept out of search engines', async ({
  page,
  language,
}) => {
  for (const path of [`/${language}/search/`, `/${language}/no-such-page/`, `/${language}/requests/shell/`, '/desk/']) {
    await page.goto(path);
    await expect(page.locator('meta[name="robots"]'), path).toHaveAttribute('content', 'noindex');
    await expect(page.locator('link[rel="canonical"]'), path).toHaveCount(0);
  }
});

import { expect, test } from './portal.ts';

test('no page asks anybody but the portal for anything', async ({ quietPage: page, portal, language, says }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${portal.url}/`) && !/^(data|blob):/.test(request.url())) {
      elsewhere.push(request.url());
    }
  });
  const paths = [
    `/${language}/`,
    says.articlePath,
    `/${language}/guides/measure-your-feet/`,
    `/${language}/troubleshooting/my-order-is-wrong/`,
    `/${language}/categories/returns/`,
    `/${language}/search/?q=${encodeURIComponent(says.query)}`,
    `/${language}/contact/`,
    '/desk/',
  ];
  for (const path of paths) {
    await page.goto(path, { waitUntil: 'networkidle' });
    // Down to the end, where what comes into view is loaded.
    await page.keyboard.press('End');
    await page.waitForLoadState('networkidle');
  }
  expect(elsewhere).toEqual([]);

  const manifest = await page.request.get(`/${language}/manifest.webmanifest`);
  expect(manifest.headers()['content-type']).toContain('application/manifest+json');
  const { icons } = (await manifest.json()) as { icons: { src: string }[] };
  for (const { src } of icons) expect((await page.request.get(src)).status(), src).toBe(200);
});

import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startPortal } from '../support/portal-process.ts';
import { copyProject } from '../support/project-copy.ts';

/* A copy of the project that is built three times: as it is, changed, and with nothing kept any more. */

test.use({ serviceWorkers: 'allow' });

test('a new build takes over without mixing, and keeping can be switched off', async ({ page }) => {
  test.setTimeout(400_000);
  const folder = await copyProject();
  const env = { DIST_DIR: join(folder, 'dist') };
  const [read, other] = ['/en/faq/exchange-size/', '/en/faq/refund-timing/'];
  const colour = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--build'));
  const workers = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  const kept = (name: string) =>
    page.evaluate(
      async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
      name,
    );
  const edit = async (file: string, change: (text: string) => string) => {
    const text = await readFile(join(folder, file), 'utf8');
    await writeFile(join(folder, file), change(text));
  };

  await appendFile(join(folder, 'site/styles/utilities.css'), ':root { --build: old; }\n');
  let portal = await startPortal({ folder, env });
  const { port, dataDir } = portal;
  for (const address of [read, other]) {
    await page.goto(`${portal.url}${address}`);
    await expect.poll(() => kept('mado-pages')).toContain(address);
  }
  await expect.poll(() => kept('mado-pages')).toContain('/en/offline/');
  const oldStyles = (await kept('mado-assets')).filter((path) => path.endsWith('.css'));
  await portal.stop();

  await edit('site/styles/utilities.css', (text) => text.replace('--build: old', '--build: new'));
  await edit('content/faq/en/exchange-size.mdx', (text) => `${text}\nNow with a postscript.\n`);
  portal = await startPortal({ folder, env, port, dataDir });
  // The page that is open still is the old one; the one that is opened is the new one, whole.
  expect(await colour()).toBe('old');
  await page.goto(`${portal.url}${read}`);
  await expect(page.getByText('Now with a postscript.')).toBeVisible();
  expect(await colour()).toBe('new');
  const build = (await readFile(join(folder, 'dist/current'), 'utf8')).trim();
  await expect
    .poll(() =>
      page.evaluate(async () =>
        (await (await caches.open('mado-pages')).match('/en/offline/'))?.headers.get('X-Kept-Build'),
      ),
    )
    .toBe(build);
  await portal.stop();
  await page.goto(`${portal.url}${other}`);
  expect(await colour()).toBe('old');
  await page.goto(`${portal.url}${read}`);
  await expect(page.getByText('Now with a postscript.')).toBeVisible();
  expect(await colour()).toBe('new');
  expect(await kept('mado-assets')).toEqual(expect.arrayContaining(oldStyles));

  await edit('content/portal.yaml', (text) => `${text}\noffline: false\n`);
  portal = await startPortal({ folder, env, port, dataDir });
  await page.goto(`${portal.url}${read}`);
  await expect.poll(workers).toBe(0);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await page.goto(`${portal.url}${other}`, { waitUntil: 'networkidle' });
  expect(await workers()).toBe(0);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect((await page.goto(`${portal.url}/en/offline/`))?.status()).toBe(404);
  await portal.stop();
  for (const left of [folder, dataDir]) await rm(left, { recursive: true, force: true });
});

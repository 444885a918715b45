import { rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BuildError, loadBuiltSite } from '../../../api/http/built-site.ts';
import { writeSmallSite } from '../support/small-site.ts';

async function failureOf(distDir: string): Promise<string> {
  const failure = await loadBuiltSite(distDir).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(BuildError);
  return (failure as BuildError).message;
}

describe('a build', () => {
  it('is loaded when it is whole', async () => {
    const { distDir, folder } = await writeSmallSite();
    const site = await loadBuiltSite(distDir);
    expect(site).toMatchObject({ id: 'b1', folder, snapshot: { articles: [], daysOff: [] } });
    expect(site.files.get('ja/index.html')).toMatchObject({ type: 'text/html; charset=utf-8' });
  });

  it('is missed where there is none, with what to do', async () => {
    const { distDir } = await writeSmallSite();
    const empty = join(distDir, 'empty');
    expect(await failureOf(empty)).toContain(`${empty} holds no site`);
    expect(await failureOf(empty)).toContain('npm run build');
  });

  it.each([[''], ['\n'], ['../../etc'], ['a/b'], ['.']])('is not looked for outside of its folder: %j', async (id) => {
    const { distDir } = await writeSmallSite();
    await writeFile(join(distDir, 'current'), id);
    expect(await failureOf(distDir)).toContain('holds no site');
  });

  it.each([['build.json'], ['portal.json']])('is not whole without its %s', async (name) => {
    const { distDir, folder } = await writeSmallSite();
    await rm(join(folder, name));
    expect(await failureOf(distDir)).toContain(`The site in ${folder} is not whole`);
  });

  it('is not whole when its list was cut off', async () => {
    const { distDir, folder } = await writeSmallSite();
    await truncate(join(folder, 'build.json'), 100);
    expect(await failureOf(distDir)).toContain(`The site in ${folder} is not whole`);
  });

  it('is not whole without a file that it lists, and says which', async () => {
    const { distDir, folder } = await writeSmallSite();
    await rm(join(folder, 'site/en/index.html'));
    expect(await failureOf(distDir)).toContain('en/index.html is missing or cut short');
  });

  it('is not whole when a file was cut short, and says which', async () => {
    const { distDir, folder } = await writeSmallSite();
    await truncate(join(folder, 'site/ja/index.html'), 3);
    expect(await failureOf(distDir)).toContain('ja/index.html is missing or cut short');
  });

  it.each([['br'], ['gz']])(
    'is not whole without a compressed copy that it lists, and says which: %s',
    async (coding) => {
      const { distDir, folder } = await writeSmallSite();
      await truncate(join(folder, `site/ja/index.html.${coding}`), 3);
      expect(await failureOf(distDir)).toContain(`ja/index.html.${coding} is missing or cut short`);
    },
  );
});

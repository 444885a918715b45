import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failToStart, startPortal } from '../../support/portal-process.ts';
import { copySample, type SampleCopy } from '../../support/sample-copy.ts';

let sample: SampleCopy;
beforeAll(async () => {
  sample = await copySample();
});
afterAll(() => sample.remove());

/** Every file of the current build with its size, hash and compressed sizes. */
async function builtFiles(): Promise<Record<string, unknown>> {
  const list = await readFile(
    join(sample.folder, 'dist/builds', (await sample.current()).trim(), 'build.json'),
    'utf8',
  );
  const { files } = JSON.parse(list) as { files: Record<string, unknown> };
  // Each build has a worker of its own.
  return { ...files, 'service-worker.js': null };
}

describe('building', () => {
  it('is left out when nothing changed since the last whole build', async () => {
    const before = await sample.current();
    const { code, output } = await sample.build('--if-changed');
    expect(code).toBe(0);
    expect(output).toContain('up to date');
    expect(await sample.current()).toBe(before);
  });

  it('a mistake in an article stops build and start with file and line, and the last site stays', async () => {
    const before = await sample.current();
    const article = join(sample.folder, 'content/faq/en/return-policy.mdx');
    const text = await readFile(article, 'utf8');
    await appendFile(article, '\n<Banner>Sale!</Banner>\n');
    const line = text.split('\n').length + 1;

    const built = await sample.build('--if-changed');
    expect(built.code).toBe(1);
    expect(built.output).toContain(`content/faq/en/return-policy.mdx:${line}`);
    expect(built.output).toContain('There is no component <Banner>');
    const started = await failToStart({ folder: sample.folder });
    expect(started.code).toBe(1);
    expect(started.output).toContain(`content/faq/en/return-policy.mdx:${line}`);
    expect(await sample.current()).toBe(before);
    await writeFile(article, text);
  });

  it('a page that does not compile stops build and start with file and line, and the last site stays', async () => {
    const before = await sample.current();
    const article = join(sample.folder, 'content/faq/en/back-in-stock.mdx');
    const text = await readFile(article, 'utf8');
    await appendFile(article, '\nThe price is {price.\n');
    const line = text.split('\n').length + 1;

    const built = await sample.build('--if-changed');
    expect(built.code).toBe(1);
    expect(built.output).toMatch(new RegExp(`content/faq/en/back-in-stock\\.mdx:${line}\\n.*This is not MDX`));
    const started = await failToStart({ folder: sample.folder });
    expect(started.code).toBe(1);
    expect(started.output).toContain(`content/faq/en/back-in-stock.mdx:${line}`);
    expect(await sample.current()).toBe(before);
    await writeFile(article, text);
  });

  it('again after an edit makes what a build without any memory makes', async () => {
    const article = join(sample.folder, 'content/faq/en/back-in-stock.mdx');
    const text = await readFile(article, 'utf8');
    await appendFile(article, '\n## A new heading\n\nThe edited page.\n');
    expect((await sample.build()).code).toBe(0);
    const again = await builtFiles();
    expect(again['en/faq/back-in-stock/index.html']).toBeDefined();
    await rm(join(sample.folder, 'dist'), { recursive: true });
    await rm(join(sample.folder, 'node_modules/.cache'), { recursive: true, force: true });
    expect((await sample.build()).code).toBe(0);
    expect(await builtFiles()).toEqual(again);
    await writeFile(article, text);
  });

  it('a published page that is gone without a successor stops the build, and leads there with one', async () => {
    const place = (name: string) => join(sample.folder, `content/guides/en/${name}.mdx`);
    const text = await readFile(place('track-your-parcel'), 'utf8');
    await rename(place('track-your-parcel'), place('follow-your-parcel'));
    const { code, output } = await sample.build();
    expect(code).toBe(1);
    expect(output).toContain('The page /en/guides/track-your-parcel/ is gone');
    expect(output).toContain('formerly: [guides/track-your-parcel] in content/guides/en/follow-your-parcel.mdx');
    await rename(place('follow-your-parcel'), place('track-your-parcel'));

    await writeFile(place('track-your-parcel'), text.replace('reviewed:', 'formerly: [guides/wash-shoes]\nreviewed:'));
    const portal = await startPortal({ folder: sample.folder });
    const answer = await fetch(`${portal.url}/en/guides/wash-shoes/?q=dry`, { redirect: 'manual' });
    expect(answer.status).toBe(308);
    expect(answer.headers.get('Location')).toBe('/en/guides/track-your-parcel/?q=dry');
    await portal.stop();
    await writeFile(place('track-your-parcel'), text);
  });
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { fingerprintSources } from '../../../site/build/fingerprint.ts';

async function projectWith(post: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'madoguchi-fingerprint-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'content/posts/en'), { recursive: true });
  await writeFile(join(root, 'content/portal.yaml'), 'timeZone: Asia/Tokyo\n');
  await writeFile(join(root, 'content/posts/en/walk.mdx'), post);
  return root;
}

const eve = Date.parse('2026-12-23T14:59:00Z');
const day = Date.parse('2026-12-23T15:00:00Z');

it.each(['2026-12-24', "'2026-12-24'"])(
  'a site is built anew when the day of a post comes, where the portal is: %s',
  async (at) => {
    const root = await projectWith(`---\npublished: ${at}\n---\n`);
    expect(await fingerprintSources(root, { now: day })).not.toBe(await fingerprintSources(root, { now: eve }));
    expect(await fingerprintSources(root, { now: day + 86_400_000 })).toBe(
      await fingerprintSources(root, { now: day }),
    );
  },
);

it('a site without a post that waits is the same tomorrow', async () => {
  const root = await projectWith('---\npublished: 2026-10-20\n---\n');
  expect(await fingerprintSources(root, { now: day })).toBe(await fingerprintSources(root, { now: eve }));
});

it('a site is built anew when the last day of a page is over, where the portal is', async () => {
  const root = await projectWith('---\npublished: 2026-10-20\n---\n');
  await mkdir(join(root, 'content/faq/ja'), { recursive: true });
  await writeFile(join(root, 'content/faq/ja/sale.mdx'), '---\ntitle: セール\nexpires: 2026-08-31\n---\n');
  const at = (time: string) => fingerprintSources(root, { now: Date.parse(time) });
  const before = await at('2026-08-01T12:00:00+09:00');
  expect(await at('2026-08-31T23:59:59+09:00')).toBe(before);
  const after = await at('2026-09-01T00:00:00+09:00');
  expect(after).not.toBe(before);
  expect(await at('2026-10-01T00:00:00+09:00')).toBe(after);
});

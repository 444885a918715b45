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

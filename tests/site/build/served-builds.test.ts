import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { markServed } from '../../../api/http/serving-mark.ts';
import { markMade, servedBuilds } from '../../../site/build/served-builds.ts';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-served-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

it('a build is served until the process that serves it says otherwise', async () => {
  const folder = await emptyFolder();
  expect(await servedBuilds(folder)).toEqual([]);
  const release = await markServed(folder, 'b1');
  expect(await servedBuilds(folder)).toEqual(['b1']);
  await release();
  expect(await servedBuilds(folder)).toEqual([]);
});

it('a build is nobody else’s to take away while it is made, even by a process that serves another', async () => {
  const folder = await emptyFolder();
  const release = await markServed(folder, 'b1');
  const unmark = await markMade(folder, 'b2');
  expect((await servedBuilds(folder)).sort()).toEqual(['b1', 'b2']);
  await unmark();
  expect(await servedBuilds(folder)).toEqual(['b1']);
  await release();
});

it('the mark of a process that is gone counts for nothing, and is forgotten', async () => {
  const folder = await emptyFolder();
  const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(gone, 'exit');
  await mkdir(join(folder, 'serving'));
  await writeFile(join(folder, 'serving', String(gone.pid)), 'b1\n');
  await writeFile(join(folder, 'serving', `${gone.pid}.building`), 'b2\n');
  expect(await servedBuilds(folder)).toEqual([]);
  expect(await readdir(join(folder, 'serving'))).toEqual([]);
});

it('a folder that cannot be written is served all the same', async () => {
  const file = join(await emptyFolder(), 'dist');
  await writeFile(file, '');
  const release = await markServed(file, 'b1');
  await expect(release()).resolves.toBeUndefined();
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPortal } from '../../support/portal-process.ts';
import { copySample, type SampleCopy } from '../../support/sample-copy.ts';

let sample: SampleCopy;
beforeAll(async () => {
  sample = await copySample();
});
afterAll(() => sample.remove());

describe('the build that is served', () => {
  it('a build that is killed leaves the last site as it was', async () => {
    const before = await sample.current();
    await appendFile(join(sample.folder, 'content/portal.yaml'), '\n# changed\n');
    const child = spawn(process.execPath, [join(sample.folder, 'site/build/main.ts')], { cwd: sample.folder });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await sample.current()).toBe(before);
    const portal = await startPortal({ folder: sample.folder });
    expect((await fetch(`${portal.url}/ja/`)).status).toBe(200);
    await portal.stop();
    expect(await sample.current()).not.toBe(before);
  });

  it('a site with a file missing is said to be not whole, and is built again at start', async () => {
    const id = (await sample.current()).trim();
    await rm(join(sample.folder, 'dist/builds', id, 'site/ja/index.html'));
    const portal = await startPortal({ folder: sample.folder });
    expect(portal.output()).toContain('is not whole: ja/index.html');
    expect((await fetch(`${portal.url}/ja/`)).status).toBe(200);
    await portal.stop();
  });

  it('stays as long as it is served, however many builds follow', async () => {
    const portal = await startPortal({ folder: sample.folder });
    const served = (await sample.current()).trim();
    const builds = () => readdir(join(sample.folder, 'dist/builds'));
    for (let count = 0; count < 2; count += 1) {
      await appendFile(join(sample.folder, 'content/portal.yaml'), '\n# changed\n');
      expect((await sample.build()).code).toBe(0);
    }
    expect(await builds()).toContain(served);
    expect((await fetch(`${portal.url}/en/faq/warranty/`)).status).toBe(200);
    await portal.stop();
    expect((await sample.build()).code).toBe(0);
    expect(await builds()).not.toContain(served);
    expect(await readdir(join(sample.folder, 'dist/serving'))).toEqual([]);
  });
});

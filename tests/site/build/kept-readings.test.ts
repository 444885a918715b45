import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { keptReadings } from '../../../site/build/kept-readings.ts';

let root = '';
const keptIn = () => join(root, 'node_modules/.cache/madoguchi/readings.json');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'madoguchi-readings-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await mkdir(join(root, 'site/build'), { recursive: true });
  await writeFile(join(root, 'site/build/readings.ts'), '// reads');
});

/** Puts a reading into what is kept that no dictionary has: who gets it was given what is kept. */
async function mark(): Promise<void> {
  const kept = JSON.parse(await readFile(keptIn(), 'utf8')) as { readings: Record<string, string> };
  await writeFile(keptIn(), JSON.stringify({ ...kept, readings: { ...kept.readings, 靴: 'しるし' } }));
}

describe('kept readings', () => {
  it('are those of the last build as long as it asked for the same texts', async () => {
    expect(await keptReadings(root, ['靴'])).toMatchObject({ 靴: 'くつ' });
    await mark();
    expect(await keptReadings(root, ['靴'])).toMatchObject({ 靴: 'しるし' });
  });

  it('are not used for other texts, nor by other code', async () => {
    await keptReadings(root, ['靴']);
    await mark();
    expect(await keptReadings(root, ['靴', '紐'])).toMatchObject({ 靴: 'くつ', 紐: 'ひも' });
    await mark();
    await appendFile(join(root, 'site/build/readings.ts'), '// otherwise');
    expect(await keptReadings(root, ['靴', '紐'])).toMatchObject({ 靴: 'くつ' });
  });

  it('are made again when the file is cut off', async () => {
    await mkdir(dirname(keptIn()), { recursive: true });
    await writeFile(keptIn(), '{"readers":');
    expect(await keptReadings(root, ['靴'])).toMatchObject({ 靴: 'くつ' });
  });
});

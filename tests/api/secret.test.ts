import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSecret, SecretError } from '../../api/secret.ts';

async function makeDataFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-data-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { folder, file: join(folder, 'portal.key') };
}

describe('the key for what is signed', () => {
  it('is the one of the configuration, and then none is kept', async () => {
    const { folder } = await makeDataFolder();
    expect(await readSecret('a key of more than thirty-two characters', folder)).toBe(
      'a key of more than thirty-two characters',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('is made by the first start, for nobody else to read, and stays', async () => {
    const { folder, file } = await makeDataFolder();
    const secret = await readSecret(undefined, folder);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['portal.key']);
    expect(await readSecret(undefined, folder)).toBe(secret);
  });

  it('is another one in another data folder', async () => {
    const [one, other] = [await makeDataFolder(), await makeDataFolder()];
    expect(await readSecret(undefined, one.folder)).not.toBe(await readSecret(undefined, other.folder));
  });

  it.each([[''], ['\n'], ['half-a-key\n']])(
    'is not replaced when its file holds %j: it says what to do',
    async (text) => {
      const { folder, file } = await makeDataFolder();
      await writeFile(file, text);
      const failure = await readSecret(undefined, folder).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(SecretError);
      expect((failure as SecretError).message).toContain(file);
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );
});

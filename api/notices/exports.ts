import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes files into `<dataDir>/exported`, which any web server may serve over the build. Each is whole at every moment:
 * it is written beside that folder, where nobody serves it, and moved in. One that is as it was stays untouched.
 */
export function createExports(dataDir: string) {
  const written = new Map<string, string>();
  return async (files: ReadonlyMap<string, string>): Promise<void> => {
    for (const [path, text] of files) {
      if (written.get(path) === text) continue;
      await writeWhole(join(dataDir, 'exporting'), join(dataDir, 'exported', path), text);
      written.set(path, text);
    }
  };
}

async function writeWhole(beside: string, file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(beside, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}

import { access, glob, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the files of any language stand, whether or not the portal still speaks it. */
const places = ['notices/*.json', '*/notices/index.html', '*/notices/feed.xml'];

/**
 * Writes files into `<dataDir>/exported`, which any web server may serve over the build. Each is whole at every moment:
 * it is written beside that folder, where nobody serves it, and moved in. One that is as it was stays untouched; one that
 * is not among them any more is taken away.
 */
export function createExports(dataDir: string) {
  const folder = join(dataDir, 'exported');
  const written = new Map<string, string>();
  return async (files: ReadonlyMap<string, string>): Promise<void> => {
    for (const [path, text] of files) {
      if (written.get(path) === text && (await isThere(join(folder, path)))) continue;
      await writeWhole(join(dataDir, 'exporting'), join(folder, path), text);
      written.set(path, text);
    }
    for await (const path of glob(places, { cwd: folder })) {
      if (!files.has(path.replaceAll('\\', '/'))) await rm(join(folder, path), { force: true });
    }
  };
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
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

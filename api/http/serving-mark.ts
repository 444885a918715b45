import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Says in `serving/<pid>` which build this process serves, so that no build that follows takes it away
 * (`site/build/served-builds.ts`). Gives back what takes the mark away again.
 */
export async function markServed(distDir: string, id: string): Promise<() => Promise<void>> {
  const mark = join(distDir, 'serving', String(process.pid));
  try {
    await mkdir(join(distDir, 'serving'), { recursive: true });
    await writeFile(mark, `${id}\n`);
  } catch {
    // A folder that cannot be written is served all the same.
  }
  return () => rm(mark, { force: true }).catch(() => undefined);
}

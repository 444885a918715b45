import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The ids of builds that processes serve which run now (`api/http/serving-mark.ts`). Forgets marks of those that do not. */
export async function servedBuilds(distDir: string): Promise<string[]> {
  const folder = join(distDir, 'serving');
  const pids = await readdir(folder).catch(() => []);
  const served = await Promise.all(
    pids.map(async (pid) => {
      // It may stop, and take its mark away, while this looks.
      if (isRunning(Number(pid))) return (await readFile(join(folder, pid), 'utf8').catch(() => '')).trim();
      await rm(join(folder, pid), { force: true });
      return '';
    }),
  );
  return served.filter(Boolean);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

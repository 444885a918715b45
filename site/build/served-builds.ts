import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Says in `serving/<pid>.building` which build this process makes, so that another one that is made at the same time does
 * not take it away. Gives back what takes the mark away again.
 */
export async function markMade(distDir: string, id: string): Promise<() => Promise<void>> {
  const mark = join(distDir, 'serving', `${process.pid}.building`);
  await mkdir(join(distDir, 'serving'), { recursive: true });
  await writeFile(mark, `${id}\n`);
  return () => rm(mark, { force: true });
}

/**
 * The ids of builds that processes which run now serve (`api/http/serving-mark.ts`) or make. Forgets marks of those that
 * do not run.
 */
export async function servedBuilds(distDir: string): Promise<string[]> {
  const folder = join(distDir, 'serving');
  const pids = await readdir(folder).catch(() => []);
  const served = await Promise.all(
    pids.map(async (pid) => {
      // It may stop, and take its mark away, while this looks.
      if (isRunning(Number.parseInt(pid, 10)))
        return (await readFile(join(folder, pid), 'utf8').catch(() => '')).trim();
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

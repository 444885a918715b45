import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cast } from '../../support/cast.ts';
import { freePort, startPortal } from '../../support/portal-process.ts';
import type { Hits, Salvo } from './cannon.ts';

const run = promisify(execFile);

export interface Target {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** The portal as it is run, behind a proxy on this machine; limits are as always. */
export async function startTarget(env: Record<string, string> = {}) {
  const portal = await startPortal({ env: { LOG_LEVEL: 'error', TRUSTED_PROXIES: '127.0.0.1', ...env } });
  return { ...portal, url: `http://127.0.0.1:${portal.port}` };
}

/** A bare peer on a database file or a folder. */
export async function startPeer(name: string, place: string): Promise<Target> {
  const port = await freePort();
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, 'peers.ts'), name, String(port), place],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (child.stdout) await once(child.stdout, 'data');
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** Fires from a process of its own. */
export async function shoot(salvo: Salvo): Promise<Hits> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'cannon.ts'), JSON.stringify(salvo)]);
  return JSON.parse(stdout) as Hits;
}

/** Processor time that a process has had, in microseconds; 0 where the system does not tell (other than Linux). */
export async function processorTimeUs(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticksPerSecond = 100;
  return ((Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond) * 1_000_000;
}

/** The cookie of an owner, set up with the one-time link. */
export async function ownerCookie(url: string, setupUrl: string | null): Promise<string> {
  const { name, email, password, language } = cast.emma;
  const response = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, email, password, language, token: setupUrl?.split('#setup=')[1] }),
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** The folder of the site that is served. */
export async function servedFolder(distDir: string): Promise<string> {
  const id = (await readFile(join(distDir, 'current'), 'utf8')).trim();
  return join(distDir, 'builds', id, 'site');
}

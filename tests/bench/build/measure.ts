import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';

/** What one run of a program took. */
export interface Cost {
  wallSeconds: number;
  /** User and system, of all its processes. */
  cpuSeconds: number;
  /** Resident at the same moment, all its processes together. */
  peakMegabytes: number;
}

const sampleMs = 50;
const pageBytes = 4096;

/** Runs a program in a folder and measures it. Throws with its last words when it fails. */
export async function measure(folder: string, command: string, args: readonly string[]): Promise<Cost> {
  // Only a shell can say what processes cost that are gone.
  const child = spawn('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$@"', 'bash', command, ...args], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  let peak = 0;
  let isSampling = false;
  const sample = async (pid: number) => {
    isSampling = true;
    peak = Math.max(peak, await residentBytes(pid));
    isSampling = false;
  };
  const sampling = setInterval(() => {
    if (child.pid && !isSampling) void sample(child.pid);
  }, sampleMs);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(sampling);
  const [wall, user, system] = /([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(said)?.slice(1).map(Number) ?? [];
  if (code !== 0 || wall === undefined || user === undefined || system === undefined) {
    throw new Error(`${command} ${args.join(' ')} failed in ${folder}:\n${said.slice(-2000)}`);
  }
  return { wallSeconds: wall, cpuSeconds: user + system, peakMegabytes: peak / 1e6 };
}

/** Of a process and all its descendants, as /proc has them. */
async function residentBytes(root: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const processes = await Promise.all(pids.map(async (pid) => ({ pid: Number(pid), ...(await processAt(pid)) })));
  const family = new Set([root]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  return processes.filter(({ pid }) => family.has(pid)).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** A process may end while it is looked at. */
async function processAt(pid: string): Promise<{ parent: number; bytes: number }> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // Its name is in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), bytes: Number(fields[21]) * pageBytes };
  } catch {
    return { parent: 0, bytes: 0 };
  }
}

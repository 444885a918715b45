import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const pageBytes = 4096;
const tickMs = 10;

export interface Usage {
  /** That it has worked, since it began. */
  cpuMs: number;
  /** That it has of the machine's memory. */
  bytes: number;
}

/**
 * Memory beyond the heap is nothing that Node limits, and a busy process cannot tell its time: both are looked at from
 * outside (proc(5)). `null` where the system does not tell (other than Linux).
 */
export async function usageOf(pid: number | undefined): Promise<Usage | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user = NaN, system = NaN, pages = NaN] = [fields[11], fields[12], fields[21]];
  return Number.isFinite(user + system + pages) ? { cpuMs: (user + system) * tickMs, bytes: pages * pageBytes } : null;
}

/** The most memory that this process has had. What `resourceUsage` says begins with that of the process that started it. */
export function peakBytes(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

import { readFile } from 'node:fs/promises';
import autocannon from 'autocannon';
import type { PortalProcess } from '../../support/portal-process.ts';

/** What is asked for again and again: one address, or several in turn. */
export interface Row {
  name: string;
  paths: readonly string[];
  cookie?: string;
  headers?: Record<string, string>;
  /** How many ask at once, where it is not everybody. */
  connections?: number;
  /** For answers that no mark is set for. */
  hasNoMark?: boolean;
}

const mark = 100;

/** Asks with so many connections for so long, and prints how long the answers took; what misses the mark fails the run. */
export function asking(portal: PortalProcess, { connections, seconds }: { connections: number; seconds: number }) {
  return async ({ name, paths, cookie, headers, connections: few, hasNoMark = false }: Row): Promise<void> => {
    const [path = '/'] = paths;
    const sent = {
      Accept: path.startsWith('/api/') ? 'application/json' : 'text/html',
      ...(cookie ? { Cookie: cookie } : {}),
      ...headers,
    };
    const first = await fetch(`${portal.url}${path}`, { headers: sent });
    await first.arrayBuffer();
    if (first.status !== 200) {
      process.stdout.write(`${name.padEnd(56)} answered with ${first.status}: left out\n`);
      if (path.startsWith('/api/')) process.exitCode = 1;
      return;
    }
    const before = await busyMs(portal.pid);
    const result = await autocannon({
      url: portal.url,
      headers: sent,
      requests: paths.map((each) => ({ method: 'GET', path: each })),
      connections: few ?? connections,
      duration: seconds,
      reconnectRate: 5000,
    });
    const { p50, p97_5, max } = result.latency;
    const failed = result.non2xx + result.errors + result.timeouts;
    const isMet = (hasNoMark || p97_5 <= mark) && failed === 0;
    if (!isMet) process.exitCode = 1;
    const cost = ((await busyMs(portal.pid)) - before) / Math.max(1, result.requests.total);
    const figures = [p50, p97_5, max, result.requests.average].map((figure) => figure.toFixed(0).padStart(11));
    const wrong = isMet ? '' : failed > 0 ? `  ${failed} FAILED` : `  NOT MET: ${mark} ms`;
    process.stdout.write(`${name.padEnd(56)}${figures.join('')}${cost.toFixed(2).padStart(11)}${wrong}\n`);
  };
}

export const heading = `${''.padEnd(56)}     p50 ms   p97.5 ms     max ms   a second     CPU ms\n`;

/** How long the thread that answers has worked; 0 where the system doesn't say (it is Linux that does). */
async function busyMs(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').catch(() => '0');
  return Number(text.split(' ')[0]) / 1e6;
}

export async function memoryMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

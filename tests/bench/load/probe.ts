import { appendFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/*
 * Goes along in the portal's process (`node --import`): once a second, writes a line of JSON with its memory, its processor
 * time and the lag of its event loop since PROBE_AFTER_SECONDS into the file that PROBE_FILE names.
 */

const file = process.env['PROBE_FILE'];
const afterSeconds = Number(process.env['PROBE_AFTER_SECONDS'] ?? 0);
const resolutionMs = 5;

// A build that the start makes runs with the same environment, and is none of ours.
if (file && process.argv[1]?.endsWith('server.ts')) {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  setTimeout(() => delay.reset(), afterSeconds * 1000).unref();
  // What is measured is from one tick of a timer to the next.
  const lagMs = (ns: number) => Math.max(0, ns / 1e6 - resolutionMs);
  setInterval(() => {
    const { rss, heapUsed } = process.memoryUsage();
    const sample = { rss, heapUsed, p99Ms: lagMs(delay.percentile(99)), maxMs: lagMs(delay.max) };
    appendFileSync(file, `${JSON.stringify(sample)}\n`);
  }, 1000).unref();
}

import type { Hits } from './cannon.ts';

export const heading = `${''.padEnd(44)}  per second      p50 ms      p99 ms      max ms    failed   CPU µs each\n`;

/** `processorUs`: processor time of the server for each answer; it says more than the rate while others use the machine. */
export function row(name: string, { perSecond, p50Ms, p99Ms, maxMs, failed, ok }: Hits, processorUs = 0): string {
  const figures = [
    perSecond.toFixed(0),
    p50Ms.toFixed(1),
    p99Ms.toFixed(1),
    maxMs.toFixed(0),
    String(failed),
    (processorUs / ok).toFixed(0),
  ];
  return `${name.padEnd(44)}${figures.map((figure) => figure.padStart(12)).join('')}\n`;
}

/** Says whether a figure is what it has to be; one that is not makes the run fail. */
export function verdict(what: string, isMet: boolean): string {
  if (!isMet) process.exitCode = 1;
  return `${isMet ? 'met     ' : 'NOT MET '} ${what}\n`;
}

import { median } from '../search/percentiles.ts';
import { say } from '../search/say.ts';
import type { Cost } from './measure.ts';

export interface Row {
  name: string;
  costs: readonly Cost[];
}

/** Prints the medians of each row, and how its wall time stands to that of one of them. */
export function printTable(rows: readonly Row[], against: string): void {
  const wallOf = ({ costs }: Row) => median(costs.map(({ wallSeconds }) => wallSeconds));
  const base = rows.find(({ name }) => name === against);
  say(`${''.padEnd(50)}${['wall s', 'CPU s', 'peak MB', 'ratio'].map((head) => head.padStart(9)).join('')}\n`);
  for (const row of rows) {
    const cells = [
      wallOf(row).toFixed(1),
      median(row.costs.map(({ cpuSeconds }) => cpuSeconds)).toFixed(1),
      median(row.costs.map(({ peakMegabytes }) => peakMegabytes)).toFixed(0),
      base ? (wallOf(row) / wallOf(base)).toFixed(2) : '',
    ];
    say(`${row.name.padEnd(50)}${cells.map((cell) => cell.padStart(9)).join('')}\n`);
  }
  say(`ratio: wall time against ${against}\n`);
}

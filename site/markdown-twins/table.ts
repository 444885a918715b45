import type { HTMLElement } from 'node-html-parser';
import { inlineOf } from './inline.ts';

/** A table in pipes; its first row is its head. */
export function tableOf(table: HTMLElement, url: string): string {
  const rows = table
    .querySelectorAll('tr')
    .map((row) =>
      row.childNodes
        .filter((cell): cell is HTMLElement => /^T[HD]$/.test((cell as HTMLElement).tagName ?? ''))
        .map((cell) => inlineOf(cell.childNodes, url).replaceAll('|', '\\|').replaceAll(/\s*\n/g, ' ')),
    );
  const [head = [], ...body] = rows;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

import { textStream } from './text-stream.ts';

type Cell = string | number | boolean | null | undefined;
type Row = readonly Cell[];

/** Excel in Japanese takes a file without this for Shift JIS. */
const byteOrderMark = '\uFEFF';

/** What spreadsheets take for a formula, with the full-width signs that Japanese ones accept (OWASP, CSV injection). */
const beginsFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A table as CSV (RFC 4180) that spreadsheets show and never run: text that would be a formula gets an apostrophe before
 * it. Numbers stay numbers, negative ones too.
 */
export function csvOf(head: readonly string[], rows: Iterable<Row>): string {
  return byteOrderMark + linesOf([head, ...rows]);
}

/** The same, for a table that is longer than memory should hold: some rows after the other, as fast as they are read. */
export function csvStream(head: readonly string[], batches: AsyncIterable<Iterable<Row>>): ReadableStream<Uint8Array> {
  return textStream(partsOf(head, batches));
}

/** Headers for such a table as a download. `name` is the file's, without its ending; letters, digits and hyphens. */
export function csvHeaders(name: string): Record<string, string> {
  return {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name.replaceAll(/[^\w-]/g, '-')}.csv"`,
    'Cache-Control': 'no-store',
  };
}

async function* partsOf(head: readonly string[], batches: AsyncIterable<Iterable<Row>>): AsyncGenerator<string, void> {
  yield csvOf(head, []);
  for await (const rows of batches) yield linesOf(rows);
}

function linesOf(rows: Iterable<Row>): string {
  return Array.from(rows, (row) => `${row.map(asField).join(',')}\r\n`).join('');
}

function asField(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  // Control characters say nothing in a table, and some hide what follows them.
  const text = cell.replaceAll('\0', '');
  const safe = beginsFormula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

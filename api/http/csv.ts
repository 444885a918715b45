type Cell = string | number | boolean | null | undefined;

/** Excel in Japanese takes a file without this for Shift JIS. */
const byteOrderMark = '\uFEFF';

/** What spreadsheets take for a formula, with the full-width signs that Japanese ones accept (OWASP, CSV injection). */
const beginsFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A table as CSV (RFC 4180) that spreadsheets show and never run: text that would be a formula gets an apostrophe before
 * it. Numbers stay numbers, negative ones too.
 */
export function csvOf(head: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [head, ...rows].map((row) => row.map(asField).join(','));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

/** Headers for such a table as a download. `name` is the file's, without its ending; letters, digits and hyphens. */
export function csvHeaders(name: string): Record<string, string> {
  return {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name.replaceAll(/[^\w-]/g, '-')}.csv"`,
    'Cache-Control': 'no-store',
  };
}

function asField(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  // Control characters say nothing in a table, and some hide what follows them.
  const text = cell.replaceAll('\0', '');
  const safe = beginsFormula.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

import { lineAt } from './head.ts';

export type Range = readonly [start: number, end: number];

export interface Between {
  ranges: Range[];
  /** Whether the last boundary was there. */
  isClosed: boolean;
}

const lookBytes = 64 * 1024;

/** What stands between the lines of a boundary (RFC 2046, 5.1.1). Without a last one, the last part goes to the end. */
export function rangesBetween(raw: Uint8Array, boundary: string, [start, end]: Range, most: number): Between {
  const ranges: Range[] = [];
  if (boundary === '') return { ranges, isClosed: false };
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length);
  const delimiter = Buffer.from(`--${boundary}`);
  let open: number | null = null;
  for (let at = bytes.indexOf(delimiter, start); at !== -1 && at < end; at = bytes.indexOf(delimiter, at + 1)) {
    if (at > start && bytes[at - 1] !== 0x0a) continue;
    const [lineEnd, next] = lineAt(raw, at, end);
    const tail = bytes.subarray(at + delimiter.length, lineEnd).toString('latin1', 0, 80);
    const isLast = tail.startsWith('--');
    // Another boundary that begins with this one.
    if (!isLast && tail.trim() !== '') continue;
    if (open !== null) ranges.push([open, beforeLineBreak(bytes, open, at)]);
    if (isLast) return { ranges, isClosed: true };
    // The last range has all the rest.
    if (ranges.length >= most) return { ranges: [...ranges, [next, end]], isClosed: true };
    open = next;
  }
  if (open !== null && open < end) ranges.push([open, end]);
  return { ranges, isClosed: false };
}

/** The line break before a boundary belongs to it. */
function beforeLineBreak(bytes: Uint8Array, open: number, at: number): number {
  const feed = at - 1;
  return Math.max(open, feed > open && bytes[feed - 1] === 0x0d ? feed - 1 : feed);
}

/** The boundary that is in use although the head names another: a line of two dashes before a head. */
export function boundarySeen(raw: Uint8Array, start: number, end: number): string {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString(
    'latin1',
    start,
    Math.min(end, start + lookBytes),
  );
  return /^--([^\s].{0,199}?)[ \t]*\r?\nContent-[A-Za-z-]{2,40}:/m.exec(text)?.[1] ?? '';
}

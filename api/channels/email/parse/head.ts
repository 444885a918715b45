import { decodeText } from './charsets.ts';

/** The fields of a head, in their order, unfolded, as text; encoded words are still encoded. */
export class Head {
  readonly fields: readonly (readonly [name: string, value: string])[];

  constructor(fields: readonly (readonly [string, string])[]) {
    this.fields = fields;
  }

  /** The first of a name: later ones decide nothing. */
  first(name: string): string | null {
    return this.fields.find(([field]) => field === name)?.[1] ?? null;
  }

  all(name: string): string[] {
    return this.fields.filter(([field]) => field === name).map(([, value]) => value);
  }
}

interface FoundHead {
  head: Head;
  /** Where the body begins. */
  bodyStart: number;
  isTooLong: boolean;
}

const fieldName = /^[!-9;-~]{1,100}[ \t]*:/;
const mboxLine = /^>?From /;
const mostFields = 2_000;

/**
 * Reads the head that begins at `start`. What is no field and continues none begins the body, as if the empty line had
 * been forgotten. Senders in Japan write Shift_JIS and JIS without saying so: each field is decoded for itself.
 */
export function readHead(raw: Uint8Array, start: number, end: number, mostBytes: number): FoundHead {
  const fields: { name: string; lines: Uint8Array[] }[] = [];
  for (let at = start; at < end;) {
    if (at - start >= mostBytes || fields.length >= mostFields)
      return { head: headOf(fields), bodyStart: afterEmptyLine(raw, at, end), isTooLong: true };
    const [lineEnd, next] = lineAt(raw, at, end);
    const line = raw.subarray(at, Math.min(lineEnd, at + mostBytes));
    if (line.length === 0) return { head: headOf(fields), bodyStart: next, isTooLong: false };
    const begin = Buffer.from(line.buffer, line.byteOffset, Math.min(line.length, 120)).toString('latin1');
    const last = fields.at(-1);
    const colon = begin.indexOf(':');
    if (last && (line[0] === 0x20 || line[0] === 0x09)) last.lines.push(line);
    else if (fieldName.test(begin))
      fields.push({ name: begin.slice(0, colon).trim().toLowerCase(), lines: [line.subarray(colon + 1)] });
    else if (at !== start || !mboxLine.test(begin)) return { head: headOf(fields), bodyStart: at, isTooLong: false };
    at = next;
  }
  return { head: headOf(fields), bodyStart: end, isTooLong: false };
}

function headOf(fields: readonly { name: string; lines: Uint8Array[] }[]): Head {
  return new Head(fields.map(({ name, lines }) => [name, unfolded(lines)]));
}

function afterEmptyLine(raw: Uint8Array, from: number, end: number): number {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, end);
  const found = ['\r\n\r\n', '\n\n'].map((empty) => ({ at: bytes.indexOf(empty, from), length: empty.length }));
  const [first] = found.filter(({ at }) => at !== -1).toSorted((one, other) => one.at - other.at);
  return first ? first.at + first.length : end;
}

function unfolded(lines: Uint8Array[]): string {
  return decodeText(Buffer.concat(lines), null)
    .text.replaceAll(/[\r\n\0]+/g, ' ')
    .trim();
}

/** Where the line ends, and where the next one begins. */
export function lineAt(raw: Uint8Array, at: number, end: number): [lineEnd: number, next: number] {
  const feed = raw.indexOf(0x0a, at);
  if (feed === -1 || feed >= end) return [end, end];
  return [feed > at && raw[feed - 1] === 0x0d ? feed - 1 : feed, feed + 1];
}

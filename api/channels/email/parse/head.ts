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
  let at = start;
  let isTooLong = false;
  while (at < end) {
    const [lineEnd, next] = lineAt(raw, at, end);
    const line = raw.subarray(at, lineEnd);
    if (line.length === 0) {
      at = next;
      break;
    }
    const isWithin = at - start < mostBytes && fields.length < mostFields;
    const last = fields.at(-1);
    const begin = Buffer.from(line.buffer, line.byteOffset, Math.min(line.length, 120)).toString('latin1');
    if (last && (line[0] === 0x20 || line[0] === 0x09)) {
      if (isWithin) last.lines.push(line.subarray(0, mostBytes));
    } else if (fieldName.test(begin)) {
      const colon = begin.indexOf(':');
      const value = line.subarray(colon + 1, colon + 1 + mostBytes);
      if (isWithin) fields.push({ name: begin.slice(0, colon).trim().toLowerCase(), lines: [value] });
    } else if (at !== start || !mboxLine.test(begin)) break;
    isTooLong ||= !isWithin;
    at = next;
  }
  const decoded = fields.map(({ name, lines }) => [name, unfolded(lines)] as const);
  return { head: new Head(decoded), bodyStart: at, isTooLong };
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

import { decodeText } from './charsets.ts';
import { decodedWords } from './encoded-words.ts';

/** `multipart/mixed; boundary="x"`: the value in small letters, its parameters decoded. */
export interface StructuredHeader {
  value: string;
  parameters: ReadonlyMap<string, string>;
}

interface Segment {
  number: number;
  isExtended: boolean;
  value: string;
}

const mostParameters = 200;
const mostCharacters = 60_000;

/** Reads parameters of RFC 2045, those of RFC 2231, and what is sent in their place: encoded words, raw bytes. */
export function structuredHeader(header: string): StructuredHeader {
  const [value = '', ...rest] = piecesOf(header.slice(0, mostCharacters));
  const plain = new Map<string, string>();
  const segments = new Map<string, Segment[]>();
  for (const piece of rest.slice(0, mostParameters)) {
    const equals = piece.indexOf('=');
    if (equals === -1) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    const given = piece.slice(equals + 1).trim();
    const { 1: base = '', 2: number, 3: star } = /^([^*]+)(?:\*(\d{1,3}))?(\*)?$/.exec(name) ?? [];
    if (base === '') continue;
    if (number === undefined && star === undefined) {
      if (!plain.has(base)) plain.set(base, decodedWords(given));
      continue;
    }
    const theirs = segments.get(base) ?? [];
    theirs.push({ number: Number(number ?? 0), isExtended: star !== undefined, value: given });
    segments.set(base, theirs);
  }
  for (const [name, theirs] of segments) plain.set(name, joined(theirs));
  return { value: value.trim().toLowerCase(), parameters: plain };
}

/** RFC 2231, 3 and 4: the charset stands before the first piece, and pieces may be cut within characters. */
function joined(segments: Segment[]): string {
  const inOrder = segments.toSorted((one, other) => one.number - other.number);
  let charset: string | null = null;
  const bytes = inOrder.map(({ isExtended, value }, index) => {
    if (!isExtended) return Buffer.from(value);
    const named = index === 0 ? /^([^']*)'[^']*'(.*)$/s.exec(value) : null;
    if (named) charset = named[1] ?? null;
    return percentBytes(named?.[2] ?? value);
  });
  return decodedWords(decodeText(Buffer.concat(bytes), charset).text);
}

function percentBytes(value: string): Buffer {
  return Buffer.concat(
    value
      .split(/(%[0-9A-Fa-f]{2})/)
      .map((piece) => (/^%[0-9A-Fa-f]{2}$/.test(piece) ? Buffer.from(piece.slice(1), 'hex') : Buffer.from(piece))),
  );
}

/** Cut at semicolons, without quotes and comments. A backslash escapes quotes only: paths of Windows are sent, too. */
function piecesOf(header: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let isQuoted = false;
  let comments = 0;
  for (let at = 0; at < header.length; at += 1) {
    const character = header.charAt(at);
    const next = header.charAt(at + 1);
    if (isQuoted && character === '\\' && (next === '"' || next === '\\')) {
      piece += next;
      at += 1;
    } else if (comments === 0 && character === '"') isQuoted = !isQuoted;
    else if (isQuoted) piece += character;
    else if (character === '(' && (comments > 0 || /^[\s;]?$/.test(header.charAt(at - 1)))) comments += 1;
    else if (character === ')' && comments > 0) comments -= 1;
    else if (comments > 0) continue;
    else if (character === ';') {
      pieces.push(piece);
      piece = '';
    } else piece += character;
  }
  pieces.push(piece);
  return pieces;
}

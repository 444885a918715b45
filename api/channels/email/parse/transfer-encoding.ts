const sliceBytes = 1024 * 1024;

/** The content of a body, piece by piece: what is large never lies in memory twice. Bad characters are passed over. */
export function* decodedBody(body: Uint8Array, encoding: string): Generator<Uint8Array> {
  if (encoding === 'base64') yield* base64Pieces(body);
  else if (encoding === 'quoted-printable') yield quotedBytes(body);
  else for (let at = 0; at < body.length; at += sliceBytes) yield body.subarray(at, at + sliceBytes);
}

/** The first bytes of a body's content, `mostBytes` at most and a little more. */
export function decodedStart(body: Uint8Array, encoding: string, mostBytes: number): Uint8Array {
  // Three bytes in base64 are four characters and some line ends; one in quoted-printable is three at most.
  const raw = body.subarray(0, encoding === 'quoted-printable' ? mostBytes * 3 : mostBytes * 1.5);
  return Buffer.concat([...decodedBody(raw, encoding)]).subarray(0, mostBytes);
}

export function base64Bytes(text: string): Uint8Array {
  return Buffer.concat([...base64Pieces(Buffer.from(text, 'latin1'))]);
}

/** Padding ends a unit, not the content: some pad every line. */
function* base64Pieces(body: Uint8Array): Generator<Uint8Array> {
  // A slice is a multiple of four letters.
  const letters = Buffer.alloc(Math.min(sliceBytes, body.length));
  for (let at = 0; at < body.length;) {
    const [length, next] = takeLetters(body, at, letters);
    // A letter alone is cut off.
    if (length > 1) yield Buffer.from(letters.toString('latin1', 0, length), 'base64');
    at = next;
  }
}

/** Copies letters until there is padding, or no more room; how many, and where to go on. */
function takeLetters(body: Uint8Array, from: number, letters: Uint8Array): [length: number, next: number] {
  let length = 0;
  let at = from;
  for (; at < body.length && length < letters.length; at += 1) {
    const byte = body[at] ?? 0;
    if (isLetter[byte] === 1) letters[length++] = byte;
    else if (byte === 0x3d && length > 0) return [length, at + 1];
  }
  return [length, at];
}

const isLetter = Uint8Array.from({ length: 256 }, (_, byte) => Number(/[A-Za-z0-9+/]/.test(String.fromCharCode(byte))));

/** RFC 2045, 6.7. What is no escape stands for itself. */
export function quotedBytes(from: Uint8Array | string): Uint8Array {
  const source = typeof from === 'string' ? Buffer.from(from) : from;
  const out = new Uint8Array(source.length);
  let length = 0;
  for (let at = 0; at < source.length; at += 1) {
    const byte = source[at] ?? 0;
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    const [high, low] = [digit(source[at + 1]), digit(source[at + 2])];
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      at += 2;
      continue;
    }
    const next = afterSoftBreak(source, at + 1);
    if (next === null) out[length++] = byte;
    else at = next - 1;
  }
  return out.subarray(0, length);
}

function digit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte & 0xdf;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -1;
}

/** A few blanks may stand before the line ends. */
function afterSoftBreak(source: Uint8Array, from: number): number | null {
  let at = from;
  while (at < from + 80 && (source[at] === 0x20 || source[at] === 0x09)) at += 1;
  if (at >= source.length) return source.length;
  if (source[at] === 0x0d) at += 1;
  return source[at] === 0x0a ? at + 1 : null;
}

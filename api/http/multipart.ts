/** One part of a form with files (RFC 7578). Its content is read once, before the next part is asked for. */
export interface Part {
  name: string;
  /** `null` for a plain field. */
  fileName: string | null;
  content: AsyncGenerator<Uint8Array>;
}

/** The body is not what RFC 7578 describes, or ends before it should. */
export class MultipartError extends Error {}
/** The body is longer than is read. */
export class MultipartTooLarge extends Error {}

const mostHeaderBytes = 8 * 1024;

/** The boundary that a `Content-Type` names; `null` when it names none (RFC 2046, 5.1.1). */
export function boundaryOf(contentType: string): string | null {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))(?=[;\s]|$)/i.exec(contentType) ?? [];
  return quoted ?? plain ?? null;
}

/**
 * The parts of a body as they arrive: nothing is kept but the part of it that is looked at. Throws `MultipartError`,
 * and `MultipartTooLarge` after `mostBytes`.
 */
export async function* partsOf(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  mostBytes: number,
): AsyncGenerator<Part> {
  const incoming = new Incoming(body, mostBytes);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  for await (const preamble of incoming.until(delimiter)) void preamble;
  while (!(await incoming.isLast())) {
    const headers = await incoming.headers();
    const content = incoming.until(delimiter);
    yield { ...dispositionOf(headers), content };
    // Whatever of it nobody wanted.
    for await (const rest of content) void rest;
    if (!incoming.isBetweenParts) throw new MultipartError('A part was left in its middle');
  }
}

class Incoming {
  /** Whether the last thing read was a boundary. */
  isBetweenParts = false;
  /** Begins as if a line had ended: the first boundary is then like all others. */
  #buffer: Buffer = Buffer.from('\r\n');
  #chunks: AsyncIterator<Uint8Array>;
  #total = 0;
  #mostBytes: number;

  constructor(body: AsyncIterable<Uint8Array>, mostBytes: number) {
    this.#chunks = body[Symbol.asyncIterator]();
    this.#mostBytes = mostBytes;
  }

  /** Everything before the delimiter, which is taken away with it. */
  async *until(delimiter: Buffer): AsyncGenerator<Uint8Array> {
    this.isBetweenParts = false;
    for (;;) {
      const at = this.#buffer.indexOf(delimiter);
      if (at >= 0) {
        const last = this.#take(at);
        this.#take(delimiter.length);
        this.isBetweenParts = true;
        if (last.length > 0) yield last;
        return;
      }
      // The end may be the beginning of a delimiter.
      const safe = this.#buffer.length - delimiter.length + 1;
      if (safe > 0) yield this.#take(safe);
      await this.#more();
    }
  }

  /** Whether a boundary was the last one: `--` follows it. */
  async isLast(): Promise<boolean> {
    while (this.#buffer.length < 2) await this.#more();
    if (this.#buffer[0] !== 0x2d || this.#buffer[1] !== 0x2d) return false;
    return true;
  }

  async headers(): Promise<string> {
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      if (end >= 0) {
        const lines = this.#take(end + 4).toString('utf8');
        // White space may follow a boundary, then its line ends.
        if (end > mostHeaderBytes || !/^[ \t]*\r\n/.test(lines)) throw new MultipartError('A boundary is malformed');
        return lines;
      }
      if (this.#buffer.length > mostHeaderBytes) throw new MultipartError('The headers of a part are too long');
      await this.#more();
    }
  }

  #take(bytes: number): Buffer {
    const taken = this.#buffer.subarray(0, bytes);
    this.#buffer = this.#buffer.subarray(bytes);
    return taken;
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#chunks.next();
    if (done) throw new MultipartError('The body ends within a part');
    this.#total += value.length;
    if (this.#total > this.#mostBytes) throw new MultipartTooLarge('The body is too long');
    this.#buffer = Buffer.concat([this.#buffer, value]);
  }
}

function dispositionOf(headers: string): { name: string; fileName: string | null } {
  // Lines end here by CR LF alone: a name may hold what else ends lines in Unicode.
  const line = headers.split('\r\n').find((header) => /^content-disposition:[ \t]*form-data[ \t]*(;|$)/i.test(header));
  const found = new Map<string, string>();
  for (const [, key = '', quoted, plain = ''] of (line ?? '').matchAll(
    /;[ \t]*([a-z]+)[ \t]*=[ \t]*(?:"([^"]*)"|([^\s;"]*))/gi,
  )) {
    if (!found.has(key.toLowerCase())) found.set(key.toLowerCase(), decoded(quoted ?? plain));
  }
  const name = found.get('name');
  if (name === undefined) throw new MultipartError('A part has no name');
  return { name, fileName: found.get('filename') ?? null };
}

/** As browsers write them (WHATWG HTML, multipart/form-data encoding). */
function decoded(value: string): string {
  return value.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}

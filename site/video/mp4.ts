/** What a page has to know of a film before it is loaded. */
export interface Measures {
  /** Of the picture, in pixels. */
  width: number;
  height: number;
  seconds: number;
}

/** Boxes that only hold others (ISO/IEC 14496-12). */
const around = new Set(['moov', 'trak']);

/** The measures of an MP4 file, or `null` when it is none or says none. */
export function measuresOf(file: Buffer): Measures | null {
  const found = { width: 0, height: 0, seconds: 0 };
  for (const { type, body } of boxesOf(file)) {
    const isLong = body[0] === 1;
    if (type === 'mvhd') {
      const at = isLong ? 20 : 12;
      if (body.length < at + 12) return null;
      const duration = isLong ? Number(body.readBigUInt64BE(at + 4)) : body.readUInt32BE(at + 4);
      found.seconds = duration / body.readUInt32BE(at);
    } else if (type === 'tkhd') {
      const at = isLong ? 88 : 76;
      if (body.length < at + 8) return null;
      // Fixed point, 16.16. A sound track is 0 by 0.
      found.width = Math.max(found.width, body.readUInt32BE(at) >>> 16);
      found.height = Math.max(found.height, body.readUInt32BE(at + 4) >>> 16);
    }
  }
  return found.width > 0 && found.height > 0 && found.seconds > 0 ? found : null;
}

function* boxesOf(bytes: Buffer): Generator<{ type: string; body: Buffer }> {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    if (short === 1 && at + 16 > bytes.length) return;
    const head = short === 1 ? 16 : 8;
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short;
    if (size < head || at + size > bytes.length) return;
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + head, at + size);
    if (around.has(type)) yield* boxesOf(body);
    else yield { type, body };
    at += size;
  }
}

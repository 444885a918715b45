const escape = 0x1b;
/** 〓, what a character that does not exist elsewhere has always become on its way. */
const geta = [0x81, 0xac] as const;
/** What Shift_JIS has no character for. */
const nothing = 0xff;
/** Rows that carriers used for their pictures; the kanji of NEC are in those from 0x79 to 0x7c. */
const isPrivateRow = (row: number) => (row >= 0x75 && row <= 0x78) || row >= 0x7d;

/**
 * ISO-2022-JP and what is sent under its name (RFC 1468; CP50220–50222; the katakana of ESC ( I, of SO and SI, and of
 * eight bits), as bytes of Shift_JIS: that is where all of its characters can be said.
 */
export function asShiftJis(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 2);
  let length = 0;
  let set: 'ascii' | 'kanji' | 'katakana' | 'other' = 'ascii';
  let isShifted = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === escape) {
      const found = designated(bytes, at);
      if (!found) continue;
      set = found.set;
      at += found.length - 1;
    } else if (byte === 0x0e || byte === 0x0f) isShifted = byte === 0x0e;
    else if (byte === 0x0a || byte === 0x0d) {
      // A line ends what was designated (RFC 1468), also where a sender forgot to.
      set = 'ascii';
      isShifted = false;
      out[length++] = byte;
    } else if (byte >= 0xa1 && byte <= 0xdf) out[length++] = byte;
    else if (byte < 0x21 || byte > 0x7e) out[length++] = byte < 0x80 ? byte : nothing;
    else if (isShifted || set === 'katakana') out[length++] = byte <= 0x5f ? byte | 0x80 : 0x3f;
    else if (set === 'ascii') out[length++] = byte;
    else {
      const second = bytes[at + 1] ?? 0;
      if (second < 0x21 || second > 0x7e) continue;
      at += 1;
      const [lead, trail] = set === 'other' || isPrivateRow(byte) ? geta : shifted(byte, second);
      out[length++] = lead;
      out[length++] = trail;
    }
  }
  return out.subarray(0, length);
}

function designated(bytes: Uint8Array, at: number) {
  const second = bytes[at + 1];
  const third = bytes[at + 2];
  if (second === 0x24 && (third === 0x40 || third === 0x42)) return { set: 'kanji' as const, length: 3 };
  if (second === 0x28 && third === 0x49) return { set: 'katakana' as const, length: 3 };
  if (second === 0x28 && third !== undefined) return { set: 'ascii' as const, length: 3 };
  // JIS X 0212 and others of the supersets.
  if (second === 0x24 && third === 0x28) return { set: 'other' as const, length: 4 };
  if (second === 0x24 && third === 0x41) return { set: 'other' as const, length: 3 };
  return null;
}

/** JIS X 0208 to Shift_JIS. */
function shifted(first: number, second: number): [number, number] {
  const half = (first - 0x21) >> 1;
  const lead = half + (half < 0x1f ? 0x81 : 0xc1);
  const trail = first % 2 === 1 ? second + 0x1f + (second >= 0x60 ? 1 : 0) : second + 0x7e;
  return [lead, trail];
}

/**
 * The head of an MP4 film of 256 by 96 pixels and 34 seconds, which is all that is read of it. Every byte is ASCII, so
 * that it can be written as text.
 */
export function filmHead(): string {
  const movie = box('mvhd', [zeros(12), number(100), number(3400), zeros(80)]);
  const size = [number(256 * 65_536), number(96 * 65_536)];
  const track = box('trak', [box('tkhd', [zeros(76), ...size])]);
  const sound = box('trak', [box('tkhd', [zeros(84)])]);
  return box('ftyp', ['isom', zeros(4)]) + box('moov', [movie, sound, track]) + box('mdat', ['....']);
}

function box(type: string, parts: readonly string[]): string {
  const body = parts.join('');
  return number(body.length + 8) + type + body;
}

function number(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes.toString('latin1');
}

function zeros(count: number): string {
  return '\0'.repeat(count);
}

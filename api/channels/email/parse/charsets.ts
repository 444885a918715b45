import { asShiftJis } from './iso-2022-jp.ts';
import type { MailProblem } from './parsed-mail.ts';

export interface Decoded {
  text: string;
  problem: MailProblem | null;
}

const iso2022jp = /^(?:x-|cs)?iso-?2022-?jp|^(?:cp|windows-?|x-windows-)5022\d|^junet$|^jis$/;
const shiftJis =
  /^(?:x-|cs)?(?:shift[-_]?jis|sjis|ms[-_]?kanji)|^(?:cp|ms|ibm|x-ms-cp|windows-?)(?:932|31j)|^cswindows31j$/;
const eucJp = /^(?:x-|cs)?euc[-_]?jp|^(?:cp|windows-?)51932$|^ujis$|^cseucpkdfmtjapanese$/;

/**
 * The text of bytes. Labels lie: what cannot be what it is called is read as what it is. Never throws; what cannot be
 * read is U+FFFD.
 */
export function decodeText(bytes: Uint8Array, label: string | null): Decoded {
  if (isAscii(bytes)) return { text: ascii.decode(bytes), problem: null };
  const charset = canonical(label);
  if (charset === null) {
    const isNamed = label !== null && label !== '';
    return { text: guessed(bytes), problem: isNamed ? 'unknown-charset' : null };
  }
  const named = decodeAs(bytes, charset);
  if (!isDoubtful(bytes, charset, named)) return { text: named, problem: null };
  const text = guessed(bytes);
  const isWestern = charset === 'windows-1252' && doubts(text) === 0;
  const isEscaped = charset !== 'iso-2022-jp' && hasEscapes(bytes) && errors(text) <= errors(named);
  if (text !== named && (doubts(text) < doubts(named) || isWestern || isEscaped))
    return { text, problem: 'wrong-charset' };
  return { text: named, problem: errors(named) > 0 ? 'unreadable-characters' : null };
}

const ascii = new TextDecoder('windows-1252');

/** Printable ASCII without escape sequences: the same in every charset but the sixteen-bit ones, which have NULs. */
function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x7f || byte === 0x1b || byte === 0x0e || byte === 0) return false;
  return true;
}

function canonical(label: string | null): string | null {
  const given = (label ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  if (given === '' || given.length > 40) return null;
  if (iso2022jp.test(given)) return 'iso-2022-jp';
  if (shiftJis.test(given)) return 'shift_jis';
  if (eucJp.test(given)) return 'euc-jp';
  // ASCII is what software says that never looked.
  if (/^(?:us-)?ascii$|^ansi_x3|^unknown|^x-unknown|^default$/.test(given)) return null;
  return decoderOf(given)?.encoding ?? decoderOf(given.replace(/^x-/, ''))?.encoding ?? null;
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  if (charset === 'iso-2022-jp') return decodeAs(asShiftJis(bytes), 'shift_jis');
  return (decoderOf(charset) ?? ascii).decode(bytes);
}

const decoders = new Map<string, TextDecoder>();

function decoderOf(label: string): TextDecoder | null {
  const known = decoders.get(label);
  if (known) return known;
  try {
    const decoder = new TextDecoder(label);
    decoders.set(label, decoder);
    return decoder;
  } catch {
    return null;
  }
}

function isDoubtful(bytes: Uint8Array, charset: string, text: string): boolean {
  if (charset === 'iso-2022-jp') return hasHigh(bytes);
  return errors(text) > 0 || charset === 'windows-1252' || hasEscapes(bytes);
}

/** What bytes say that nobody named the charset of, or named it wrongly. */
function guessed(bytes: Uint8Array): string {
  if (hasEscapes(bytes)) return decodeAs(bytes, 'iso-2022-jp');
  if (!hasHigh(bytes)) return decodeAs(bytes, 'utf-8');
  const utf8 = decodeAs(bytes, 'utf-8');
  if (errors(utf8) === 0) return utf8;
  if (isMostlyAlone(bytes)) return decodeAs(bytes, 'windows-1252');
  const candidates = [utf8, decodeAs(bytes, 'shift_jis'), decodeAs(bytes, 'euc-jp')];
  const score = (text: string) =>
    text.length + 20 * errors(text) + 5 * count(text, 0xe000, 0xf8ff) + 3 * halfWidth(text) - kana(text);
  return candidates.reduce((best, text) => (score(text) < score(best) ? text : best));
}

const errors = (text: string) => count(text, 0xfffd, 0xfffd);
/** Characters of private use are carriers' pictures, or bytes of something else. */
const doubts = (text: string) => errors(text) + count(text, 0xe000, 0xf8ff);
const halfWidth = (text: string) => count(text, 0xff61, 0xff9f);
const kana = (text: string) => count(text, 0x3041, 0x30ff);

function count(text: string, from: number, to: number): number {
  let found = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= from && code <= to) found += 1;
  }
  return found;
}

const hasHigh = (bytes: Uint8Array) => bytes.some((byte) => byte > 0x7f);

function hasEscapes(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at !== -1; at = bytes.indexOf(0x1b, at + 1))
    if (bytes[at + 1] === 0x24 || (bytes[at + 1] === 0x28 && bytes[at + 2] === 0x49)) return true;
  return false;
}

/** Letters with accents stand between plain ones; Japanese characters stand together. */
function isMostlyAlone(bytes: Uint8Array): boolean {
  let high = 0;
  let alone = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80) alone += 1;
  }
  return alone > high * 0.8;
}

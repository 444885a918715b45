import { quoteHeaderAt } from './quote-headers.ts';
import { signatureStart } from './signatures.ts';

export interface CutReply {
  /** What is new. Never empty if the text is not. */
  fresh: string;
  /** Everything else, in its order. */
  quoted: string;
}

export interface ReplyHints {
  /** Whether the mail says that it answers another one; lines that begin with `>` are then quotes, also a single one. */
  isReply?: boolean;
  /** Whether it passes something on: then all of it is meant. */
  isForward?: boolean;
}

/** `>_<` is a face. */
const quote = /^[ \t]{0,3}(?:>(?![_.＿<]\s?)|＞(?![_＿.]))/;

/**
 * Parts what somebody wrote from what their software put around it: quotes, the lines above quotes, signatures. Answers
 * between quotes stay, forwarded messages do, and so does everything when nothing would be left. Every line of the text
 * that is not blank is in one of the two.
 */
export function cutReply(text: string, hints: ReplyHints = {}): CutReply {
  const lines = text.split('\n');
  const isQuoted = hints.isForward ? lines.map(() => false) : quotedLines(lines, hints.isReply ?? false);
  if (!lines.some((line, at) => !isQuoted[at] && line.trim() !== '')) return { fresh: text.trim(), quoted: '' };
  if (!hints.isForward) for (const segment of freshSegments(isQuoted)) markSignature(lines, isQuoted, segment);
  const said = (isWanted: boolean) => joined(lines.filter((_, at) => isQuoted[at] === isWanted));
  return { fresh: said(false), quoted: said(true) };
}

function quotedLines(lines: readonly string[], isReply: boolean): boolean[] {
  const isQuoted = lines.map((line) => quote.test(line));
  let hasHeader = false;
  for (let at = 0; at < lines.length; at += 1) {
    if (isQuoted[at]) continue;
    const header = quoteHeaderAt(lines, at);
    if (!header) continue;
    // What is passed on is read as it is.
    if (header.kind === 'forward') return isQuoted.map((given, line) => line < at && given);
    hasHeader = true;
    isQuoted.fill(true, at, at + header.lines);
    at += header.lines - 1;
    const next = lines.findIndex((line, index) => index > at && line.trim() !== '');
    // Without marks, all the rest is the quote.
    if (next !== -1 && !isQuoted[next]) return isQuoted.fill(true, at);
  }
  return hasHeader || isReply ? isQuoted : withoutSingle(isQuoted);
}

/** A mark before one line alone is the customer's own. */
function withoutSingle(isQuoted: readonly boolean[]): boolean[] {
  return isQuoted.map((given, at) => given && (isQuoted[at - 1] === true || isQuoted[at + 1] === true));
}

/** Runs of lines that are not quoted: there may be a signature at the end of each. */
function freshSegments(isQuoted: readonly boolean[]): [start: number, end: number][] {
  const segments: [number, number][] = [];
  let start = 0;
  for (let at = 0; at <= isQuoted.length; at += 1) {
    if (at < isQuoted.length && !isQuoted[at]) continue;
    if (at > start) segments.push([start, at]);
    start = at + 1;
  }
  return segments;
}

function markSignature(lines: readonly string[], isQuoted: boolean[], [start, end]: [number, number]): void {
  // A signature stands below something, be it an answer between quotes.
  const hasTextAbove = lines.some((line, at) => at < start && !isQuoted[at] && line.trim() !== '');
  const at = signatureStart(lines.slice(start, end), hasTextAbove);
  if (at !== null) isQuoted.fill(true, start + at, end);
}

function joined(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replaceAll(/\n(?:[ \t]*\n){2,}/g, '\n\n')
    .replaceAll(/^\n+|\s+$/g, '');
}

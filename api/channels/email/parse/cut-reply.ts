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
  if (hints.isForward) return { fresh: text.trim(), quoted: '' };
  const all = text.split('\n');
  const forward = forwardAt(all);
  const lines = all.slice(0, forward);
  const isQuoted = quotedLines(lines, hints.isReply ?? false);
  const isSomethingSaid = lines.some((line, at) => !isQuoted[at] && line.trim() !== '');
  if (!isSomethingSaid && forward === all.length) return { fresh: text.trim(), quoted: '' };
  for (const end of endsOfFresh(lines, isQuoted)) markSignature(lines, isQuoted, end);
  // What is passed on is read as it is.
  return {
    fresh: joined(all.filter((_, at) => isQuoted[at] !== true)),
    quoted: joined(lines.filter((_, at) => isQuoted[at])),
  };
}

/** Where something is passed on, or the end: in what is quoted, nothing is. */
function forwardAt(lines: readonly string[]): number {
  for (let at = 0; at < lines.length; at += 1) {
    const header = quoteHeaderAt(lines, at);
    if (header?.kind === 'forward') return at;
    if (header) return lines.length;
  }
  return lines.length;
}

function quotedLines(lines: readonly string[], isReply: boolean): boolean[] {
  const isQuoted = lines.map((line) => quote.test(line));
  let hasHeader = false;
  for (let at = 0; at < lines.length; at += 1) {
    const header = isQuoted[at] ? null : quoteHeaderAt(lines, at);
    if (!header) continue;
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

/**
 * The first and the last run of lines that say something and are not quoted: a signature stands at the end of one of
 * them, above the quote or at the end.
 */
function endsOfFresh(lines: readonly string[], isQuoted: readonly boolean[]): [start: number, end: number][] {
  const runs: [number, number][] = [];
  let start = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && !isQuoted[at]) continue;
    if (lines.slice(start, at).some((line) => line.trim() !== '')) runs.push([start, at]);
    start = at + 1;
  }
  return runs.filter((_, index) => index === 0 || index === runs.length - 1);
}

function markSignature(lines: readonly string[], isQuoted: boolean[], [start, end]: [number, number]): void {
  const hasTextAbove = lines.some((line, at) => at < start && !isQuoted[at] && line.trim() !== '');
  const at = signatureStart(lines.slice(start, end), hasTextAbove);
  if (at !== null) isQuoted.fill(true, start + at, end);
}

/** With one empty line where there were several. */
function joined(lines: readonly string[]): string {
  const kept = lines.filter((line, at) => line.trim() !== '' || (at > 0 && lines[at - 1]?.trim() !== ''));
  return kept.join('\n').replace(/^\n+/, '').trimEnd();
}

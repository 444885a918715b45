import EmailReplyParser from 'email-reply-parser';

/** How many lines a header of a quote takes, and of what kind it is. */
export interface QuoteHeader {
  lines: number;
  /** `forward` begins what is sent on, and belongs to what is said. */
  kind: 'quote' | 'forward';
}

const mostCharacters = 300;
const mostWrappedLines = 4;
const mostBlockLines = 14;

const rule = '[-‐–—―ー─━=＝_＿*＊>\\s]{2,40}';
const forward = new RegExp(
  `^(?:${rule})?(?:Forwarded (?:message|mail)|Begin forwarded message|転送(?:された|する)?(?:メッセージ|メール)|Weitergeleitete Nachricht)\\s*(?:[:：]|${rule})\\s*$`,
  'i',
);
const original = new RegExp(
  `^${rule}(?:Original (?:Message|Mail)|(?:返信)?元の?(?:メッセージ|メール)|引用(?:メッセージ|メール)?|Reply (?:Message|to)|Ursprüngliche Nachricht|Message d'origine|原始邮件)\\s*(?:[:：]|${rule})\\s*$`,
  'i',
);

/** "On Fri, 20 Nov 2026 at 10:15, Aruku <care@…> wrote:", of Gmail, Apple Mail, Thunderbird, Proton Mail. */
const wrote = /^(?:[-\s(]{0,8}on\s.{4,}|.{0,120}@.{2,}|[(（]?.{0,40}\d{4}.{4,})\s(?:wrote|writes)\s?[:：]\s?-{0,8}$/i;
/** 「2026/11/20 10:15、アルク <care@…>のメール:」「… さんは書きました:」. */
const writes =
  /(?:からの|の)(?:メール|メッセージ)\s?[:：]$|(?:さん|様|氏)?(?:は|が|より).{0,60}(?:書きました|書いています|かきました|送信しました)\s?[。:：]$/;
/** 「2026年11月20日(金) 10:15 アルク <care@…>:」 of Gmail and carriers. */
const dated = /^[(（<]?\d{4}\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}日?.{0,240}[:：]$/;
const time = /\d{1,2}\s?(?:[:：]\d{2}|時\s?\d{1,2}分)/;
const address = /[^\s<>@]+@[^\s<>@]+/;

const labels: readonly (readonly [RegExp, string])[] = [
  [/^(?:From|差出人|送信者|送信元|Von|De|发件人)$/i, 'from'],
  [/^(?:Sent|Date|送信日時|受信日時|送信日|日時|日付|Gesendet|Envoyé|发送时间)$/i, 'date'],
  [/^(?:To|宛先|受信者|An|À|收件人)$/i, 'to'],
  [/^(?:Cc|CC|抄送)$/i, 'cc'],
  [/^(?:Subject|件名|題名|Betreff|Objet|主题)$/i, 'subject'],
];
const label = /^[*>\s\u3000]{0,6}([A-Za-zÀ-ÿ]{2,10}|[\u4e00-\u9fff]{2,5})\*?\s{0,3}[:：]\s{0,3}\*?(.*)$/;
const line = /^[\s*]*(?:[_＿]{8,}|[-─━]{8,}|={8,})[\s*]*$/;

/** The header of a quote, if one begins at this line; a line of a client that another one follows belongs to it. */
export function quoteHeaderAt(lines: readonly string[], at: number): QuoteHeader | null {
  const first = lines[at]?.trim() ?? '';
  if (first === '' || first.length > mostCharacters) return null;
  if (forward.test(first)) return { lines: 1, kind: 'forward' };
  if (original.test(first)) return { lines: 1, kind: 'quote' };
  const start = line.test(first) ? nextTextAt(lines, at + 1) : at;
  const block = headBlockLines(lines, start);
  if (block > 0) return { lines: start - at + block, kind: 'quote' };
  const wrapped = start === at ? wroteLines(lines, at) : 0;
  return wrapped > 0 ? { lines: wrapped, kind: 'quote' } : null;
}

/** Names, dates and subjects as mail clients put them above a quote: three of them at least, the sender among them. */
function headBlockLines(lines: readonly string[], start: number): number {
  const found = new Set<string>();
  let end = start;
  if (labelOf(lines[start] ?? '') === null) return 0;
  for (let at = start; at < Math.min(lines.length, start + mostBlockLines); at += 1) {
    const given = lines[at] ?? '';
    const name = labelOf(given);
    if (name !== null) {
      // A second one is that of the next block.
      if (found.has(name)) break;
      found.add(name);
      end = at + 1;
    } else if (given.trim() === '' ? at > end : !/^[\s\u3000]|@/.test(given)) break;
  }
  const isHead = found.has('from') && (found.has('date') || found.has('subject')) && found.size >= 3;
  return isHead ? end - start : 0;
}

function labelOf(given: string): string | null {
  if (given.length > 2_000) return null;
  const name = label.exec(given.slice(0, mostCharacters))?.[1] ?? '';
  return labels.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** A line like "… wrote:", also one that was wrapped. */
function wroteLines(lines: readonly string[], at: number): number {
  let joined = '';
  for (let count = 1; count <= mostWrappedLines; count += 1) {
    const next = (lines[at + count - 1] ?? '').trim();
    if (next === '' || next.startsWith('>')) return 0;
    joined = joined === '' ? next : `${joined} ${next}`;
    if (joined.length > mostCharacters) return 0;
    if (/[:：。-]$/.test(joined) && isWrote(joined, lines, at + count)) return count;
  }
  return 0;
}

function isWrote(text: string, lines: readonly string[], after: number): boolean {
  const isQuoteNext = /^\s{0,3}[>＞|]/.test(nextText(lines, after));
  const isCertain = address.test(text) || (/\d{4}|\d{1,2}月/.test(text) && time.test(text));
  if (wrote.test(text) || writes.test(text)) return isCertain || (isQuoteNext && /\d/.test(text));
  if (dated.test(text) && time.test(text) && (address.test(text) || isQuoteNext)) return true;
  return isQuoteNext && /[:：]$/.test(text) && /\d/.test(text) && isWroteElsewhere(text);
}

function nextText(lines: readonly string[], from: number): string {
  return lines[nextTextAt(lines, from)] ?? '';
}

/** The next line that says something, a few further on at most. */
function nextTextAt(lines: readonly string[], from: number): number {
  for (let at = from; at < Math.min(lines.length, from + 4); at += 1) if (lines[at]?.trim()) return at;
  return from;
}

/** In the other languages that somebody has collected. */
function isWroteElsewhere(text: string): boolean {
  const [first] = new EmailReplyParser().read(`${text}\n> x`).getFragments();
  return first?.isQuoted() === true && first.getContent().startsWith(text);
}

import { decodeText } from './charsets.ts';
import { cleanedLine, cleanedText } from './clean.ts';
import { decodedWords } from './encoded-words.ts';
import { flowedText } from './flowed-text.ts';
import { htmlText } from './html-text.ts';
import type { MailLimits, MailProblem } from './parsed-mail.ts';
import { type Part, partsOf } from './parts.ts';
import { decodedStart } from './transfer-encoding.ts';

export interface MessageText {
  text: string;
  /** The parts that it was made of, in whichever form; all others are attachments. */
  parts: Set<Part>;
}

const mostLineCharacters = 300;

/**
 * What a mail says: its text parts in their order, of alternatives the plain one, unless that is empty. HTML becomes
 * text.
 */
export function messageText(root: Part, limits: MailLimits, problems: Set<MailProblem>, isWithin = false): MessageText {
  const parts = new Set<Part>();
  const texts = textsOf(root).filter((text) => text.trim() !== '');
  return { text: texts.join('\n\n').trim(), parts };

  function textsOf(part: Part): string[] {
    if (part.type === 'multipart/alternative') return alternative(part);
    if (part.children.length > 0) return part.children.flatMap(textsOf);
    if (part.type === 'message/rfc822' && root.type !== 'multipart/report') return [forwarded(part)];
    if (!isText(part)) return [];
    parts.add(part);
    return [read(part)];
  }

  function alternative(part: Part): string[] {
    let best: string[] = [];
    for (const child of part.children) {
      const texts = textsOf(child).filter((text) => text.trim() !== '');
      // The plain one comes first (RFC 2046, 5.1.4), and is taken if it says anything.
      if (best.length === 0) best = texts;
    }
    return best;
  }

  /** A mail that was attached to be read; it is also kept as it is. */
  function forwarded(part: Part): string {
    if (isWithin) return '';
    const inner = partsOf(decodedStart(part.body, part.encoding, limits.textBytes), limits).root;
    const said = ['From', 'Date', 'Subject'].map((name) => {
      const value = cleanedLine(decodedWords(inner.head.first(name.toLowerCase()) ?? ''), mostLineCharacters);
      return value === '' ? [] : [`${name}: ${value}`];
    });
    const { text } = messageText(inner, limits, new Set(), true);
    return ['---------- Forwarded message ----------', ...said.flat(), '', text].join('\n');
  }

  function read(part: Part): string {
    const bytes = decodedStart(part.body, part.encoding, limits.textBytes);
    if (bytes.length >= limits.textBytes) problems.add('text-cut');
    const { text, problem } = decodeText(bytes, part.contentType.parameters.get('charset') ?? null);
    if (problem) problems.add(problem);
    if (part.type === 'text/html') return cleanedText(htmlText(text)).trim();
    const flowed = part.contentType.parameters.get('format')?.toLowerCase() === 'flowed';
    const isDelSp = part.contentType.parameters.get('delsp')?.toLowerCase() === 'yes';
    const clean = cleanedText(text);
    return flowed ? flowedText(clean, isDelSp) : clean;
  }
}

/** Whether a part is to be read; a text that has a name, or is to be kept, is a file. */
export function isText(part: Part): boolean {
  if (part.type !== 'text/plain' && part.type !== 'text/html') return false;
  if (part.disposition.value === 'attachment') return false;
  const name = part.disposition.parameters.get('filename') ?? part.contentType.parameters.get('name') ?? '';
  return name === '';
}

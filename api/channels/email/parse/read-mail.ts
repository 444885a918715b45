import { readFileSync } from 'node:fs';
import { addressesIn } from './addresses.ts';
import { attachmentsOf } from './attachments.ts';
import { cleanedLine } from './clean.ts';
import { cutReply } from './cut-reply.ts';
import { decodedWords } from './encoded-words.ts';
import type { Head } from './head.ts';
import { messageIds } from './identifiers.ts';
import { kindOf } from './kind.ts';
import { mailDate } from './mail-date.ts';
import { messageText } from './message-text.ts';
import { type MailLimits, mailLimits, type MailProblem, type ParsedMail } from './parsed-mail.ts';
import { partsOf } from './parts.ts';
import { languageOf } from './text-language.ts';

export interface ReadOptions {
  limits?: Partial<MailLimits>;
  /** Where attachments are written to; without it, they stay in memory. */
  folder?: string | null;
  /** The hosts of our own Message-IDs, in small letters: what carries one as its own has gone in a circle. */
  ownHosts?: readonly string[];
}

/** Thrown for a mail of more bytes than the limits allow; nothing of it was read. */
export class MailTooLarge extends Error {}

const mostSubjectCharacters = 500;
const mostHeaders = 50;

/**
 * What a raw mail says: its bytes, or the file they lie in. Whatever they are, there is an answer; `problems` says what
 * could not be read. Blocks while it reads: strangers' mail goes through `createMailReader`, in a process of its own.
 *
 * Throws `MailTooLarge`.
 */
export function readMail(source: Uint8Array | string, options: ReadOptions = {}): ParsedMail {
  const limits = { ...mailLimits, ...options.limits };
  const raw = withLineFeeds(typeof source === 'string' ? readFileSync(source) : source);
  if (raw.length > limits.rawBytes) throw new MailTooLarge(`${raw.length} bytes`);
  const { root, problems } = partsOf(raw, limits);
  const { text: whole, parts } = messageText(root, limits, problems);
  const text = shortened(whole, limits.textCharacters, problems);
  const attachments = attachmentsOf(root, parts, options.folder ?? null, problems);
  const headers = headersOf(root.head, problems);
  const said = { ...headers, text, attachments, language: languageOf(`${headers.subject}\n${text}`) };
  const kind = kindOf(root, said, options.ownHosts ?? []);
  const isReply =
    headers.inReplyTo.length > 0 || headers.references.length > 0 || /^(?:re|aw|sv)\s?[:：]/i.test(headers.subject);
  const isForward = /^(?:(?:re|aw)\s?[:：]\s?)?(?:fwd?|wg|tr|転送)\s?[:：]/i.test(headers.subject);
  return { ...said, ...cutReply(text, { isReply, isForward }), ...kind, problems: [...problems] };
}

function headersOf(head: Head, problems: Set<MailProblem>) {
  const addresses = (name: string) => head.all(name).slice(0, mostHeaders).flatMap(addressesIn);
  const plain = (name: string) =>
    head
      .first(name)
      ?.replaceAll(/\([^()]*\)/g, '')
      .trim()
      .toLowerCase()
      .slice(0, 200) || null;
  const from = addresses('from');
  const [messageId = null] = messageIds(head.first('message-id'));
  const date = mailDate(head.first('date'));
  if (from.length === 0) problems.add('no-from');
  if (from.length > 1 || head.all('from').length > 1) problems.add('several-from');
  if (messageId === null) problems.add('no-message-id');
  if (date === null) problems.add('no-date');
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-forwarded-to'];
  return {
    messageId,
    inReplyTo: messageIds(head.first('in-reply-to')),
    references: messageIds(head.first('references')),
    from: from[0] ?? null,
    replyTo: addresses('reply-to'),
    to: addresses('to'),
    cc: addresses('cc'),
    deliveredTo: [...new Set(delivered.flatMap(addresses).map(({ address }) => address))],
    returnPath: returnPathOf(head.first('return-path')),
    subject: cleanedLine(decodedWords(head.first('subject') ?? ''), mostSubjectCharacters),
    date,
    autoSubmitted: plain('auto-submitted'),
    precedence: plain('precedence'),
    listId: /<([^<>\s]{1,250})>\s*$/.exec(head.first('list-id') ?? '')?.[1]?.toLowerCase() ?? plain('list-id'),
    hasListHeaders: head.fields.some(([name]) => /^list-(?:id|unsubscribe|post|help)$/.test(name)),
    autoResponseSuppress: (plain('x-auto-response-suppress') ?? '').split(/[\s,]+/).filter(Boolean),
    authenticationResults: head.all('authentication-results').slice(0, mostHeaders),
    hops: head.all('received').length,
  };
}

function returnPathOf(header: string | null): string | null {
  if (header === null) return null;
  return addressesIn(header)[0]?.address ?? (/^\s*<\s*>/.test(header) ? '' : null);
}

function shortened(text: string, mostCharacters: number, problems: Set<MailProblem>): string {
  if (text.length <= mostCharacters) return text;
  problems.add('text-cut');
  return text.slice(0, mostCharacters).toWellFormed();
}

/** Old systems end lines with a carriage return alone. */
function withLineFeeds(raw: Uint8Array): Uint8Array {
  if (raw.includes(0x0a) || !raw.includes(0x0d)) return raw;
  const lines = new Uint8Array(raw);
  for (let at = 0; at < lines.length; at += 1) if (lines[at] === 0x0d) lines[at] = 0x0a;
  return lines;
}

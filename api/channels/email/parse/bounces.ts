import { addressesIn } from './addresses.ts';
import { cleanedLine, cleanedText } from './clean.ts';
import { decodeText } from './charsets.ts';
import { type Head, readHead } from './head.ts';
import { messageIds } from './identifiers.ts';
import type { Said } from './kind.ts';
import type { Bounce } from './parsed-mail.ts';
import type { Part } from './parts.ts';
import { decodedStart } from './transfer-encoding.ts';

const mostBytes = 64 * 1024;
const mostDiagnosticCharacters = 300;
const mostRecipients = 20;

const daemon = /^(?:mailer-daemon|mail-daemon|postmaster|mdaemon|maildelivery|mail\.?delivery|delivery-?report)\b/;
const subjects =
  /undeliver|delivery (?:status|failure|has failed|delayed|incomplete|problem|report)|failure notice|returned mail|mail (?:delivery|system error)|non ?delivery|could not be delivered|message not delivered|delivery to .{1,80} (?:failed|has been delayed)|配信(?:不能|できません|エラー|失敗|の?遅延)|配達(?:不能|できません|エラー)|送信(?:できません|エラー)|届けられません|未達/i;
const permanent =
  /user unknown|unknown user|no such (?:user|mailbox|address)|does(?:n't| not) exist|not (?:be )?found|invalid recipient|disabled|unrouteable|no mailbox here|存在し(?:ない|ません)|見つかりません|宛先不明|無効/i;
const transient =
  /over ?quota|quota exceeded|mailbox (?:is )?full|temporar|deferred|delayed|will (?:retry|be retried|keep trying)|still trying|try again|遅延|容量|再送|一時的/i;

/** What could not be delivered; `null` when a mail says nothing of the kind. */
export function bounceOf(root: Part, parts: readonly Part[], said: Said): { reason: string; bounce: Bounce } | null {
  const status = parts.find(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type));
  const reason = status ? `Content-Type: ${status.type}` : freeFormReason(root.head, said);
  if (reason === null) return null;
  const found = status ? fromStatus(status) : null;
  const bounce = found ?? fromWords(root.head, said);
  return { reason, bounce: { ...bounce, originalMessageId: originalId(parts, said) } };
}

function freeFormReason(head: Head, { returnPath, from, subject, text }: Said): string | null {
  if (head.first('x-failed-recipients') !== null) return 'X-Failed-Recipients';
  const isDaemon = daemon.test(from?.address ?? '') || (from === null && returnPath === '');
  if (isDaemon && (subjects.test(subject) || permanent.test(text) || transient.test(text)))
    return `From: ${from?.address ?? '<>'}`;
  return returnPath === '' && subjects.test(subject) ? `Subject: ${subject}` : null;
}

/** RFC 3464: a group of fields about the mail, then one for each recipient. */
function fromStatus(part: Part): Omit<Bounce, 'originalMessageId'> | null {
  const bytes = decodedStart(part.body, part.encoding, mostBytes);
  const groups = cleanedText(decodeText(bytes, null).text).split(/\n[ \t]*\n/);
  const failed = groups
    .map(
      (group) => readHead(Buffer.from(`${group.trim()}\n\n`), 0, Buffer.byteLength(group.trim()) + 2, mostBytes).head,
    )
    .filter((head) => head.first('final-recipient') !== null || head.first('original-recipient') !== null);
  const [first] = failed;
  if (!first) return null;
  const recipients = failed.flatMap(
    (head) => recipientOf(head.first('original-recipient')) ?? recipientOf(head.first('final-recipient')) ?? [],
  );
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(first.first('status') ?? '')?.[0] ?? null;
  const diagnostic = cleanedLine(first.first('diagnostic-code') ?? '', mostDiagnosticCharacters).replace(
    /^smtp;\s*/i,
    '',
  );
  const isFailed = /^failed/i.test(first.first('action') ?? 'failed');
  return {
    recipients: recipients.slice(0, mostRecipients),
    status,
    diagnostic: diagnostic || null,
    isPermanent: isFailed && isPermanent(status, diagnostic),
  };
}

function recipientOf(field: string | null): string | null {
  const address = (field ?? '').replace(/^[^;]{0,40};/, '');
  return addressesIn(address)[0]?.address ?? null;
}

/** Systems that write to people only: Gmail's and Exim's header, qmail, carriers. */
function fromWords(head: Head, { text, to, cc }: Said): Omit<Bounce, 'originalMessageId'> {
  const own = new Set([...to, ...cc].map(({ address }) => address));
  const named = head
    .all('x-failed-recipients')
    .flatMap(addressesIn)
    .map(({ address }) => address);
  const report =
    text.slice(0, mostBytes).split(/^(?:-{3,} ?(?:below|This is a copy|Original|以下)|Return-Path:|Received:)/im)[0] ??
    '';
  const seen = [...report.matchAll(/(?:^|[\s<("「:：])([^\s<>@()"「」:：;,]{1,64}@[a-z\d.-]{3,253}[a-z\d])/gim)]
    .map(({ 1: address = '' }) => address.toLowerCase())
    .filter((address) => !own.has(address) && !daemon.test(address));
  const lines = report.split('\n').map((line) => line.trim());
  const saying =
    lines.find((line) => /(?:^|\D)[45]\d\d[ -]/.test(line)) ??
    lines.find((line) => permanent.test(line) || transient.test(line));
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(report)?.[0] ?? null;
  return {
    recipients: [...new Set(named.length > 0 ? named : seen.slice(0, 1))].slice(0, mostRecipients),
    status,
    diagnostic: saying === undefined ? null : cleanedLine(saying, mostDiagnosticCharacters),
    isPermanent: isPermanent(status, report),
  };
}

/** A full mailbox is one that may be emptied (RFC 3463, X.2.2). */
function isPermanent(status: string | null, words: string): boolean {
  if (status !== null) return status.startsWith('5.') && !status.endsWith('.2.2');
  if (transient.test(words)) return false;
  return permanent.test(words) || !/(?:^|\D)4\d\d[ -]/.test(words);
}

/** Of the mail that came back, whole or its head; or what is left of it in the text. */
function originalId(parts: readonly Part[], { text, inReplyTo, references }: Said): string | null {
  const returned = parts.find(({ type }) =>
    /^(?:message\/(?:rfc822|global)|text\/rfc822(?:-headers)?|message\/rfc822-headers)$/.test(type),
  );
  if (returned) {
    const bytes = decodedStart(returned.body, returned.encoding, mostBytes);
    const [id] = messageIds(readHead(bytes, 0, bytes.length, mostBytes).head.first('message-id'));
    if (id !== undefined) return id;
  }
  const written = /^\s{0,4}Message-ID:\s*(<[^<>\s]{3,250}>)/im.exec(text)?.[1];
  return written ?? references.at(-1) ?? inReplyTo[0] ?? null;
}

import { autoReplyReason, bulkReason } from './auto-reply.ts';
import { bounceOf } from './bounces.ts';
import type { Head } from './head.ts';
import type { Bounce, MailKind, ParsedMail } from './parsed-mail.ts';
import { allParts, type Part } from './parts.ts';

/** What is known of a mail before it is known what it is. */
export type Said = Omit<ParsedMail, 'kind' | 'reason' | 'bounce' | 'problems' | 'fresh' | 'quoted'>;

interface Kind {
  kind: MailKind;
  reason: string;
  bounce: Bounce | null;
}

const mostHops = 30;

/** What a mail is: by its headers first, by its form then, by its words last. */
export function kindOf(root: Part, said: Said, ownHosts: readonly string[]): Kind {
  const parts = allParts(root);
  const loop = loopReason(root.head, said, ownHosts);
  if (loop) return { kind: 'loop', reason: loop, bounce: null };
  const report = reportReason(root, parts, said);
  if (report) return { kind: 'report', reason: report, bounce: null };
  const bounced = bounceOf(root, parts, said);
  if (bounced) return { kind: 'bounce', ...bounced };
  return (
    plainly('auto-reply', autoReplyReason(root.head, said)) ??
    plainly('list', bulkReason(root.head, said)) ??
    plainly('encrypted', encryptedReason(root, parts, said.text)) ??
    plainly('calendar', calendarReason(parts)) ?? { kind: 'message', reason: '', bounce: null }
  );
}

function plainly(kind: MailKind, reason: string | null): Kind | null {
  return reason === null ? null : { kind, reason, bounce: null };
}

function loopReason(head: Head, { messageId, hops }: Said, ownHosts: readonly string[]): string | null {
  const host = /@([^>\s]+)>$/.exec(messageId ?? '')?.[1]?.toLowerCase();
  if (host !== undefined && ownHosts.includes(host)) return `Message-ID: ${messageId}`;
  const mark = head.all('x-loop').find((value) => ownHosts.some((own) => value.toLowerCase().includes(own)));
  if (mark !== undefined) return `X-Loop: ${mark.slice(0, 200)}`;
  return hops > mostHops ? `Received: ${hops}` : null;
}

/** Receipts (RFC 8098), complaints (RFC 5965), DMARC's daily numbers (RFC 7489, 7.2.1.1). */
function reportReason(root: Part, parts: readonly Part[], { subject }: Said): string | null {
  const type = root.contentType.parameters.get('report-type')?.toLowerCase();
  if (root.type === 'multipart/report' && type !== undefined && type !== 'delivery-status')
    return `Content-Type: multipart/report; report-type=${type.slice(0, 60)}`;
  const part = parts.find((each) => /^message\/(?:disposition-notification|feedback-report)$/.test(each.type));
  if (part) return `Content-Type: ${part.type}`;
  const status = parts.find((each) => each.type === 'message/delivery-status');
  if (status && isDelivered(status)) return 'Action: delivered';
  return /^Report Domain: \S+ Submitter: /i.test(subject) ? `Subject: ${subject}` : null;
}

/** RFC 3464, 2.3.3: nothing failed and nothing is late. */
function isDelivered(status: Part): boolean {
  const actions = Buffer.from(status.body.subarray(0, 65_536))
    .toString('latin1')
    .matchAll(/^Action:[ \t]*([a-z]+)/gim);
  const said = [...actions].map(({ 1: action = '' }) => action.toLowerCase());
  return said.length > 0 && said.every((action) => ['delivered', 'relayed', 'expanded'].includes(action));
}

function encryptedReason(root: Part, parts: readonly Part[], text: string): string | null {
  if (root.type === 'multipart/encrypted') return 'Content-Type: multipart/encrypted';
  const sealed = parts.find(({ type }) => /^application\/(?:x-)?pkcs7-mime$/.test(type));
  if (sealed)
    return `Content-Type: ${sealed.type}; smime-type=${sealed.contentType.parameters.get('smime-type') ?? ''}`;
  return /^-----BEGIN PGP MESSAGE-----$/m.test(text) ? 'BEGIN PGP MESSAGE' : null;
}

/** A calendar's own mail says what it wants; a file with a date in it is a file. */
function calendarReason(parts: readonly Part[]): string | null {
  const part = parts.find(({ type, contentType }) => type === 'text/calendar' && contentType.parameters.has('method'));
  return part ? `text/calendar; method=${part.contentType.parameters.get('method')?.slice(0, 40).toUpperCase()}` : null;
}

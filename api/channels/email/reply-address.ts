import { createHmac, timingSafeEqual } from 'node:crypto';
import { emailAddress } from '../../http/email-address.ts';

/** Letters and digits that survive a server which makes all of an address small (RFC 4648, 6). */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const proofCharacters = 20;

/**
 * The address to which one recipient answers in one conversation: `care+m-2k7f.<100 bits>@aruku.example`. It is good for
 * that recipient alone: mails from anybody else do not come into the conversation by it.
 */
export function replyAddress(
  secret: string,
  base: string,
  { id, reference }: { id: string; reference: string },
  recipient: string,
): string {
  const [local, domain] = splitAddress(base);
  return `${local}+${reference.toLowerCase()}.${proofOf(secret, id, recipient)}@${domain}`;
}

/** What an address says if it is one of ours; whether it is true, `isProofOf` knows. */
export function readReplyAddress(base: string, address: string): { reference: string; proof: string } | null {
  const [local, domain] = splitAddress(base.toLowerCase());
  const [given, at] = splitAddress(address.toLowerCase());
  if (at !== domain || !given.startsWith(`${local}+`)) return null;
  const [, reference = '', proof = ''] =
    /^(m-[0-9a-z]{2,16})\.([a-z2-7]{20})$/.exec(given.slice(local.length + 1)) ?? [];
  return reference === '' ? null : { reference: reference.toUpperCase(), proof };
}

/** Whether the address was made for that conversation and that recipient. */
export function isProofOf(secret: string, proof: string, conversationId: string, sender: string): boolean {
  const expected = proofOf(secret, conversationId, sender);
  return proof.length === expected.length && timingSafeEqual(Buffer.from(proof), Buffer.from(expected));
}

/** Whether it is the mailbox itself, with whatever after a plus sign. */
export function isOwnAddress(base: string, address: string): boolean {
  const [local, domain] = splitAddress(base.toLowerCase());
  const [given, at] = splitAddress(address.toLowerCase());
  return at === domain && (given === local || given.startsWith(`${local}+`));
}

/** Whether replies can come to an address: one with a plus sign of its own has no room for ours. */
export function isReplyBase(address: string): boolean {
  const [local] = splitAddress(address);
  return emailAddress.safeParse(address).success && !local.includes('+') && local.length <= 25;
}

function proofOf(secret: string, conversationId: string, recipient: string): string {
  const mac = createHmac('sha256', secret)
    .update(`reply-address:${conversationId}:${recipient.toLowerCase()}`)
    .digest();
  return [...mac.subarray(0, proofCharacters)].map((byte) => alphabet[byte & 31]).join('');
}

function splitAddress(address: string): [string, string] {
  const at = address.lastIndexOf('@');
  return [address.slice(0, at), address.slice(at + 1)];
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { Problem } from '../problem.ts';

/**
 * What stands at the end of an address that stops mails of one kind: an id, and a proof that we made it. It works as long
 * as the portal's key does, in every mail that was ever sent, and opens nothing else.
 */
export function signedStop(secret: string, kind: string, id: string): string {
  return `${id}.${signatureOf(secret, kind, id)}`;
}

/** The id in such an address. Throws `link-unknown` for one that we never made. */
export function stoppedBy(secret: string, kind: string, link: string): string {
  const [id = '', signature = '', ...others] = link.split('.');
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(secret, kind, id))];
  if (others.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) {
    throw new Problem('link-unknown');
  }
  return id;
}

function signatureOf(secret: string, kind: string, id: string): string {
  return createHmac('sha256', secret).update(`${kind}:${id}`).digest().subarray(0, 24).toString('base64url');
}

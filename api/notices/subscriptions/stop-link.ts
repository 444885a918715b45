import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Language } from '../../../content/schema/languages.ts';
import { Problem } from '../../problem.ts';

/**
 * The site-absolute address at which a subscriber stops notices. It works as long as the portal's key does, in every mail
 * that was ever sent, and opens nothing else.
 */
export function stopPath(secret: string, subscriberId: string, language: Language): string {
  return `/${language}/notices/mail/stop/${subscriberId}.${signatureOf(secret, subscriberId)}/`;
}

/** The subscriber whose link it is. Throws `link-unknown`. */
export function subscriberBehind(secret: string, link: string): string {
  const [id = '', signature = '', ...others] = link.split('.');
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(secret, id))];
  if (others.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) {
    throw new Problem('link-unknown');
  }
  return id;
}

function signatureOf(secret: string, id: string): string {
  return createHmac('sha256', secret).update(`notice-stop:${id}`).digest().subarray(0, 24).toString('base64url');
}

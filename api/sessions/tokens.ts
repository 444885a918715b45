import { createHash } from 'node:crypto';

/** SHA-256 in hex: what is stored instead of a token. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

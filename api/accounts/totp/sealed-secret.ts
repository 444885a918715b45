import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Services } from '../../services.ts';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * A secret as it is stored: AES-256-GCM under a key of its own, derived from the portal's. It is bound to its account, so
 * that a row that was moved to another one opens nothing (OWASP ASVS 5.0 11.3.2, 13.3).
 */
export function seal({ secret, random }: Pick<Services, 'secret' | 'random'>, accountId: string, text: string): string {
  const nonce = random(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFrom(secret), nonce).setAAD(Buffer.from(accountId));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** The secret again. Throws when it was sealed under another key, for another account, or changed since. */
export function unseal({ secret }: Pick<Services, 'secret'>, accountId: string, stored: string): string {
  const bytes = Buffer.from(stored.replace(/^1\./, ''), 'base64url');
  const nonce = bytes.subarray(0, nonceBytes);
  const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret), nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(accountId))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
}

function keyFrom(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'totp-secrets', 32));
}

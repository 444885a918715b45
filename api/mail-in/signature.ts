import { createHmac, timingSafeEqual } from 'node:crypto';

/** So far a sender's clock may be from ours. */
const toleranceMs = 5 * 60_000;

/**
 * What a mail that is handed in is signed with: `t=<seconds>,v1=<hex>`, an HMAC (SHA-256) of the time, a dot, and the
 * Content-Digest of the mail (RFC 9530). So it is known who sends before anything is read.
 */
export function signMail(secret: string, atMs: number, contentDigest: string): string {
  const seconds = Math.floor(atMs / 1000);
  return `t=${seconds},v1=${macOf(secret, seconds, contentDigest)}`;
}

export function isSigned(secret: string, now: number, header: string, contentDigest: string): boolean {
  const [, seconds = '', given = ''] = /^t=(\d{1,12}),\s*v1=([0-9a-f]{64})$/.exec(header.trim()) ?? [];
  if (given === '' || Math.abs(now - Number(seconds) * 1000) > toleranceMs) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(macOf(secret, Number(seconds), contentDigest)));
}

/** The SHA-256 of a Content-Digest header as hex digits; `null` where it has none. */
export function digestIn(contentDigest: string): string | null {
  const [, base64] = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(contentDigest) ?? [];
  return base64 === undefined ? null : Buffer.from(base64, 'base64').toString('hex');
}

function macOf(secret: string, seconds: number, contentDigest: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${contentDigest}`).digest('hex');
}

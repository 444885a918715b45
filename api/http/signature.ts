import { createHmac } from 'node:crypto';

/**
 * The value of `Mado-Signature`, by which whoever has the secret knows that a body is the portal's and from just now:
 * `t=<seconds since the epoch>,v1=<HMAC-SHA256 of "t.body" in hex>`.
 */
export function signatureOf(body: string, secret: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

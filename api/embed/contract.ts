import { z } from 'zod';
import { emailAddress } from '../http/email-address.ts';

/**
 * Who another site's own server says is writing. `signature` is HMAC-SHA256 in hexadecimal, with the secret that both
 * know, of the address in small letters, a line end, and `at`.
 */
export const signedIdentity = z.strictObject({
  email: emailAddress,
  name: z.string().trim().max(80).optional(),
  /** Milliseconds since the epoch. */
  at: z.int(),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SignedIdentity = z.output<typeof signedIdentity>;

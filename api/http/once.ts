import type { Context } from 'hono';
import { fingerprintOf, type Once } from '../db/idempotency.ts';
import { Problem } from '../problem.ts';
import type { Env } from './env.ts';
import { isForm } from './input.ts';

/**
 * What makes a retry of this request the same request: the Idempotency-Key header. A form sent without JavaScript has
 * none; there, the same content within a day is the same request (a double tap, a reload). JSON without a key is always new.
 * Throws `invalid-input` for a key that is too short to be one, or too long.
 */
export function onceFrom(c: Context<Env>, scope: string, content: unknown, formKey?: string): Once {
  const fingerprint = fingerprintOf(content);
  const key = c.req.header('Idempotency-Key') ?? formKey;
  if (key !== undefined) {
    if (!/^[\x21-\x7e]{8,100}$/.test(key)) {
      const detail =
        c.get('language') === 'ja'
          ? 'Idempotency-Key は8〜100文字の英数字で指定してください（UUID など）。'
          : 'An Idempotency-Key has 8 to 100 visible characters, such as a UUID.';
      throw new Problem('invalid-input', { detail });
    }
    return { scope, key, fingerprint };
  }
  const { clock, random } = c.get('services');
  if (!isForm(c)) return { scope, key: random(16).toString('hex'), fingerprint };
  const day = new Date(clock()).toISOString().slice(0, 10);
  return { scope, key: `form:${day}:${fingerprint}`, fingerprint };
}

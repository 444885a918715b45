import type { Context } from 'hono';
import { earlierResult, fingerprintOf, type Once } from '../db/idempotency.ts';
import { Problem } from '../problem.ts';
import type { Env } from './env.ts';
import { isForm } from './input.ts';

/** How long the same form counts as the same request: a double tap, a reload of the answer. */
const sameFormMs = 2 * 60_000;

/**
 * What makes a retry of this request the same request: the Idempotency-Key header, or the key a form carries. A request
 * with neither is always new. Throws `invalid-input` for a key that is too short to be one, or too long.
 */
export function onceFrom<E extends Env>(c: Context<E>, scope: string, content: unknown, formKey?: string): Once {
  const fingerprint = fingerprintOf(content);
  const key = c.req.header('Idempotency-Key') ?? formKey;
  if (key === undefined) return { scope, key: c.get('services').random(16).toString('hex'), fingerprint };
  if (!/^[\x21-\x7e]{8,100}$/.test(key)) {
    const detail =
      c.get('language') === 'ja'
        ? 'Idempotency-Keyは8〜100文字の半角英数字と記号で指定してください（UUIDなど）。'
        : 'An Idempotency-Key has 8 to 100 visible characters, such as a UUID.';
    throw new Problem('invalid-input', { detail });
  }
  return { scope, key, fingerprint };
}

/**
 * The same for a form of a static page, which can carry no key of its own: the same content within two minutes is the
 * same request. Longer would let somebody who knows what another wrote come to their answer.
 */
export async function onceFromForm<E extends Env>(
  c: Context<E>,
  scope: string,
  content: unknown,
  formKey?: string,
): Promise<Once> {
  const { clock, db } = c.get('services');
  const hasKey = formKey !== undefined || c.req.header('Idempotency-Key') !== undefined;
  if (hasKey || !isForm(c)) return onceFrom(c, scope, content, formKey);
  const fingerprint = fingerprintOf(content);
  const window = Math.floor(clock() / sameFormMs);
  const inWindow = (number: number): Once => ({ scope, key: `form:${number}:${fingerprint}`, fingerprint });
  const before = inWindow(window - 1);
  return (await earlierResult(db, before)) ? before : inWindow(window);
}

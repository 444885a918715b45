import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SignedIdentity } from '../../../api/embed/contract.ts';
import { isProvenBy } from '../../../api/embed/signed-identity.ts';

const secret = 'what the shop and its help centre both know';
const now = Date.parse('2026-11-16T10:00:00+09:00');
const email = 'hanako@example.jp';

function signed({ address = email, at = now, key = secret } = {}): SignedIdentity {
  const signature = createHmac('sha256', key).update(`${address}\n${at}`).digest('hex');
  return { email: address, at, signature };
}

describe('an identity that another site signed', () => {
  it('proves the address that it names, for twelve hours', () => {
    expect(isProvenBy(signed(), email, secret, now)).toBe(true);
    expect(isProvenBy(signed(), email, secret, now + 12 * 3_600_000)).toBe(true);
    expect(isProvenBy({ ...signed(), email: 'Hanako@Example.jp' }, 'HANAKO@example.jp', secret, now)).toBe(true);
  });

  it.each([
    ['none at all', undefined, email, secret],
    ['another address than the message has', signed(), 'taro@example.jp', secret],
    ['another address than was signed', { ...signed(), email: 'taro@example.jp' }, 'taro@example.jp', secret],
    ['another time than was signed', { ...signed(), at: now - 1 }, email, secret],
    ['another secret', signed({ key: 'guessed' }), email, secret],
    ['an old one', signed({ at: now - 12 * 3_600_000 - 1 }), email, secret],
    ['one of tomorrow', signed({ at: now + 6 * 60_000 }), email, secret],
    ['a portal without a secret', signed(), email, null],
  ])('proves nothing: %s', (_, identity, address, key) => {
    expect(isProvenBy(identity, address, key, now)).toBe(false);
  });
});

import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from '../../../api/accounts/passwords.ts';
import { cast } from '../../support/cast.ts';

const { password } = cast.ichiro;

describe('a password', () => {
  it('is kept as an argon2id PHC string at OWASP’s cost', async () => {
    expect(await hashPassword(password)).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
    );
  });

  it('is salted: the same one gives another string each time, and both match', async () => {
    const [one, other] = await Promise.all([hashPassword(password), hashPassword(password)]);
    expect(one).not.toBe(other);
    expect(await verifyPassword(password, one)).toBe(true);
    expect(await verifyPassword(password, other)).toBe(true);
  });

  it.each([['Walking is a fine habit'], ['walking is a fine habit '], [''], [cast.emma.password]])(
    'matches nothing else: %j',
    async (wrong) => {
      expect(await verifyPassword(wrong, await hashPassword(password))).toBe(false);
    },
  );

  it('is the same however the keyboard composed it', async () => {
    const composed = 'がんばって歩く'.normalize('NFC');
    const apart = composed.normalize('NFD');
    expect(composed).not.toBe(apart);
    expect(await verifyPassword(apart, await hashPassword(composed))).toBe(true);
    expect(await verifyPassword(composed, await hashPassword(apart))).toBe(true);
  });

  it('still matches a string of another cost, as an older release may have left it', async () => {
    const nonce = Buffer.alloc(16, 7);
    const hash = argon2Sync('argon2id', {
      message: password,
      nonce,
      tagLength: 24,
      memory: 64,
      passes: 3,
      parallelism: 1,
    });
    const phc = `$argon2id$v=19$m=64,t=3,p=1$${unpadded(nonce)}$${unpadded(hash)}`;
    expect(await verifyPassword(password, phc)).toBe(true);
    expect(await verifyPassword(`${password}!`, phc)).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['the password itself', password],
    ['a string of another algorithm', '$argon2i$v=19$m=64,t=3,p=1$BwcHBwcHBwcHBwcHBwcHBw$AAAA'],
    ['a string of another version', '$argon2id$v=16$m=64,t=3,p=1$BwcHBwcHBwcHBwcHBwcHBw$AAAA'],
    ['a string without a hash', '$argon2id$v=19$m=64,t=3,p=1$BwcHBwcHBwcHBwcHBwcHBw$'],
  ])('does not match %s', async (_, phc) => {
    expect(await verifyPassword(password, phc)).toBe(false);
  });
});

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

import { describe, expect, it } from 'vitest';
import { checkNewPassword, commonPasswords } from '../../../api/accounts/new-password.ts';
import { cast } from '../../support/cast.ts';

const { email, name } = cast.ichiro;
const choose = (password: string) => checkNewPassword(password, [email, name], 'en');

describe('a new password', () => {
  it('is compared with 5,000 that may be chosen, as each of them is long enough', () => {
    expect(commonPasswords.size).toBe(5000);
    expect([...commonPasswords].filter((common) => common.length < 10)).toEqual([]);
  });

  it.each(['qwertyuiop', 'PASSWORD123', 'Newfoundland', 'ｂａｓｋｅｔｂａｌｌ', 'matrosova27', email, 'abababababab'])(
    'is refused when it is guessed first: %s',
    (password) => {
      expect(() => choose(password)).toThrow(expect.objectContaining({ slug: 'invalid-input' }));
    },
  );

  it.each([
    '歩くことが好きです。毎日',
    'aaaa bbbb cc dd',
    '1029384756 again',
    '          ok !',
    'ALL CAPITALS AND NOTHING ELSE',
  ])('may be of any characters: %s', (password) => {
    expect(() => choose(password)).not.toThrow();
  });
});

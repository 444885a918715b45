import { describe, expect, it } from 'vitest';
import { checkNewPassword } from '../../../api/accounts/new-password.ts';
import { cast } from '../../support/cast.ts';

const { email, name } = cast.ichiro;
const choose = (password: string) => checkNewPassword(password, [email, name], 'en');

describe('a new password', () => {
  it.each(['qwertyuiop', 'PASSWORD123', 'Newfoundland', 'ｂａｓｋｅｔｂａｌｌ', email, 'abababababab'])(
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

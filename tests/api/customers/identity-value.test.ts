import { describe, expect, it } from 'vitest';
import { identityValue } from '../../../api/customers/identity-value.ts';

describe('how an identity is kept', () => {
  it.each([
    ['090-1234-5678', '+819012345678'],
    ['０９０ １２３４ ５６７８', '+819012345678'],
    ['+81 90-1234-5678', '+819012345678'],
    ['+81 (0)90 1234 5678', '+819012345678'],
    ['03ー1234ー5678', '+81312345678'],
    ['010 44 20 7946 0958', '+442079460958'],
    ['0044 20 7946 0958', '+442079460958'],
    ['+44 20 7946 0958', '+442079460958'],
  ])('is one for every way to write a number: %s', (written, kept) => {
    expect(identityValue('phone', written)).toBe(kept);
  });

  it.each(['', '123', '9012345678', 'call me', '+', '090-1234-5678 ext 4', '0'.repeat(12), '+1234567890123456'])(
    'is nothing for what is no number: %s',
    (written) => expect(identityValue('phone', written)).toBeNull(),
  );

  it('is an address in small letters, and nothing for what is none', () => {
    expect(identityValue('email', ' Hanako@Example.JP ')).toBe('hanako@example.jp');
    expect(identityValue('email', 'ｈａｎａｋｏ@example.jp')).toBe('hanako@example.jp');
    expect(identityValue('email', 'hanako')).toBeNull();
  });
});

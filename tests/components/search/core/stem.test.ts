import { describe, expect, it } from 'vitest';
import { stem } from '../../../../components/search/core/stem.ts';

describe('the forms of a word', () => {
  it.for([
    { forms: ['return', 'returns', 'returned', 'returning'] },
    { forms: ['ship', 'shipped', 'shipping', 'shipper'] },
    { forms: ['cancel', 'cancelled', 'canceled', 'cancelling', 'cancellation'] },
    { forms: ['exchange', 'exchanges', 'exchanging', 'exchanged', 'exchangeable'] },
    { forms: ['delivery', 'deliveries'] },
    { forms: ['address', 'addresses', 'addressed'] },
    { forms: ['shoe', 'shoes'] },
    { forms: ['payment', 'payments'] },
  ])('meet in one stem: $forms', ({ forms }) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });

  it('are not taken for those of another word', () => {
    const words = ['return', 'refund', 'ship', 'shoe', 'shop', 'order', 'points', 'paint'];
    expect(new Set(words.map(stem)).size).toBe(words.length);
  });
});

describe('a stem', () => {
  it.for(['bus', 'red', 'is', 'a', ''])('is the word itself when it is short: “%s”', (word) => {
    expect(stem(word)).toBe(word);
  });

  it.for(['status', 'order', 'ring', 'delivery'])('keeps what only looks like an ending: “%s”', (word) => {
    expect(stem(word)).toBe(word);
  });

  it.for(['返品', 'cafés', 'b2bs', 'Returns', '2fas'])(
    'is the word itself in anything but small letters: “%s”',
    (word) => {
      expect(stem(word)).toBe(word);
    },
  );
});

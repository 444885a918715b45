import { assert, constantFrom, nat, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, Speller } from '../../../../components/search/core/typos.ts';

/** More than any two words here are apart. */
const unlimited = 100;
const shortWord = string({ unit: constantFrom('a', 'b', 'c'), maxLength: 6 });

/** The same distance, straight from its definition. */
function naiveDistance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const ways = [
    naiveDistance(one.slice(1), other) + 1,
    naiveDistance(one, other.slice(1)) + 1,
    naiveDistance(one.slice(1), other.slice(1)) + (one[0] === other[0] ? 0 : 1),
  ];
  if (one.length > 1 && one[0] === other[1] && one[1] === other[0])
    ways.push(naiveDistance(one.slice(2), other.slice(2)) + 1);
  return Math.min(...ways);
}

describe('the distance between two words', () => {
  it.for([
    { one: 'refund', other: 'refund', distance: 0, what: 'nothing' },
    { one: 'refund', other: 'refnd', distance: 1, what: 'a letter left out' },
    { one: 'refund', other: 'reffund', distance: 1, what: 'a letter added' },
    { one: 'refund', other: 'refind', distance: 1, what: 'a letter changed' },
    { one: 'refund', other: 'refnud', distance: 1, what: 'two letters swapped' },
    { one: 'delivery', other: 'delivrey', distance: 1, what: 'two letters swapped' },
    { one: '', other: 'box', distance: 3, what: 'a whole word' },
  ])('of “$one” and “$other” is $distance for $what', ({ one, other, distance }) => {
    expect(editDistance(one, other, unlimited)).toBe(distance);
  });

  it('is the same both ways', () => {
    assert(
      property(shortWord, shortWord, nat(4), (one, other, most) => {
        expect(editDistance(one, other, most)).toBe(editDistance(other, one, most));
      }),
    );
  });

  it('is nothing between equal words, and only there', () => {
    assert(
      property(shortWord, shortWord, (one, other) => {
        expect(editDistance(one, one, unlimited)).toBe(0);
        expect(editDistance(one, other, unlimited) === 0).toBe(one === other);
      }),
    );
  });

  it('is what its definition says', () => {
    assert(
      property(shortWord, shortWord, (one, other) => {
        expect(editDistance(one, other, unlimited)).toBe(naiveDistance(one, other));
      }),
    );
  });

  it('is not counted beyond the most that is asked for', () => {
    expect(editDistance('box', 'boxes and more', 1)).toBe(2);
    assert(
      property(shortWord, shortWord, nat(4), (one, other, most) => {
        expect(editDistance(one, other, most)).toBe(Math.min(naiveDistance(one, other), most + 1));
      }),
    );
  });
});

describe('mending', () => {
  const speller = new Speller([
    'Refund of a delivery',
    'Where is my delivery?',
    "My parcel hasn't arrived",
    'Change the password',
    'cost, coat, coat',
    'お支払いにPayPayが使えます',
  ]);

  it.for([
    { typed: 'refnud', means: 'refund' },
    { typed: 'REFUMD', means: 'refund' },
    { typed: 'passwrd change', means: 'password change' },
    { typed: 'delvirey', means: 'delivery' },
    { typed: 'pasword and delivry?', means: 'password and delivery?' },
    { typed: 'passwrodを変える', means: 'passwordを変える' },
  ])('reads “$typed” as “$means”', ({ typed, means }) => {
    expect(speller.mend(typed)).toBe(means);
  });

  it('leaves alone what it knows, in any of its forms', () => {
    expect(speller.mend('refund')).toBeNull();
    expect(speller.mend('refunds refunded refunding')).toBeNull();
  });

  it('knows words with an apostrophe, whichever is typed', () => {
    expect(speller.mend("hasn't arrived")).toBeNull();
    expect(speller.mend('hasn’t arrived')).toBeNull();
    expect(speller.mend('hasnt arrived')).toBeNull();
  });

  it('leaves alone what is too short to tell', () => {
    expect(speller.mend('teh mx')).toBeNull();
  });

  it('knows words in letters amid Japanese', () => {
    expect(speller.mend('paypay')).toBeNull();
    expect(speller.mend('paypyaで払う')).toBe('paypayで払う');
  });

  it('allows two mistakes in a long word only', () => {
    expect(speller.mend('dlivry')).toBeNull();
    expect(speller.mend('dxlivxry')).toBe('delivery');
  });

  it('leaves alone what is like nothing', () => {
    expect(speller.mend('volcano')).toBeNull();
    expect(speller.mend('配送 24')).toBeNull();
    expect(speller.mend('')).toBeNull();
  });

  it('prefers the more common of two words that are as near', () => {
    expect(speller.mend('coit')).toBe('coat');
    expect(speller.mend('cott')).toBe('coat');
  });

  it('knows only words that stand on pages, not what every object has', () => {
    expect(speller.mend('constructor __proto__ valueof')).toBeNull();
  });

  it('mends nothing when there are no pages', () => {
    expect(new Speller([]).mend('refnud')).toBeNull();
  });
});

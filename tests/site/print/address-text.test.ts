import { describe, expect, it } from 'vitest';
import { addressText } from '../../../site/print/address-text.ts';

const origin = 'https://help.example.com';

describe('the address of a link on paper', () => {
  it.each([
    ['/ja/faq/return-policy/', '返品の条件', '/ja/faq/return-policy/'],
    [`${origin}/ja/contact/`, 'お客様窓口', '/ja/contact/'],
    ['https://example.org/guide?id=7', 'the guide', 'https://example.org/guide?id=7'],
    ['https://example.org/%E9%9D%B4/', '靴', 'https://example.org/靴/'],
    ['https://example.org/100%/', 'all of it', 'https://example.org/100%/'],
    ['mailto:care@aruku.example', 'write to us', 'care@aruku.example'],
    ['tel:0120000417', 'お電話', '0120000417'],
  ])('of %s behind "%s" is %s', (href, text, expected) => {
    expect(addressText(href, text, origin)).toBe(expected);
  });

  it.each([
    ['https://example.org/', 'https://example.org'],
    ['https://example.org/a/', 'example.org/a'],
    ['mailto:care@aruku.example', 'care@aruku.example'],
    ['tel:0120000417', '0120-000-417'],
    ['#steps', '下の手順'],
    ['', 'nowhere'],
  ])('of %s is left out behind "%s", which says it already', (href, text) => {
    expect(addressText(href, text, origin)).toBe('');
  });
});

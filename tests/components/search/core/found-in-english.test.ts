import { describe, expect, it } from 'vitest';
import { english, faint, firstFor, near } from './finders.ts';

describe('finding in English', () => {
  it.for([
    { query: 'PASSWORD', slug: 'reset-password', what: 'capitals' },
    { query: 'ｐａｓｓｗｏｒｄ', slug: 'reset-password', what: 'full-width letters' },
    { query: 'returning shoes', slug: 'return-policy', what: 'another form of a word' },
    { query: 'pasword', slug: 'reset-password', what: 'a letter left out' },
    { query: 'gaurantee', slug: 'warranty', what: 'letters swapped' },
    { query: 'invoise', slug: 'invoice-download', what: 'a letter changed' },
    { query: 'voucher', slug: 'gift-card-balance', what: 'a customer’s word' },
    { query: 'where is my bill', slug: 'invoice-download', what: 'a customer’s word in a sentence' },
    { query: 'vuocher', slug: 'gift-card-balance', what: 'a customer’s word, misspelt' },
    { query: "it doesn't accept me", slug: 'reset-password', what: 'an apostrophe' },
    {
      query: 'Hello, I wore the shoes once, can I still return them?',
      slug: 'return-policy',
      what: 'a whole sentence',
    },
    { query: 'I moved last week, how do I tell you my new address?', slug: 'change-address', what: 'a whole sentence' },
    { query: 'warranty', slug: 'warranty', what: 'a word of the address' },
    { query: 'balance', slug: 'gift-card-balance', what: 'a word of the address' },
  ])('understands $what: “$query”', ({ query, slug }) => {
    const first = firstFor(english, query);
    expect(first?.page.url).toBe(`/en/faq/${slug}/`);
    expect(first?.nearest).toBeGreaterThanOrEqual(near);
  });

  it('leads to the heading that is nearest', () => {
    expect(firstFor(english, 'when does the money arrive')).toMatchObject({
      page: { url: '/en/faq/return-policy/' },
      anchor: 'money',
    });
  });

  it('leads to the page itself when its title, what was asked or its address is nearest', () => {
    for (const query of ['Which shoes can I send back?', 'worn once', 'return policy']) {
      expect(firstFor(english, query)).toMatchObject({ page: { url: '/en/faq/return-policy/' }, anchor: null });
    }
  });

  it.for(['weather on mars', 'football results', 'quantum physics'])('finds “%s” faintly at most', (query) => {
    for (const { nearest } of english.find(query)) expect(nearest).toBeLessThan(faint);
  });
});

import { describe, expect, it } from 'vitest';
import { type Described, nearestPages } from '../../../site/related/nearest.ts';

const page = (slug: string, title: string, category: string, asked: string[]): Described => ({
  url: `/en/faq/${slug}/`,
  kind: 'faq',
  category,
  title,
  answer: title,
  asked,
});

const pages = [
  page('exchange', 'Swap shoes for another size', 'returns', ['wrong size', 'too small', 'another size']),
  page('measure', 'Measure your feet to choose a size', 'shoes', ['which size am I', 'shoe size chart']),
  page('refund', 'When the refund reaches your card', 'returns', ['money back', 'refund on my card']),
  page('card', 'Card declined at the checkout', 'orders', ['my card does not work', 'card refused']),
  page('password', 'Forgotten password', 'account', ['reset my password']),
];
const near = nearestPages(pages, 'en', 3);

describe('pages near in meaning', () => {
  it('are found across categories', () => {
    expect(near.get('/en/faq/exchange/')?.[0]).toBe('/en/faq/measure/');
    expect(near.get('/en/faq/refund/')?.[0]).toBe('/en/faq/card/');
  });

  it('are never the page itself, and each is named once', () => {
    for (const [url, others] of near) {
      expect(others).not.toContain(url);
      expect(new Set(others).size).toBe(others.length);
    }
  });

  it('are none at all where nothing comes near', () => {
    expect(near.get('/en/faq/password/')).toEqual([]);
  });

  it('are no more than were asked for', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      page(`size-${index}`, 'Another size', 'returns', [`size ${index}`]),
    );
    for (const others of nearestPages(many, 'en', 4).values()) expect(others.length).toBeLessThanOrEqual(4);
  });

  it('are found in Japanese, too', () => {
    const japanese = nearestPages(
      [
        page('a', '領収書を発行したい', 'orders', ['領収書の宛名']),
        page('b', '領収書の宛名を変えたい', 'account', ['宛名の変更']),
        page('c', '靴を洗いたい', 'shoes', ['洗い方']),
      ],
      'ja',
      3,
    );
    expect(japanese.get('/en/faq/a/')).toEqual(['/en/faq/b/']);
  });
});

import { describe, expect, it } from 'vitest';
import { QuestionFinder } from '../../../../components/search/core/finder.ts';
import { english, japanese } from './finders.ts';

describe('what is found', () => {
  it('comes likest first, each page once', () => {
    for (const found of [japanese.find('クレカで返品'), english.find('voucher or bill for shoes')]) {
      const urls = found.map(({ page }) => page.url);
      expect(found.length).toBeGreaterThan(1);
      expect(new Set(urls).size).toBe(urls.length);
      expect(found.map(({ score }) => score)).toEqual(
        found.map(({ score }) => score).sort((one, other) => other - one),
      );
    }
  });

  it('is nothing among no pages', () => {
    for (const language of ['ja', 'en'] as const) {
      const empty = new QuestionFinder({ language, pages: [], readings: {}, synonyms: {} });
      expect(empty.find('返品 refund')).toEqual([]);
    }
  });

  it.for(['', ' ', '　', '？', '!!!'])('is nothing for “%s”', (query) => {
    expect(japanese.find(query)).toEqual([]);
    expect(english.find(query)).toEqual([]);
  });
});

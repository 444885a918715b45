import { describe, expect, it } from 'vitest';
import { createArticleFinder } from '../../api/tickets/fitting-articles.ts';
import { article } from '../support/services.ts';

const page = (slug: string, title: string, asked: string[], language: 'ja' | 'en' = 'ja') => ({
  ...article,
  language,
  slug,
  url: `/${language}/faq/${slug}/`,
  title,
  asked,
});

const articles = [
  page('return-policy', '返品できる条件を教えてください', ['返品したい', '返品できますか']),
  page('wrong-size-delivered', '注文と違うサイズが届きました', ['違うサイズが届いた', 'サイズ違い']),
  page('receipt', '領収書の発行方法', ['領収書がほしい']),
  page('leave', '退会について', ['退会したい']),
  page('return-policy', 'Can I return something I don’t want?', ['return', 'send it back'], 'en'),
];
const find = createArticleFinder(() => articles);
const slugs = (text: string, language: 'ja' | 'en' = 'ja') => find(language, text).map(({ slug }) => slug);

describe('articles for somebody who has written', () => {
  it('are those that are about it, by the subject', () => {
    expect(slugs('違うサイズが届きました\n24.5を注文しました。')[0]).toBe('wrong-size-delivered');
    expect(slugs('返品したいです\nよろしくお願いします。')[0]).toBe('return-policy');
    expect(slugs('Can I return my shoes?\nThey do not fit.', 'en')).toEqual(['return-policy']);
  });

  it('are those that the message is about, when the subject says nothing', () => {
    expect(slugs('質問です\n領収書がほしいのですが。')).toEqual(['receipt']);
  });

  it('are none when nothing is about it', () => {
    expect(slugs('取材のお願い\n雑誌の編集部です。')).toEqual([]);
    expect(slugs('Hello\nHow are you?', 'en')).toEqual([]);
    expect(createArticleFinder(() => [])('ja', '返品したい')).toEqual([]);
  });

  it('are at most three', () => {
    const many = Array.from({ length: 6 }, (_, index) => page(`returns-${index}`, '返品できますか', ['返品したい']));
    expect(createArticleFinder(() => many)('ja', '返品したい')).toHaveLength(3);
  });

  it('are the latest when the site has changed', () => {
    let now = [articles[0] ?? article];
    const finder = createArticleFinder(() => now);
    expect(finder('ja', '領収書がほしい')).toEqual([]);
    now = articles;
    expect(finder('ja', '領収書がほしい').map(({ slug }) => slug)).toEqual(['receipt']);
  });
});

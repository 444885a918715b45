import { describe, expect, it } from 'vitest';
import { articleThing } from '../../../site/discovery/article.ts';
import { breadcrumbs } from '../../../site/discovery/breadcrumbs.ts';
import { questionsPage } from '../../../site/discovery/questions.ts';
import { scriptText } from '../../../site/discovery/structured-data.ts';

const url = 'https://help.aruku.example/en/guides/measure-your-feet/';
const guide = {
  url,
  language: 'en',
  title: 'Measure your feet',
  answer: 'Stand on paper.',
  reviewed: '2026-11-01',
  organisation: 'Aruku',
} as const;
const steps =
  '<p>In the evening.</p><div class="steps"> <ol><li><p><b>Stand</b> on\n paper.</p><ol><li>Both feet</li></ol></li><li>Mark &amp; measure.</li></ol> </div>';

describe('structured data in a page', () => {
  it('ends no script, whatever an editor writes, and says the same when it is read', () => {
    const name = '</script><script>alert(1)</script><!-- \u2028';
    const text = scriptText([{ '@type': 'Thing', name }]);
    expect(text).not.toMatch(/[<\u2028]/);
    expect(JSON.parse(text)).toEqual({ '@context': 'https://schema.org', '@graph': [{ '@type': 'Thing', name }] });
  });
});

describe('an article as structured data', () => {
  it('says what it answers and when it was last checked', () => {
    expect(articleThing(guide, '<p>In the evening.</p>')).toEqual({
      '@type': 'Article',
      '@id': `${url}#article`,
      headline: 'Measure your feet',
      description: 'Stand on paper.',
      inLanguage: 'en',
      dateModified: '2026-11-01',
      mainEntityOfPage: url,
      author: { '@type': 'Organization', name: 'Aruku' },
    });
  });

  it('of a guide has its steps, the time it takes and what it needs', () => {
    expect(articleThing({ ...guide, minutes: 10, needs: ['Paper'] }, steps)).toMatchObject({
      '@type': 'HowTo',
      name: 'Measure your feet',
      totalTime: 'PT10M',
      tool: [{ '@type': 'HowToTool', name: 'Paper' }],
      step: [
        { '@type': 'HowToStep', position: 1, text: 'Stand on paper. Both feet' },
        { '@type': 'HowToStep', position: 2, text: 'Mark & measure.' },
      ],
    });
  });

  it('is no guide for having steps, nor for being one without any', () => {
    expect(articleThing(guide, steps)['@type']).toBe('Article');
    expect(articleThing({ ...guide, minutes: 10 }, '<p>Hello</p>')['@type']).toBe('Article');
  });
});

describe('a category as structured data', () => {
  it('has its questions with the answers that stand on the page', () => {
    const question = { title: 'How long?', answer: '30 days.', url: `${url}x/` };
    expect(questionsPage(url, [question])).toMatchObject({
      '@type': 'FAQPage',
      mainEntity: [{ '@type': 'Question', name: 'How long?', acceptedAnswer: { text: '30 days.' }, url: `${url}x/` }],
    });
  });

  it('has the way there, counted from 1', () => {
    const trail = [
      { title: 'Help', url: 'https://help.aruku.example/en/' },
      { title: 'Returns', url },
    ];
    expect(breadcrumbs(trail)['itemListElement']).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Help', item: 'https://help.aruku.example/en/' },
      { '@type': 'ListItem', position: 2, name: 'Returns', item: url },
    ]);
  });
});

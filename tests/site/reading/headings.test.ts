import { describe, expect, it } from 'vitest';
import { contentsOf, withHeadingLinks, withinAnother, withNoteAt } from '../../../site/reading/headings.ts';
import { isReadInPlace } from '../../../site/reading/in-place.ts';
import { platformsIn } from '../../../site/reading/platforms.ts';

const heading = (slug: string, depth = 2) => ({ slug, depth, text: slug });

describe('the list of contents', () => {
  it('names the sections of a page that has three', () => {
    expect(contentsOf([heading('a'), heading('b', 3), heading('c'), heading('d')]).map(({ slug }) => slug)).toEqual([
      'a',
      'c',
      'd',
    ]);
  });

  it('is left out of a page that is seen at a glance', () => {
    expect(contentsOf([heading('a'), heading('b'), heading('c', 3)])).toEqual([]);
  });
});

describe('a text', () => {
  const html = '<p>Before.</p><h2 id="how">How</h2><p>So.</p><h2 id="ask-title">Ask</h2>';

  it('has headings that are links to themselves, those of its steps aside', () => {
    expect(withHeadingLinks(html, [heading('how')])).toBe(
      '<p>Before.</p><h2 id="how"><a class="heading-link" href="#how">How</a></h2><p>So.</p><h2 id="ask-title">Ask</h2>',
    );
  });

  it('takes a note after the heading it belongs to, linked or not', () => {
    expect(withNoteAt(html, 'ask-title', '!')).toBe(`${html}!`);
    expect(withNoteAt(withHeadingLinks(html, [heading('how')]), 'how', '!')).toContain('How</a></h2>!<p>So.</p>');
  });

  it('takes a note before everything where its place is not known', () => {
    expect(withNoteAt(html, '', '!')).toBe(`!${html}`);
    expect(withNoteAt(html, 'nowhere', '!')).toBe(`!${html}`);
  });

  it('has no ids of its own within another page, and headings below that page’s', () => {
    expect(withinAnother('<h2 id="how">How</h2><h3 id="x">X</h3>')).toBe('<h4>How</h4><h5>X</h5>');
  });
});

describe('an answer', () => {
  it('is read in place if it is short', () => {
    expect(isReadInPlace('a'.repeat(1150), 'en')).toBe(true);
    expect(isReadInPlace('a'.repeat(1151), 'en')).toBe(false);
    expect(isReadInPlace('あ'.repeat(521), 'ja')).toBe(false);
  });

  it('is read on its own page if it needs one to work on', () => {
    expect(isReadInPlace('<For platform="iphone">Press it.</For>', 'en')).toBe(false);
  });
});

describe('the platforms a text speaks of', () => {
  const platforms = ['iphone', 'android', 'computer'].map((id) => ({ id, name: { ja: id, en: id }, signs: [] }));

  it('are offered in the order of the portal, each once', () => {
    const html = '<p data-platform="computer">a</p><span data-platform="iphone computer">b</span>';
    expect(platformsIn(html, platforms).map(({ id }) => id)).toEqual(['iphone', 'computer']);
  });

  it('are no choice if there is but one', () => {
    expect(platformsIn('<p data-platform="iphone">a</p>', platforms)).toEqual([]);
  });
});

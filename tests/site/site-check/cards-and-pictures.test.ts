import { describe, expect, it } from 'vitest';
import { checkBuilt, origin, pngOf } from '../../support/built-tree.ts';
import { type Fault, findsEach, url } from './faults.ts';

const faults: Fault[] = [
  { what: 'no title for a card', instead: 'property="og:title"', write: 'property="x"', says: 'It has no og:title' },
  { what: 'no picture for a card', instead: 'property="og:image"', write: 'property="x"', says: 'no og:image' },
  {
    what: 'a picture for a card without the site’s address',
    instead: `content="${origin}/social/en.png"`,
    write: 'content="/social/en.png"',
    says: 'og:image is no whole address',
  },
  { what: 'a picture for a card that is not there', instead: '/social/en.png', write: '/social/x.png', says: 'no PNG' },
  { what: 'a wrong width for a card', instead: 'content="1200"', write: 'content="800"', says: 'og:image:width' },
  { what: 'a card picture without alt', instead: 'og:image:alt', write: 'x', says: 'no og:image:alt' },
  {
    what: 'a card that shows its picture small',
    instead: 'summary_large_image',
    write: 'summary',
    says: 'twitter:card',
  },
  { what: 'a picture without measures', instead: ' width="64"', write: '', says: 'no width and height' },
  { what: 'a picture without alt', instead: ' alt="A heel"', write: '', says: 'has no alt' },
];

describe('the check of a built site: cards and pictures', () => {
  findsEach(faults);

  it('finds pictures for cards of another size, and such as are none', async () => {
    for (const picture of [pngOf(1200, 600), Buffer.from('<svg></svg>'), null]) {
      const { findings } = await checkBuilt({}, picture);
      expect(findings).toContainEqual({ page: url, reason: `${origin}/social/en.png is no PNG of 1200 by 630.` });
    }
  });
});

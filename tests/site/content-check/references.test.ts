import { describe, expect, it } from 'vitest';
import { checkTree, page, put } from '../../support/content-tree.ts';
import { expectOneFinding, type Mistake } from './mistakes.ts';

const link = '/en/faq/exchange-size/';
const mistakes: Mistake[] = [
  {
    what: 'a link to nowhere',
    instead: link,
    write: '/en/faq/exchange-sise/',
    line: 17,
    says: ['/en/faq/exchange-sise/ leads nowhere'],
    example: link,
    isCure: true,
  },
  {
    what: 'a link without its closing slash',
    instead: link,
    write: '/en/faq/exchange-size',
    line: 17,
    says: ['/en/faq/exchange-size leads nowhere'],
    example: link,
    isCure: true,
  },
  {
    what: 'a link without its language',
    instead: link,
    write: '/faq/exchange-size/',
    line: 17,
    says: ['/faq/exchange-size/ leads nowhere'],
    example: link,
    isCure: true,
  },
  {
    what: 'a link to a category that does not exist',
    instead: link,
    write: '/en/categories/refunds/',
    line: 17,
    says: ['/en/categories/refunds/ leads nowhere'],
    example: '/en/categories/returns/',
    isCure: true,
  },
  {
    what: 'a relative link',
    instead: link,
    write: '../exchange-size/',
    line: 17,
    says: ["../exchange-size/ does not begin at the site's root"],
    example: link,
    isCure: true,
  },
  {
    what: 'a link into the other language',
    instead: link,
    write: '/ja/faq/exchange-size/',
    line: 17,
    says: ["leaves the page's language"],
    example: link,
    isCure: true,
  },
  {
    what: 'a link to nowhere that is written apart from its text',
    instead: '[Another size](/en/faq/exchange-size/) is free.',
    write: '[Another size][size] is free.\n\n[size]: /en/faq/sizes/',
    line: 19,
    says: ['/en/faq/sizes/ leads nowhere'],
    example: '/en/faq/exchange-size/',
  },
  {
    what: 'a picture that is not there',
    instead: 'heel.svg',
    write: 'toe.svg',
    line: 21,
    says: ['there is no content/media/toe.svg'],
    example: 'src="measure-heel.svg" for content/media/measure-heel.svg',
  },
];

describe('the check of where an article points to', () => {
  it.for(mistakes)('finds $what', async (mistake) => {
    await expectOneFinding(page, mistake);
  });

  it('offers a page of the same language', async () => {
    const file = 'content/faq/ja/return-policy.mdx';
    const { findings } = await checkTree({ [file]: put('/faq/exchange-size/', '/ja/faq/exchange-size/') });
    expect(findings).toMatchObject([{ file, line: 11, example: '/ja/faq/exchange-size/' }]);
  });

  it('finds each file of a video that is not there', async () => {
    const video =
      '<Video src="walk.mp4" title="Walking" captions="walk.{language}.vtt" poster="walk.png" published="2026-11-01" />';
    const { findings } = await checkTree({ [page]: put(video, '## How to send them back') });
    expect(findings.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '19 src="walk.mp4": there is no content/media/walk.mp4',
      '19 poster="walk.png": there is no content/media/walk.png',
      '19 captions="walk.{language}.vtt": there is no content/media/walk.ja.vtt',
      '19 captions="walk.{language}.vtt": there is no content/media/walk.en.vtt',
    ]);
  });

  it('lets links leave the site, and stay on the page', async () => {
    for (const url of ['https://example.com/', 'mailto:care@aruku.example', 'tel:0120000417', '#how']) {
      const { findings } = await checkTree({ [page]: put(url, link) });
      expect(findings).toEqual([]);
    }
  });

  it('lets a link lead to a page that is not translated yet', async () => {
    const { findings } = await checkTree({ 'content/faq/en/exchange-size.mdx': null });
    expect(findings).toEqual([]);
  });
});

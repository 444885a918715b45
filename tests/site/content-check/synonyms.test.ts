import { describe, expect, it } from 'vitest';
import { checkTree } from '../../support/content-tree.ts';

const file = 'content/synonyms.yaml';
const right = 'ja:\n  クレカ: [クレジットカード]\nen:\n  voucher: [coupon, gift card]\n';

describe('the check of synonyms.yaml', () => {
  it('finds nothing wrong with what is right, or with a file that is not there', async () => {
    expect((await checkTree({ [file]: right })).findings).toEqual([]);
    expect((await checkTree({ [file]: null })).findings).toEqual([]);
  });

  it.for([
    {
      what: 'a word that stands for no list',
      write: 'ja: {}\nen:\n  bill: [invoice]\n  voucher: coupon\n',
      line: 4,
      says: 'en.voucher: expected a list; got "coupon"',
      example: 'voucher: ["coupon","gift card"]',
    },
    {
      what: 'a word that stands for nothing',
      write: 'ja:\n  クレカ: []\nen: {}\n',
      line: 2,
      says: 'ja.クレカ: expected at least 1 entries; got []',
      example: 'クレカ: ["coupon","gift card"]',
    },
    {
      what: 'a word that stands for too much',
      write: 'ja: {}\nen:\n  voucher: [coupon, gift card, points, discount]\n',
      line: 3,
      says: 'en.voucher: expected at most 3 entries',
      example: 'voucher: ["coupon","gift card"]',
    },
    {
      what: 'a number among the words',
      write: 'ja: {}\nen:\n  voucher:\n    - coupon\n    - 500\n',
      line: 5,
      says: 'en.voucher.1: expected text; got 500',
      example: '- "coupon"',
    },
    {
      what: 'a language nobody speaks here',
      write: `${right}fr: {}\n`,
      line: 5,
      says: 'fr: there is no such field. Known here: ja, en',
      example: undefined,
    },
    {
      what: 'a word that stands there twice',
      write: 'ja: {}\nen:\n  bill: [invoice]\n  bill: [receipt]\n',
      line: 4,
      says: 'This is not YAML: Map keys must be unique',
      example: 'title: "Text with a colon: in quotes"',
    },
  ])('finds $what', async ({ write, line, says, example }) => {
    const { findings } = await checkTree({ [file]: write });
    expect(findings).toEqual([expect.objectContaining({ file, line, reason: expect.stringContaining(says) })]);
    expect(findings[0]?.example).toBe(example);
  });

  it('finds a language that is missing, and shows words that cure it', async () => {
    const written = 'ja:\n  クレカ: [クレジットカード]\n';
    const { findings } = await checkTree({ [file]: written });
    expect(findings).toEqual([
      {
        file,
        line: 1,
        reason: expect.stringContaining('en: expected'),
        example: 'en: {"voucher":["coupon","gift card"]}',
      },
    ]);
    const cured = await checkTree({ [file]: `${written}${findings[0]?.example ?? ''}\n` });
    expect(cured.findings).toEqual([]);
  });
});

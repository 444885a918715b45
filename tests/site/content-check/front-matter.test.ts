import { describe, expect, it } from 'vitest';
import { checkTree, page, put } from '../../support/content-tree.ts';
import { expectOneFinding, type Mistake } from './mistakes.ts';

const mistakes: Mistake[] = [
  {
    what: 'a word where a number belongs',
    instead: 'rank: 3',
    write: 'rank: high',
    line: 11,
    says: ['rank: expected a number; got "high"'],
    example: 'rank: 3',
    isCure: true,
  },
  {
    what: 'a part of a number where a whole one belongs',
    instead: 'rank: 3',
    write: 'rank: 2.5',
    line: 11,
    says: ['expected a whole number; got 2.5'],
    example: 'rank: 3',
    isCure: true,
  },
  {
    what: 'a number that is too small',
    instead: 'rank: 3',
    write: 'rank: 0',
    line: 11,
    says: ['expected 1 or more; got 0'],
    example: 'rank: 3',
    isCure: true,
  },
  {
    what: 'a title that is too short',
    instead: 'title: Which shoes can I send back?',
    write: 'title: No',
    line: 2,
    says: ['title: expected at least 3 characters; got "No"'],
    example: 'title: "Which payment methods can I use?"',
    isCure: true,
  },
  {
    what: 'a field that is missing',
    instead: 'owner: customer-care',
    write: '',
    line: 2,
    says: ['owner: expected text; it is missing'],
    example: 'owner: "customer-care"',
    isCure: true,
  },
  {
    what: 'a field that does not exist',
    instead: 'rank: 3',
    write: 'rank: 3\ncolour: red',
    line: 12,
    says: ['colour: there is no such field', 'title', 'reviewed'],
  },
  {
    what: 'a list that does not exist, at its name',
    instead: 'rank: 3',
    write: 'colours:\n  - red',
    line: 11,
    says: ['colours: there is no such field'],
  },
  {
    what: 'a category that does not exist',
    instead: 'category: returns',
    write: 'category: refunds',
    line: 4,
    says: ['expected one of returns; got "refunds"'],
    example: 'category: returns',
    isCure: true,
  },
  {
    what: 'a date in words',
    instead: 'reviewed: 2026-11-01',
    write: 'reviewed: 1 November',
    line: 13,
    says: ['reviewed: expected a date, year first; got "1 November"'],
    example: 'reviewed: "2026-11-01"',
    isCure: true,
  },
  {
    what: 'a day that does not exist',
    instead: 'reviewed: 2026-11-01',
    write: 'reviewed: 2026-02-30',
    line: 13,
    says: ['expected a day that exists; got "2026-02-30"'],
    example: 'reviewed: "2026-11-01"',
    isCure: true,
  },
  {
    what: 'too few ways to ask, at the name of the list',
    instead:
      'asked:\n  - send shoes back\n  - how long can I return\n  - return policy\n  - worn once\n  - no box any more',
    write: 'asked:\n  - send shoes back\n  - worn once',
    line: 5,
    says: ['asked: expected at least 5 entries; got ["send shoes back","worn once"]'],
    example: 'asked: ["how can I pay","do you take PayPay","cash on delivery","pay by card","bank transfer"]',
    isCure: true,
  },
  {
    what: 'a way to ask that is empty, on its own line',
    instead: '  - worn once',
    write: "  - ''",
    line: 9,
    says: ['asked.3: expected at least 2 characters; got ""'],
  },
  {
    what: 'a related page that does not exist',
    instead: 'related: [exchange-size]',
    write: 'related: [exchange-sise]',
    line: 12,
    says: ['related: there is no page "exchange-sise"'],
    example: 'related: [exchange-size]',
    isCure: true,
  },
  {
    what: 'a page related to itself',
    instead: 'related: [exchange-size]',
    write: 'related: [return-policy]',
    line: 12,
    says: ['a page is not related to itself'],
    example: 'related: [exchange-size]',
  },
  {
    what: 'a related page by its title',
    instead: 'related: [exchange-size]',
    write: 'related:\n  - Exchange Size',
    line: 13,
    says: ['related.0: expected small letters, digits and single hyphens; got "Exchange Size"'],
    example: '- "return-policy"',
  },
  {
    what: 'YAML with a colon that means something else',
    instead: 'title: Which shoes can I send back?',
    write: 'title: Shoes: which can I send back?',
    line: 2,
    says: ['This is not YAML'],
    example: 'title: "Text with a colon: in quotes"',
    isCure: true,
  },
  {
    what: 'a field that stands there twice',
    instead: 'rank: 3',
    write: 'rank: 3\nrank: 4',
    line: 12,
    says: ['This is not YAML', 'unique'],
    example: 'title: "Text with a colon: in quotes"',
  },
  {
    what: 'no front matter',
    instead: '---\ntitle',
    write: 'title',
    line: 1,
    says: ['begins with its front matter between two lines of ---'],
    example: '---\ntitle: …\n---',
  },
];

describe('the check of front matter', () => {
  it.for(mistakes)('finds $what', async (mistake) => {
    await expectOneFinding(page, mistake);
  });

  it('finds several mistakes of one page at once, in the order of its lines', async () => {
    const { findings } = await checkTree({
      [page]: (text) => put('rank: high', 'rank: 3')(put('reviewed: soon', 'reviewed: 2026-11-01')(text)),
    });
    expect(findings.map(({ line }) => line)).toEqual([11, 13]);
  });

  it('cuts a value that is too long to read', async () => {
    const { findings } = await checkTree({ [page]: put(`answer: ${'long '.repeat(100)}`, 'answer: Any pair') });
    expect(findings[0]?.reason).toMatch(/^answer: expected at most 220 characters; got "long .{110,130}…$/);
  });
});

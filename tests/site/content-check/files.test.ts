import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../site/content-check/check.ts';
import { printed } from '../../../site/content-check/finding.ts';
import { checkTree, page, portalFile, put } from '../../support/content-tree.ts';

const spoil = (text: string) => put('# How', '## How')(put('rank: high', 'rank: 3')(text));
const spoilSettings = put('Asia/Tokio', 'Asia/Tokyo');
const withReturns = (text: string) => text.replaceAll('\n', '\r\n');

describe('the check of content', () => {
  it('finds nothing wrong with what is right, and reads every article', async () => {
    const { findings, articles, portal } = await checkTree();
    expect(findings).toEqual([]);
    expect(portal?.languages).toEqual(['ja', 'en']);
    expect(articles).toHaveLength(8);
    expect(articles).toContainEqual({
      language: 'en',
      kind: 'faq',
      slug: 'return-policy',
      url: '/en/faq/return-policy/',
      title: 'Which shoes can I send back?',
      answer: 'Any pair that was worn only indoors, within 30 days of delivery.',
      category: 'returns',
      rank: 3,
      asked: ['send shoes back', 'how long can I return', 'return policy', 'worn once', 'no box any more'],
    });
  });

  it('finds nothing wrong with the portal’s own content', async () => {
    const { findings, articles } = await checkContent(join(import.meta.dirname, '../../..'));
    expect(findings).toEqual([]);
    expect(articles.length).toBeGreaterThan(20);
  });

  it.for([
    { what: 'capital letters', file: 'content/faq/en/Return_Policy.mdx' },
    { what: 'a language nobody speaks here', file: 'content/faq/fr/return-policy.mdx' },
    { what: 'no language', file: 'content/faq/return-policy.mdx' },
    { what: 'a folder too deep', file: 'content/faq/en/returns/policy.mdx' },
    { what: 'another ending', file: 'content/faq/en/return-policy.md' },
    { what: 'a kind that does not exist', file: 'content/faqs/en/returns.mdx' },
    { what: 'no kind', file: 'content/returns.mdx' },
  ])('finds a file with $what', async ({ file }) => {
    const { findings } = await checkTree({ [file]: 'Hello' });
    expect(findings).toEqual([
      {
        file,
        line: 1,
        reason: expect.stringContaining('content/<faq, guides, troubleshooting>/<ja, en>/<slug>.mdx'),
        example: 'content/faq/en/return-policy.mdx',
      },
    ]);
  });

  it('leaves alone what is not made of articles', async () => {
    const { findings } = await checkTree({
      'content/handbook/en/editors.mdx': '# Hello',
      'content/notes.txt': 'Hello',
    });
    expect(findings).toEqual([]);
  });

  it('counts the same lines in files from Windows', async () => {
    const unix = await checkTree({ [page]: spoil, [portalFile]: spoilSettings });
    const windows = await checkTree({
      [page]: (text) => withReturns(spoil(text)),
      [portalFile]: (text) => withReturns(spoilSettings(text)),
    });
    expect(unix.findings.map(({ file, line }) => `${file}:${line}`)).toEqual([
      `${page}:11`,
      `${page}:19`,
      `${portalFile}:5`,
    ]);
    expect(windows.findings).toEqual(unix.findings);
  });
});

describe('findings as they are printed', () => {
  it('begin with file:line, so that an editor’s terminal can open the place', () => {
    const rank = { file: page, line: 11, reason: 'rank: expected a number; got "high"', example: 'rank: 3' };
    const translation = { file: page, line: 1, reason: 'Its translation is missing.' };
    expect(printed([rank, translation])).toBe(
      `${page}:11\n    rank: expected a number; got "high"\n    for example: rank: 3\n${page}:1\n    Its translation is missing.`,
    );
  });
});

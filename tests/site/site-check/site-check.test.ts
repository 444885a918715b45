import { describe, expect, it } from 'vitest';
import { printed } from '../../../site/site-check/finding.ts';
import { checkBuilt } from '../../support/built-tree.ts';

describe('the check of a built site', () => {
  it('finds nothing wrong with what is right', async () => {
    expect(await checkBuilt()).toEqual({ pages: 5, findings: [] });
  });

  it('prints what is wrong by page', () => {
    const findings = [
      { page: '/en/', reason: 'It has no title.' },
      { page: '/ja/', reason: 'It has no lang.' },
      { page: '/en/', reason: 'It has no lang.' },
    ];
    expect(printed(findings)).toBe('/en/\n    It has no title.\n    It has no lang.\n/ja/\n    It has no lang.');
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { cspHash, firstChoice, firstPaint, scriptHashes } from '../../site/inline-scripts.ts';

describe('the inline scripts', () => {
  it('are named in the decision record as a policy has to name them', async () => {
    expect(scriptHashes).toEqual([cspHash(firstPaint), cspHash(firstChoice)]);
    const record = await readFile(join(import.meta.dirname, '../../content/handbook/decisions/look.md'), 'utf8');
    for (const hash of scriptHashes) expect(record).toContain(hash);
  });

  it('are whole without their comments', () => {
    expect(firstChoice).not.toMatch(/oxlint|served as it stands/);
    const silent = { currentScript: null, adoptedStyleSheets: [], documentElement: { dataset: {} } };
    // Nothing to choose from: it does nothing, and it is a program.
    expect(() => runInNewContext(firstChoice, { document: silent, JSON })).not.toThrow();
  });
});

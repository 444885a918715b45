import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actionName, knownActions } from '../../../../components/desk/audit/action-names.ts';

const root = join(import.meta.dirname, '../../../..');

/** Every action that a file of the API records: the texts of those that know `audited`. */
async function recordedActions(): Promise<string[]> {
  const found = new Set<string>();
  for await (const path of glob('api/**/*.ts', { cwd: root })) {
    const text = await readFile(join(root, path), 'utf8');
    if (!/audited\(|audit(:| =) \{/.test(text) || path === 'api/audit/audited.ts') continue;
    // In the queue of the forum an action is a word of its history, too; what is audited there names its ground.
    const isQueue = path.startsWith('api/moderation/') || path.startsWith('api/forum/');
    for (const [, action = ''] of text.matchAll(/action: '([a-z:-]+)'/g)) {
      if (!isQueue || action.includes(':')) found.add(action);
    }
    for (const [, action = ''] of text.matchAll(/'(notices:[a-z]+)'/g)) found.add(action);
  }
  return [...found];
}

describe('the names of actions', () => {
  it('are there for each that is recorded: a new one needs a line in components/desk/audit/action-names.ts', async () => {
    const recorded = await recordedActions();
    expect(recorded).toContain('tickets:move');
    expect(recorded).toContain('notices:withdraw');
    expect(recorded.filter((action) => !knownActions.includes(action))).toEqual([]);
  });

  it('are words in both languages', () => {
    for (const action of knownActions) {
      expect(actionName(action, 'ja')).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
      expect(actionName(action, 'en')).toMatch(/^[A-Z][A-Za-z’ -]+$/);
    }
  });

  it('are their own where nobody has named them', () => {
    expect(actionName('parcels:open', 'ja')).toBe('parcels:open');
  });
});

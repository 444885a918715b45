import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const text = (await readFile(join(root, 'content/handbook/asvs.md'), 'utf8')).replaceAll(/\s+/g, ' ');
const [levelOne = '', levelTwo = ''] = text.split('## Level 2: not met');

/** What OWASP ASVS 5.0.0 asks at level 1: by section, the numbers of its requirements. */
const asked: Readonly<Record<string, readonly number[]>> = {
  '1.2': [1, 2, 3, 4, 5],
  '1.3': [1, 2],
  '1.5': [1],
  '2.1': [1],
  '2.2': [1, 2],
  '2.3': [1],
  '3.2': [1, 2],
  '3.3': [1],
  '3.4': [1, 2],
  '3.5': [1, 2, 3],
  '4.1': [1],
  '4.4': [1],
  '5.2': [1, 2],
  '5.3': [1, 2],
  '6.1': [1],
  '6.2': [1, 2, 3, 4, 5, 6, 7, 8],
  '6.3': [1, 2],
  '6.4': [1, 2],
  '7.2': [1, 2, 3, 4],
  '7.4': [1, 2],
  '8.1': [1],
  '8.2': [1, 2],
  '8.3': [1],
  '9.1': [1, 2, 3],
  '9.2': [1],
  '10.4': [1, 2, 3, 4, 5],
  '11.3': [1, 2],
  '11.4': [1],
  '12.1': [1],
  '12.2': [1, 2],
  '13.4': [1],
  '14.2': [1],
  '14.3': [1],
  '15.1': [1],
  '15.2': [1],
  '15.3': [1],
};

interface Line {
  id: string;
  status: string;
  /** What follows the status. */
  shown: string;
}

const lines: Line[] = [
  ...levelOne.matchAll(/- v5\.0\.0-([\d.]+) \*\*[^*]+\*\* (Met|Not [a-z]+)(.*?)(?=- v5|#|$)/g),
].map(([, id = '', status = '', shown = '']) => ({ id, status, shown }));

describe('what is said of OWASP ASVS', () => {
  it('has a line for each requirement of level 1, in their order', () => {
    const all = Object.entries(asked).flatMap(([section, numbers]) => numbers.map((number) => `${section}.${number}`));
    expect(all).toHaveLength(70);
    expect(lines.map(({ id }) => id)).toEqual(all);
  });

  it('counts them rightly', () => {
    const counts = Map.groupBy(lines, ({ status }) => status);
    const [met, beside, not] = ['Met', 'Not applicable', 'Not met'].map((status) => counts.get(status)?.length);
    expect(text).toContain(`Of the 70 requirements of level 1, ${met} are met, ${beside} do not apply, ${not} `);
  });

  it('shows where each that is met is met', () => {
    const without = lines.filter(({ status, shown }) => status === 'Met' && pathsIn(shown).length === 0);
    expect(without.map(({ id }) => id).filter((id) => !takenFromThoseBefore.has(id))).toEqual([]);
  });

  it('names files that are there', () => {
    const paths = pathsIn(text);
    expect(paths.length).toBeGreaterThan(100);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('says of level 2 what is missing, once each', () => {
    const ids = [...levelTwo.matchAll(/v5\.0\.0-(\d+\.\d+\.\d+)/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

/** The same cipher as in the line before. */
const takenFromThoseBefore = new Set(['11.3.2']);

/** Every path of the repository that is named. */
function pathsIn(words: string): string[] {
  const named = [...words.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  const isPath = /^((api|components|content|site|tests|\.github)\/\S+|[\w-]+\.json)$/;
  return [...new Set(named.filter((name) => isPath.test(name)))];
}

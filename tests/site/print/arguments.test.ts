import { describe, expect, it } from 'vitest';
import { PrintError, readArguments, usage, wantedBooklets } from '../../../site/print/arguments.ts';

const name = { ja: '名前', en: 'Name' };
const category = (slug: string) => ({ slug, name, description: name, questions: [], formerly: [] });
const portal = { languages: ['ja' as const, 'en' as const], categories: [category('returns'), category('shoes')] };
const wanted = (...args: string[]) =>
  wantedBooklets(readArguments(args), portal).map(({ language, category }) => `${language} ${category ?? '*'}`);

describe('what is printed', () => {
  it.each([
    [['--language', 'ja'], ['ja *']],
    [
      ['--category', 'returns'],
      ['ja returns', 'en returns'],
    ],
    [['--category', 'returns', '--language', 'en'], ['en returns']],
    [['--category', 'shoes', '--category', 'shoes', '--language', 'en'], ['en shoes']],
    [
      ['--all', '--language', 'en'],
      ['en *', 'en returns', 'en shoes'],
    ],
    [['--all'], ['ja *', 'ja returns', 'ja shoes', 'en *', 'en returns', 'en shoes']],
  ])('for %j is %j', (args, expected) => {
    expect(wanted(...args)).toEqual(expected);
  });

  it.each([
    [['--language', 'fr'], 'There is no language "fr" in content/portal.yaml. It has: ja, en'],
    [['--category', 'retruns'], 'There is no category "retruns" in content/portal.yaml. It has: returns, shoes'],
    [[], 'Say what to print.'],
    [['--al'], "Unknown option '--al'"],
    [['returns'], "Unexpected argument 'returns'"],
    [['--language'], "Option '--language <value>' argument missing"],
    [['--all', '--category', 'shoes'], '--all prints every category'],
  ])('for %j is nothing, and the reason is said', (args, reason) => {
    expect(() => wanted(...args)).toThrow(PrintError);
    expect(() => wanted(...args)).toThrow(reason);
  });

  it('can be asked about', () => {
    expect(readArguments(['--help']).isHelp).toBe(true);
    for (const option of ['--language', '--category', '--all', '--to', '--help']) expect(usage).toContain(option);
  });

  it('goes where the site takes it from, or to a folder that is named', () => {
    expect(readArguments(['--all']).to).toBeNull();
    expect(readArguments(['--all', '--to', 'booklets']).to).toBe('booklets');
  });
});

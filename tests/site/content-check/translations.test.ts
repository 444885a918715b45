import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../site/content-check/check.ts';
import { recordTranslated } from '../../../site/content-check/translations.ts';
import { checkTree, flowPage, page, portalFile, put, writeTree } from '../../support/content-tree.ts';

const record = 'content/translations.tsv';
const source = 'content/faq/ja/return-policy.mdx';
const twoParts = '\n## 送り方\n\n箱に入れて送ります。\n';
const more = (text: string) => (whole: string) => whole + text;

/** The record of a tree in which every translation is up to date. */
async function recorded(edits: Parameters<typeof writeTree>[0] = {}): Promise<string> {
  const root = await writeTree(edits);
  const { files } = await checkContent(root);
  await recordTranslated(root, files, ['ja', 'en'], ['all'], '2026-11-01');
  return readFile(join(root, record), 'utf8');
}

/** What is said to be behind, with what is noise in most tests left out. */
async function warningsOf(edits: Parameters<typeof writeTree>[0]) {
  const { findings, warnings } = await checkTree(edits);
  expect(findings).toEqual([]);
  return warnings;
}

describe('a translation', () => {
  it('that is as its source was recorded is up to date', async () => {
    expect(await warningsOf({ [record]: await recorded() })).toEqual([]);
  });

  it('that is missing stops nothing, and is named at the page that is there', async () => {
    const written = await recorded();
    expect(await warningsOf({ [record]: written, 'content/guides/ja/measure-your-feet.mdx': null })).toEqual([
      {
        file: 'content/guides/en/measure-your-feet.mdx',
        line: 1,
        reason:
          'Its translation content/guides/ja/measure-your-feet.mdx is missing. Readers get this text there, and a note that says so.',
      },
    ]);
  });

  it('is not missed in a language the portal does not speak', async () => {
    const { warnings } = await checkTree({
      [portalFile]: put('languages: [ja]', 'languages: [ja, en]'),
      'content/guides/en/measure-your-feet.mdx': null,
    });
    expect(warnings).toEqual([]);
  });

  it('that nobody recorded is named, with the command that does', async () => {
    const written = (await recorded()).replace(/^faq\/return-policy.*\n/m, '');
    expect(await warningsOf({ [record]: written })).toEqual([
      {
        file: page,
        line: 1,
        reason: `Nothing says which version of ${source} this was translated from.`,
        example:
          'npm run check:content -- --translated faq/return-policy, once the translation says what its source does',
      },
    ]);
  });

  it('is behind in the section that changed in its source, by the lines of both', async () => {
    const written = await recorded({ [source]: more(twoParts) });
    const changed = twoParts.replace('箱に', '元の箱に');
    const [warning, ...others] = await warningsOf({ [record]: written, [source]: more(changed) });
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ file: page, line: 19 });
    expect(warning?.reason).toBe(`the section "送り方" has changed in ${source}:13 (translated 2026-11-01).`);
  });

  it('is behind where the source changed its title or its short answer', async () => {
    const written = await recorded();
    const [warning] = await warningsOf({ [record]: written, [source]: put('14日以内', '30日以内') });
    expect(warning).toMatchObject({ file: page, line: 1 });
    expect(warning?.reason).toContain('the text before the first section has changed');
  });

  it('whose sections do not correspond to its source’s is told so', async () => {
    const written = await recorded({ [source]: more(`${twoParts}\n## 送料\n\n無料です。\n`) });
    const [warning] = await warningsOf({
      [record]: written,
      [source]: more(`${twoParts}\n## 送料\n\n770円です。\n`),
    });
    expect(warning).toMatchObject({ file: page, line: 1 });
    expect(warning?.reason).toContain('sections do not correspond: 1 section here, 2 sections there');
  });

  it('of a flow is behind in the step that changed', async () => {
    const written = await recorded();
    const [warning, ...others] = await warningsOf({
      [record]: written,
      'content/troubleshooting/ja/wrong-order.mdx': put('交換できません', '交換できます'),
    });
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ file: flowPage, line: 22 });
  });

  it('may be the other way round: the page says which language it is written in first', async () => {
    const english = put('source: en\nrank: 3', 'rank: 3');
    const written = await recorded({ [page]: english });
    const [warning] = await warningsOf({
      [record]: written,
      [page]: (whole) => put('Try them on outdoors.', 'Try them on at home.')(english(whole)),
    });
    expect(warning).toMatchObject({ file: source, line: 1 });
  });

  it('cannot have two sources', async () => {
    const { findings } = await checkTree({
      [page]: put('source: en\nrank: 3', 'rank: 3'),
      [source]: put('source: ja\nreviewed', 'reviewed'),
    });
    expect(findings).toEqual([
      {
        file: source,
        line: 7,
        reason: `source: ${page} names another one, "en".`,
        example: 'source: en',
      },
    ]);
  });
});

describe('the record of translations', () => {
  it('takes one page, however its address was pasted, and leaves the others as they are', async () => {
    const root = await writeTree({ [record]: await recorded() });
    const { files } = await checkContent(root);
    const pasted = ['faq/return-policy', 'content/faq/en/exchange-size.mdx', '/ja/guides/measure-your-feet/'];
    expect(await recordTranslated(root, files, ['ja', 'en'], pasted, '2026-12-24')).toBe(3);
    const lines = (await readFile(join(root, record), 'utf8'))
      .split('\n')
      .filter((line) => line.includes('2026-12-24'));
    expect(lines.map((line) => line.split('\t')[0])).toEqual([
      'faq/exchange-size',
      'faq/return-policy',
      'guides/measure-your-feet',
    ]);
  });

  it('makes a page up to date that was behind', async () => {
    const root = await writeTree({ [record]: await recorded(), [source]: put('14日以内', '30日以内') });
    const before = await checkContent(root);
    expect(before.warnings).toHaveLength(1);
    await recordTranslated(root, before.files, ['ja', 'en'], ['faq/return-policy'], '2026-12-24');
    expect((await checkContent(root)).warnings).toEqual([]);
  });

  it('refuses a page that is not there, and names the nearest', async () => {
    const root = await writeTree();
    const { files } = await checkContent(root);
    await expect(recordTranslated(root, files, ['ja', 'en'], ['faq/return-rules'], '2026-12-24')).rejects.toThrow(
      'There is no page "faq/return-rules" in two languages. For example: --translated faq/return-policy',
    );
  });

  it.for([
    ['that is cut off', 'faq/return-policy\ten', 'Expected page, language, day and sections'],
    ['with a day that is none', 'faq/return-policy\ten\tyesterday\tq1w2e3r4', 'Expected page, language, day'],
    ['in a language nobody speaks', 'faq/return-policy\tfr\t2026-11-01\tq1w2e3r4', 'Expected page, language, day'],
  ])('finds a line %s', async ([, line = '', reason = '']) => {
    const { findings } = await checkTree({ [record]: `# Translations\n${line}\n` });
    expect(findings).toEqual([
      {
        file: record,
        line: 2,
        reason: expect.stringContaining(reason),
        example: 'faq/return-policy\ten\t2026-11-22\tq1w2e3r4 t5z6u7i8',
      },
    ]);
  });

  it('finds a page that stands in it twice', async () => {
    const line = 'faq/return-policy\ten\t2026-11-01\tq1w2e3r4\n';
    const { findings } = await checkTree({ [record]: line + line });
    expect(findings).toMatchObject([{ file: record, line: 2, reason: 'faq/return-policy stands here twice for en.' }]);
  });
});

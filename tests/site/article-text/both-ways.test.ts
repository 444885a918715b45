import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../site/article-text/pieces.ts';
import { parseMdx } from '../../../site/article-text/processor.ts';
import { frontMatterOf } from '../../../site/article-text/read.ts';
import { mdxWay, piecesWay } from './mdx-way.ts';

const root = join(import.meta.dirname, '../../..');

const tricky: Record<string, string> = {
  'tables with aligned cells, code and escaped pipes':
    '| Size | Left | Right |\n| :-- | :-: | --: |\n| `a \\| b` | **x** | 1 |\n| | [y](/en/ "A title") | <Kbd>Esc</Kbd> |',
  'a table in a component': '<Callout tone="tip">\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n</Callout>',
  footnotes: 'One[^1] and two[^note], one again[^1].\n\n[^1]: First.\n[^note]: Second\n\n    with more.',
  'escaped braces and signs': 'Write \\{name\\}, \\< and \\>, 3 \\* 4, "quoted" and it\'s & so on.',
  'code with braces and tags': 'Use `{a: 1}` or `<b>`.\n\n```js\nconst a = { b: "<c>" };\n```\n\n~~~\n{}\n~~~',
  'Japanese bold next to brackets':
    '**「重要」**です。これは**（注）**ということ。「**送料**」は**無料。**ご安心ください。',
  'Japanese strikethrough and emphasis': '~~旧価格~~新価格。*「強調」*です。',
  'links with titles and angle brackets':
    '[a](/en/ "It\'s \\"so\\"") [b](</en/x y/>) [c][ref] [](/en/)\n\n[ref]: /en/faq/ \'T\'',
  'bare addresses': 'See https://example.com/?a=1&b=2, www.example.com or mail help@example.com.',
  'headings with the same text':
    '## Same\n\n## Same\n\n### `Code` and **bold**\n\n## 返品・交換\n\n## 返品・交換\n\n## \\{braces\\}',
  'nested lists, loose and tight': '1. One\n   - a\n   - b\n\n     more\n2. Two\n\n5) Five\n\n- [x] done\n- [ ] open',
  'a list that begins at three': '3. three\n4. four',
  'hard breaks': 'one  \ntwo\\\nthree\nfour',
  entities: '&copy; &amp;lt; &nbsp;x &#x3042; &lt;b&gt;',
  'quotations and rules': '> one\n> > two\n\n***\n\n> - list',
  'indented text, which is no code': '    four spaces\n\n\ttab',
  'comments in braces': 'before {/* not <shown> */} after\n\n{/* a line */}\n\n## Next',
  'components in a line and alone in one':
    'Press <Kbd>Ctrl</Kbd> + <Kbd>C</Kbd>.\n\n<Kbd>Esc</Kbd>\n\n<Callout title="&quot;A&quot; & B">text</Callout>',
  'components with lists within':
    '<Steps>\n\n1. **One**, then `two`.\n\n   <Callout tone="warning">\n   Mind.\n   </Callout>\n\n2. Two\n\n</Steps>',
  'headings within components':
    '<Tabs>\n<Tab label="A">\n## In a tab\n</Tab>\n<Tab label="B">\n\n## In a tab\n\n</Tab>\n</Tabs>',
  'an empty text': '',
};

describe('a text as the page shows it', () => {
  it.each(Object.entries(tricky))('is what MDX makes of %s', async (_, body) => {
    expect(piecesWay(piecesOf(parseMdx(body)).pieces)).toBe(await mdxWay(body));
  });

  it('is what MDX makes of it in every article of the sample', async () => {
    let articles = 0;
    for await (const path of glob('content/{faq,guides,troubleshooting}/*/*.mdx', { cwd: root })) {
      const text = await readFile(join(root, path), 'utf8');
      const body = text.slice(frontMatterOf(text).head.length);
      expect(piecesWay(piecesOf(parseMdx(body)).pieces), path).toBe(await mdxWay(body));
      articles += 1;
    }
    expect(articles).toBeGreaterThan(50);
  });

  it('is one piece of HTML where there is neither a component nor a table', () => {
    expect(piecesOf(parseMdx('## Hello\n\n- **a**\n- b')).pieces).toHaveLength(1);
  });

  it('is none for code, which nobody runs', () => {
    expect(() => piecesOf(parseMdx('{process.exit()}'))).toThrow('holds no mdx');
    expect(() => piecesOf(parseMdx('<Callout title={process.exit()}>x</Callout>'))).toThrow('title is no text');
    expect(() => piecesOf(parseMdx('<Callout {...process.env}>x</Callout>')).pieces).toThrow('{…} is no text');
    expect(() => piecesOf(parseMdx('import a from "a"')).pieces).toThrow('holds no mdxjsEsm');
  });
});

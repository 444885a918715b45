import { evaluate } from '@mdx-js/mdx';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import * as runtime from 'hono/jsx/jsx-runtime';
import { describe, expect, it } from 'vitest';
import { asMdxText, mdxOf } from '../../../../api/forum/articles/mdx.ts';
import { renderedPost } from '../../../../api/forum/markdown.ts';
import { textOf } from '../../../../api/forum/plain-text.ts';
import { checkBody } from '../../../../site/content-check/mdx.ts';
import { hostileTexts, payloads } from '../../../support/payloads.ts';

/** What an article shows of a text: compiled as the build does, and drawn. */
async function shown(mdx: string): Promise<string> {
  expect(checkBody('content/faq/en/x.mdx', mdx, 0).findings).toEqual([]);
  const options = { ...runtime, remarkPlugins: [remarkGfm, remarkCjkFriendly] };
  const { default: Content } = await evaluate(mdx, options);
  return String((Content as (props: object) => unknown)({}));
}

/** Without what Markdown itself sets between words. */
const words = (html: string) => textOf(html).replaceAll(/\s+/g, '');

describe('a post as MDX', () => {
  it('says the same: headings, lists, quotes, tables, code, links and emphasis', async () => {
    const post = `# First\n\nSome **bold** and *slanted* ~~gone~~ words\nin two lines.\n\n## Second\n\n1. one\n2. two\n   - deeper\n\n> quoted\n> twice\n\n| Size | Fits |\n| --- | --- |\n| 25.0 | a \\| b |\n\n\`\`\`js\nif (a < b) { import x }\n\`\`\`\n\nCode: \`{a} <b>\`, see [the page](https://aruku.example/a_(b)?c=1) or https://aruku.example/.`;
    const html = await shown(mdxOf(post));
    expect(words(html)).toBe(words(renderedPost(post)));
    for (const part of [
      '<h2',
      '<h3',
      '<strong>bold</strong>',
      '<em>slanted</em>',
      '<del>gone</del>',
      '<ol',
      '<blockquote',
      '<table',
      '<pre>',
      'c=1"',
    ]) {
      expect(html).toContain(part);
    }
    expect(html).not.toContain('<h1');
  });

  it.each([
    '{1 + 1} and {process.exit()}',
    'import fs from "fs"\nexport const x = 1',
    'export default 1',
    '<Callout tone="tip">no</Callout> </div> <!-- x --> <https://a.example>',
    '- - - a\n\n---\n\nb\n===',
    '1986. A great year\n\n1986\\. A great year',
    'a\n# no heading\nb',
    '    indented { code <b>\n',
    '`` ` `` and ``` `` ``` and `a|b`',
    '\\{ \\< \\` \\\\ &lt;b&gt; &#123;x&#125; &amp;lt;',
    '**「重要」**です。*「これ」*も。',
    '[a](javascript:alert(1)) ![alt {x}](https://a.example/x.png)',
    '[^1] [ ] [x] ~a~ ~~~\nfence {\n~~~',
    'a | b\n--- | ---\n{x} | <y>',
    '* {\n* <\n  ```\n  {<\n  ```\n',
    '>'.repeat(5000) + ' deep',
    '*'.repeat(3000),
    '['.repeat(3000),
    '｛全角｝＜も＞そのまま',
  ])('takes nothing for code: %#', async (post) => {
    const html = await shown(mdxOf(post));
    expect(html).not.toMatch(/<(?:Callout|script|img|iframe)/);
    expect(html.length).toBeGreaterThan(0);
  });

  it('reads the same as the post, whatever hostile stands in it, and nothing of it is active', async () => {
    for (const payload of [...hostileTexts, ...payloads]) {
      const post = payload.replaceAll('\u0000', '');
      const html = await shown(mdxOf(post));
      expect(html, post).not.toMatch(/<(?:script|img|iframe|svg|style|object|embed|form|input|base|meta|link)\b/i);
      expect(html, post).not.toMatch(/(?:href|src)="\s*(?:javascript|data|vbscript):/i);
      await shown(`${asMdxText(post)}\n`);
    }
  }, 60_000);
});

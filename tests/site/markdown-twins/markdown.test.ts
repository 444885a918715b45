import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { markdownOf } from '../../../site/markdown-twins/markdown.ts';
import { twinOf } from '../../../site/markdown-twins/twins.ts';

const url = 'https://help.aruku.example/en/faq/return-policy/';
const markdown = (html: string) => markdownOf(parse(html), url);

describe('a page as Markdown', () => {
  it.for<[what: string, html: string, expected: string]>([
    ['headings and paragraphs', '<h2 id="how">How</h2>\n<p>Try  it\n on.</p>', '## How\n\nTry it on.'],
    ['links made whole', '<p><a href="/en/contact/">Ask</a></p>', '[Ask](https://help.aruku.example/en/contact/)'],
    [
      'headings that are links to themselves',
      '<h2 id="how"><a class="heading-link" href="#how">How</a></h2>',
      '## How',
    ],
    [
      'text for one platform, with its name',
      '<div class="for" data-platform="iphone"><p class="for-label">iPhone</p><p>Press it.</p></div>',
      '**iPhone**\n\nPress it.',
    ],
    [
      'text for one platform within a sentence',
      '<p>Press <span class="for" data-platform="iphone"><span class="for-label"> (iPhone: </span>Share<span class="for-label">)</span></span>.</p>',
      'Press (iPhone: Share).',
    ],
    ['links within the page', '<p><a href="#how">How</a></p>', `[How](${url}#how)`],
    ['emphasis', '<p><strong>Never</strong> <em>wash</em> <del>or iron</del></p>', '**Never** *wash* ~~or iron~~'],
    ['keys and code', '<p><kbd> Esc </kbd> <code>a*b</code></p>', '`Esc` `a*b`'],
    ['line breaks', '<p>One<br>two</p>', 'One  \ntwo'],
    ['lists', '<ul><li>Box</li><li>Tape</li></ul>', '- Box\n- Tape'],
    ['lists in lists', '<ul><li>Box<ul><li>big</li></ul></li></ul>', '- Box\n\n  - big'],
    [
      'steps with more than a paragraph',
      '<div class="steps"> <ol>\n<li><p>Stand.</p><p>Still.</p></li>\n<li><p>Mark.</p></li></ol> </div>',
      '1. Stand.\n\n   Still.\n\n2. Mark.',
    ],
    ['steps that go on counting', '<ol start="3"><li>Mark.</li></ol>', '3. Mark.'],
    [
      'tables',
      '<div class="table"><table><thead><tr><th>To</th><th>Fee</th></tr></thead><tbody><tr><td>a|b</td><td><b>¥550</b></td></tr></tbody></table></div>',
      '| To | Fee |\n| --- | --- |\n| a\\|b | **¥550** |',
    ],
    [
      'callouts',
      '<div class="callout"> <p class="callout-title">Tip</p> <p>Indoors.</p><ul><li>Dry</li></ul> </div>',
      '> **Tip**\n>\n> Indoors.\n>\n> - Dry',
    ],
    [
      'tabs',
      '<mado-tabs><section class="tab"><p class="tab-label">QR code</p><p>Show it.</p></section><section class="tab"><p class="tab-label">Paper</p><p>Print it.</p></section></mado-tabs>',
      '**QR code**\n\nShow it.\n\n**Paper**\n\nPrint it.',
    ],
    ['details', '<details><summary>No box?</summary><div><p>Ask.</p></div></details>', '**No box?**\n\nAsk.'],
    [
      'pictures with their captions',
      '<figure><img src="/_astro/heel.svg" alt="A heel"><figcaption>The heel</figcaption></figure>',
      '![A heel](https://help.aruku.example/_astro/heel.svg)\n\nThe heel',
    ],
    [
      'films',
      '<figure><video aria-label="Lacing"><source src="/_astro/lace.mp4"></video></figure>',
      '[Lacing](https://help.aruku.example/_astro/lace.mp4)',
    ],
    ['text that is only text', '<p>5 * 3 &lt; [x] a_b _c_ &amp; `d`</p>', '5 \\* 3 \\< \\[x\\] a_b \\_c\\_ & \\`d\\`'],
    ['text that begins like a list', '<p>1. not a list</p><p># no heading</p>', '1\\. not a list\n\n\\# no heading'],
    ['nothing that is for hands', '<p>Read</p><form><button>Send</button></form><script>x()</script>', 'Read'],
    ['Japanese', '<p><strong>「重要」</strong>です。</p>', '**「重要」**です。'],
  ])('has %s', ([, html, expected]) => {
    expect(markdown(html)).toBe(expected);
  });

  it('says where each choice of a flow leads', () => {
    const flow = `<div class="flow"><section id="what"><h2>What is wrong?</h2><p class="flow-hint">Choose one</p><ul>
<li class="choice"> <a href="#size"> The size </a> </li><li><a href="#gone">Else</a></li></ul></section>
<section id="size"><p class="flow-kind">Result</p><h2>Change it</h2><p class="flow-back"><a href="#main">Back</a></p></section></div>`;
    expect(markdown(flow)).toBe('## What is wrong?\n\n- The size → Change it\n- Else\n\nResult\n\n## Change it');
  });

  it('ends with the day it was last checked and the address of the page', () => {
    const page = `<html><head><link rel="canonical" href="${url}"></head><body><nav>Menu</nav><article class="article">
<nav class="breadcrumb"><a href="/en/">Help</a></nav><h1>Returns</h1><p>30 days.</p>
<p class="reviewed">Last checked <time>1 November 2026</time></p></article></body></html>`;
    expect(twinOf(parse(page))).toBe(`# Returns\n\n30 days.\n\n---\n\nLast checked 1 November 2026  \n<${url}>\n`);
  });
});

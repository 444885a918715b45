import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { renderedPost } from '../../../api/forum/markdown.ts';
import { excerptOf } from '../../../api/forum/plain-text.ts';
import { makePortal } from '../../support/services.ts';
import { payloads } from '../../support/payloads.ts';
import { sendJson } from '../support/ask.ts';
import { askIn, memberOf, question } from './support.ts';

const harmless = new Set(
  'p br hr blockquote pre code h4 h5 h6 ul ol li table thead tbody tr th td a strong em s span'.split(' '),
);

/** What in some HTML is not of the harmless kind. */
function activeIn(html: string): string[] {
  return parse(html, { comment: true, blockTextElements: { pre: false } })
    .querySelectorAll('*')
    .flatMap(({ rawTagName, attributes }) => {
      const names = Object.keys(attributes);
      const address = attributes['href'] ?? 'https:';
      const isWrong =
        !harmless.has(rawTagName.toLowerCase()) ||
        names.some((name) => !['href', 'rel', 'start'].includes(name)) ||
        !/^(?:(?:https?|mailto):|\/(?:ja|en)\/)/.test(address) ||
        (rawTagName === 'a' && 'href' in attributes && !/\bnofollow ugc noopener\b/.test(attributes['rel'] ?? ''));
      return isWrong ? [`<${rawTagName} ${JSON.stringify(attributes)}>`] : [];
    });
}

const link = (href: string) => `<a href="${href}" rel="nofollow ugc noopener noreferrer">${href}</a>`;

describe('Markdown of members', () => {
  it('becomes paragraphs, emphasis, lists, code, tables and quotes, also in Japanese', () => {
    expect(renderedPost('**「幅広」がおすすめです。**足に合います。')).toBe(
      '<p><strong>「幅広」がおすすめです。</strong>足に合います。</p>',
    );
    expect(renderedPost('一行目\n二行目')).toBe('<p>一行目<br />\n二行目</p>');
    expect(renderedPost('# Laces\n\n1. Out\n2. In\n\n```\nx < y\n```\n\n> Yes')).toBe(
      '<h4>Laces</h4>\n<ol>\n<li>Out</li>\n<li>In</li>\n</ol>\n<pre><code>x &lt; y\n</code></pre>\n<blockquote>\n<p>Yes</p>\n</blockquote>',
    );
    expect(renderedPost('| Size | cm |\n|--|--:|\n| 38 | 24 |')).toContain('<td>24</td>');
    expect(renderedPost('~~No~~ `code`')).toBe('<p><s>No</s> <code>code</code></p>');
  });

  it('links whole addresses, which end where Japanese goes on, and says that it vouches for none', () => {
    expect(renderedPost('https://aruku.example/faqをご覧ください。')).toBe(
      `<p>${link('https://aruku.example/faq')}をご覧ください。</p>`,
    );
    expect(renderedPost('See https://a_b.example/x_y_z.')).toBe(`<p>See ${link('https://a_b.example/x_y_z')}.</p>`);
    expect(renderedPost('[Returns](https://aruku.example/ "x")')).toBe(
      '<p><a href="https://aruku.example/" rel="nofollow ugc noopener noreferrer">Returns</a></p>',
    );
    expect(renderedPost('www.aruku.example aruku.example')).toBe('<p>www.aruku.example aruku.example</p>');
  });

  it('links pages of the portal without its address, and nothing else of it', () => {
    for (const href of ['/en/faq/return-policy/', '/ja/forum/12/?page=2#post-1']) {
      expect(renderedPost(`[${href}](${href})`)).toBe(`<p>${link(href)}</p>`);
    }
    for (const href of [
      '/desk/',
      '/api/session',
      '/en/../desk/',
      '/en/%2e%2e/desk/',
      '//evil.example/en/',
      'en/faq/',
      '#top',
    ]) {
      expect(renderedPost(`[here](${href})`), href).toBe('<p><span>here</span></p>');
    }
  });

  it('fetches no picture from anywhere: what it is said to show stays', () => {
    expect(renderedPost('![my shoe](https://evil.example/track.png)')).toBe('<p><span>my shoe</span></p>');
    expect(renderedPost('![my shoe][1]\n\n[1]: https://evil.example/track.png')).toBe('<p><span>my shoe</span></p>');
  });

  it('takes HTML for text', () => {
    expect(renderedPost('<b>bold</b><img src=x onerror=pwned()>')).toBe(
      '<p>&lt;b&gt;bold&lt;/b&gt;&lt;img src=x onerror=pwned()&gt;</p>',
    );
  });

  const slow: [string, string][] = [
    ['quotes within quotes', `${'> '.repeat(5000)}x`],
    ['quotes without a space', `${'>'.repeat(19_000)}x`],
    ['lists within lists', `${'- '.repeat(9000)}x`],
    ['lists, each a step further in', Array.from({ length: 190 }, (_, index) => `${' '.repeat(index)}- a`).join('\n')],
    ['brackets', '['.repeat(20_000)],
    ['pictures that never end', '![['.repeat(6600)],
    ['addresses that never end', '[a](<'.repeat(4000)],
    ['stars', '*a_'.repeat(6600)],
    ['backticks', Array.from({ length: 190 }, (_, index) => '`'.repeat(index)).join(' ')],
    ['entities', '&amp'.repeat(5000)],
    ['tables', `${'|'.repeat(5000)}\n${'|-'.repeat(5000)}\n${'|a'.repeat(2400)}`],
    ['addresses', 'https://'.repeat(2500)],
    ['brackets in addresses', 'https://a.example/('.repeat(1000)],
  ];

  it.each(slow)('is drawn in no time, however it is made: %s', (_, text) => {
    const before = process.cpuUsage();
    expect(activeIn(renderedPost(text))).toEqual([]);
    const { user } = process.cpuUsage(before);
    // A hundred times what it takes: what grows with the square of its length takes minutes.
    expect(user / 1000).toBeLessThan(5000);
  });
});

it('tells what is active from what is not', () => {
  expect(activeIn('<p>a <a href="https://a.example/" rel="nofollow ugc noopener noreferrer">b</a></p>')).toEqual([]);
  for (const wrong of [
    '<img src=x>',
    '<p onclick=x>',
    '<a href="javascript:x">',
    '<a href="https://a.example/">',
    '<svg>',
  ]) {
    expect(activeIn(wrong)).toHaveLength(1);
  }
});

describe('what people send who try to make somebody else’s browser run something', () => {
  it('never becomes anything active, as Markdown and in Markdown', () => {
    for (const payload of payloads) {
      for (const text of [
        payload,
        `[x](${payload})`,
        `![${payload}](${payload})`,
        `> ${payload}`,
        `\`\`\`${payload}\n${payload}`,
      ]) {
        const html = renderedPost(text.slice(0, 20_000));
        expect(activeIn(html), text.slice(0, 200)).toEqual([]);
        expect(excerptOf(html).length).toBeLessThanOrEqual(161);
      }
    }
  });

  it('is stored as nothing active in any field that a page shows as HTML, and as it is elsewhere', async () => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    const refused: string[] = [];
    const some = payloads.filter((_, index) => index % 6 === 0);
    const { id, thread } = await askIn(rose);
    let version = 1;
    for (const payload of some) {
      const title = payload.slice(0, 120);
      const edit = { version, title, body: payload.slice(0, 20_000), reason: payload.slice(0, 200) };
      const answer = await sendJson(rose.ask, `/api/forum/posts/${id}`, edit, { method: 'PUT' });
      if (answer.status === 200) version += 1;
      else refused.push(payload);
      expect([200, 413, 422]).toContain(answer.status);
      const preview = await sendJson(rose.ask, '/api/forum/preview', { body: edit.body });
      if (preview.status === 200) expect(activeIn(((await preview.json()) as { html: string }).html)).toEqual([]);
    }
    expect(refused.length).toBeLessThan(some.length / 10);
    const { rows } = await portal.services.db.raw.execute('select html from forum_posts');
    for (const { html } of rows) expect(activeIn(html as string)).toEqual([]);
    const list = await rose.ask(`/api/forum/threads/${thread}`);
    expect(list.headers.get('Content-Type')).toContain('application/json');
    expect(list.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });
});

it('what was drawn by older rules is drawn anew when it is read', async () => {
  const portal = await makePortal();
  const rose = await memberOf(portal);
  await askIn(rose, { body: 'I wore them **once**.' });
  await portal.services.db.raw.execute("update forum_posts set rendered_as = 0, html = '<script>old()</script>'");
  const answer = await portal.app.request('/api/forum/threads/1');
  expect(await answer.json()).toMatchObject({
    excerpt: 'I wore them once.',
    opening: { html: '<p>I wore them <strong>once</strong>.</p>' },
  });
});

describe('a text that says nothing', () => {
  it.each([
    ['an empty quote', '>'],
    ['a definition that nothing uses', '[a]: https://aruku.example/'],
    ['spaces', ' \n\u3000\n '],
  ])('is not sent: %s', async (_, body) => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    expect((await sendJson(rose.ask, '/api/forum/threads', { ...question, body })).status).toBe(422);
  });

  it.each(['!!!!', '…', '   ', '\u202e\u202e'])('is no title: %s', async (title) => {
    const portal = await makePortal();
    const rose = await memberOf(portal);
    expect((await sendJson(rose.ask, '/api/forum/threads', { ...question, title })).status).toBe(422);
  });
});

import { expect, test } from 'vitest';
import { htmlText } from '../../../../../api/channels/email/parse/html-text.ts';

test.each([
  ['paragraphs and line breaks', '<p>one</p><p>two<br>three</p>', 'one\n\ntwo\nthree'],
  ['white space as a browser would', 'a\n  b\t c', 'a b c'],
  ['white space of pre as it is', '<pre>a\n  b</pre>', 'a\n  b'],
  ['lists', '<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
  ['rows of a table', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ['quotes', 'a<blockquote>b<br>c<blockquote>d</blockquote></blockquote>e', 'a\n\n> b\n> c\n>\n> > d\n\ne'],
  [
    'links with another address',
    '<a href="https://a.example/?x=1&amp;y=2">here</a>',
    'here <https://a.example/?x=1&y=2>',
  ],
  ['links that are their address', '<a href="https://a.example/">https://a.example/</a>', 'https://a.example/'],
  ['no links that run', '<a href="javascript:x()">here</a>', 'here'],
  ['addresses', '<a href="mailto:a@b.example">a@b.example</a>', 'a@b.example'],
  ['pictures that say what they show', '<img alt="A shoe" src=x>', '[A shoe]'],
  ['entities', '&lt;b&gt; &amp;amp; &yen;&#12354;&#x1F45F; &hearts;', '<b> &amp; ¥あ👟 ♥'],
  ['nothing of scripts and styles', '<style>p{}</style><script>x()</script><title>t</title>a', 'a'],
  ['nothing that is hidden', 'a<div style="display : none">x<div>y</div></div><p hidden>z</p>b', 'a\nb'],
  ['hidden text when there is no other', '<div style="display:none">only</div>', 'only'],
  ['signs that are no tags', '1 < 2 > 0 <3 a<', '1 < 2 > 0 <3 a<'],
  ['what stands after a tag that never closes', '<p title="x>one</p> two', 'one\n\ntwo'],
  ['comments of Outlook', '<!--[if mso]><p>x</p><![endif]-->a<![if !mso]>b<![endif]>', 'ab'],
])('HTML is read as text: %s', (_, html, text) => {
  expect(htmlText(html)).toBe(text);
});

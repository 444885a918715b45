import { expect, it } from 'vitest';
import { wholeText } from '../../../site/feeds/feeds.ts';

const head = '<link rel="canonical" href="https://help.example/en/posts/walk/">';
const page = (text: string) =>
  `<head>${head}</head><article class="article"><div class="prose">${text}</div></article>`;

it('a text for feeds has whole addresses, and nothing that runs or is only ours', () => {
  const { address, content } = wholeText(
    page(`<p class="x">Up <a href="/en/posts/">all</a> <a href="#end">end</a> <a href="https://a.example/">A</a></p>
<img src="/_astro/hill.svg" srcset="/_astro/hill.svg 2x" alt="A hill"><script type="application/ld+json">{}</script>
<video poster="/p.png"><source src="/f.mp4"></video><button>Play</button>`),
    '/en/posts/walk/',
  );
  expect(address).toBe('https://help.example/en/posts/walk/');
  expect(content)
    .toBe(`<p>Up <a href="https://help.example/en/posts/">all</a> <a href="https://help.example/en/posts/walk/#end">end</a> <a href="https://a.example/">A</a></p>
<img src="https://help.example/_astro/hill.svg" alt="A hill">
<video poster="https://help.example/p.png"><source src="https://help.example/f.mp4"></video>`);
});

it('a page without a text is a mistake of ours, and named', () => {
  expect(() => wholeText('<main></main>', '/en/posts/walk/')).toThrow('/en/posts/walk/');
});

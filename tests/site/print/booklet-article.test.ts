import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { bookletArticle, type Surroundings } from '../../../site/print/booklet-article.ts';
import { printMessages } from '../../../site/print/messages.ts';
import { article } from '../../support/services.ts';

const around: Surroundings = {
  places: new Map([['/ja/faq/exchange-size/', 'faq-exchange-size']]),
  pages: new Map([['faq-exchange-size', 12]]),
  origin: 'https://help.example.com',
  says: printMessages.ja,
};
const printed = (body: string, changes: Partial<Surroundings> = {}) =>
  parse(
    bookletArticle(
      `<main><article class="article"><h1>題</h1>${body}<p class="reviewed">確認日</p></article></main>`,
      article,
      { ...around, ...changes },
    ),
  );

describe('an article of a booklet', () => {
  it('has its headings one level down, and is found by the first of them', () => {
    const root = printed('<h2 id="needs">用意</h2><h3 id="more">詳細</h3>');
    expect(root.querySelectorAll('h2, h3, h4').map(({ tagName, id }) => `${tagName} ${id}`)).toEqual([
      'H2 faq-return-policy',
      'H3 faq-return-policy--needs',
      'H4 faq-return-policy--more',
    ]);
  });

  it('leads to the page of what is in the booklet, and says which', () => {
    const root = printed('<p><a href="/ja/faq/exchange-size/#steps">交換</a>します</p>');
    expect(root.querySelector('p a')?.getAttribute('href')).toBe('#faq-exchange-size');
    expect(root.querySelector('p')?.textContent).toBe('交換（12ページ）します');
  });

  it('keeps room for a page that is not known yet', () => {
    const root = printed('<p><a href="/ja/faq/exchange-size/">交換</a></p>', { pages: new Map() });
    expect(root.querySelector('p')?.textContent).toBe('交換（00ページ）');
  });

  it('leads to the live address of what is not, and writes it down', () => {
    const root = printed('<p><a href="/ja/faq/warranty/">保証</a>と<a href="https://example.org/x">店</a></p>');
    expect(root.querySelector('p a')?.getAttribute('href')).toBe('https://help.example.com/ja/faq/warranty/');
    expect(root.querySelector('p')?.textContent).toBe('保証（help.example.com/ja/faq/warranty/）と店（example.org/x）');
  });

  it('keeps its places apart from those of other articles', () => {
    const root = printed('<section id="a" aria-labelledby="t"><h2 id="t">結果</h2><a href="#a">戻る</a></section>');
    expect(root.querySelector('section')?.id).toBe('faq-return-policy--a');
    expect(root.querySelector('section')?.getAttribute('aria-labelledby')).toBe('faq-return-policy--t');
    expect(root.querySelector('section a')?.getAttribute('href')).toBe('#faq-return-policy--a');
  });

  it('lies open, with pictures at once and films as their first picture', () => {
    const root = printed(
      '<details><summary>海外</summary>本文</details><img loading="lazy" src="/a.png"><video poster="/b.png"></video><video></video>',
    );
    expect(root.querySelector('details')?.hasAttribute('open')).toBe(true);
    expect(root.querySelectorAll('img').map((image) => image.attributes)).toEqual([
      { src: '/a.png' },
      { src: '/b.png', alt: '' },
    ]);
    expect(root.querySelector('video')).toBeNull();
  });

  it('leaves out what it says of its source in another language', () => {
    const root = printed('<h2>送り方</h2><p class="stale" role="note">英語のページが変わりました。</p><p>本文</p>');
    expect(root.textContent).toContain('本文');
    expect(root.textContent).not.toContain('英語');
  });

  it('says under its answer where it is kept up to date', () => {
    const imprint = printed('<p class="answer">はい</p><p>本文</p>').querySelector('.answer + .reviewed');
    expect(imprint?.querySelector('.live-address')?.textContent).toBe('help.example.com/ja/faq/return-policy/');
  });
});

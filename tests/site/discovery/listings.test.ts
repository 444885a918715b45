import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../site/content-check/check.ts';
import { llmsText } from '../../../site/discovery/llms.ts';
import { alternates, sitemap } from '../../../site/discovery/sitemap.ts';

const absolute = (address: string) => `https://help.aruku.example${address}`;

describe('the other languages of a page', () => {
  it('name the portal’s first language for everybody else', () => {
    expect(alternates('faq/x/', ['ja', 'en'])).toEqual([
      { hreflang: 'ja', address: '/ja/faq/x/' },
      { hreflang: 'en', address: '/en/faq/x/' },
      { hreflang: 'x-default', address: '/ja/faq/x/' },
    ]);
  });

  it('name the choice of a language for the front page', () => {
    expect(alternates('', ['ja', 'en']).at(-1)).toEqual({ hreflang: 'x-default', address: '/' });
  });

  it('are none for a page in one language', () => {
    expect(alternates('faq/x/', ['en'])).toEqual([]);
  });
});

describe('the sitemap', () => {
  it('has every language of a page with its day, and the choice of a language', () => {
    const text = sitemap(
      [
        { path: '', languages: ['ja', 'en'], changed: {} },
        { path: 'faq/x/', languages: ['ja', 'en'], changed: { ja: '2026-11-01', en: '2026-10-01' } },
        { path: 'faq/y/', languages: ['en'], changed: {} },
      ],
      absolute,
    );
    const addresses = [...text.matchAll(/<loc>https:\/\/help.aruku.example([^<]*)/g)].map(([, address]) => address);
    expect(addresses).toEqual(['/', '/ja/', '/en/', '/ja/faq/x/', '/en/faq/x/', '/en/faq/y/']);
    expect(text).toContain('/en/faq/x/</loc><lastmod>2026-10-01</lastmod>');
    expect(text).toContain('hreflang="x-default" href="https://help.aruku.example/ja/faq/x/"/>');
    expect(text).toContain('<url><loc>https://help.aruku.example/en/faq/y/</loc></url>');
  });
});

describe('llms.txt', () => {
  it('lists the Markdown of each article under its category, and how to reach a person', async () => {
    const { portal } = await checkContent(join(import.meta.dirname, '../../..'));
    if (!portal) throw new Error('portal.yaml cannot be read');
    const article = { language: 'en', title: 'Which [size]?', answer: 'The larger.', category: 'shoes' } as const;
    const text = llmsText(portal, [{ ...article, url: '/en/faq/size/' }], absolute);
    expect(text.split('\n')[0]).toBe('# アルク ヘルプセンター / Aruku Help Centre');
    expect(text).toContain('\n> We keep people walking.');
    expect(text).toContain(
      '## Fit and care (en)\n\nChoosing a size, looking after shoes, repairs\n\n- [Which \\[size\\]?](https://help.aruku.example/en/faq/size/index.md): The larger.\n',
    );
    expect(text).not.toContain('## Delivery');
    expect(text).toContain('- [Contact form](https://help.aruku.example/en/contact/)');
  });
});

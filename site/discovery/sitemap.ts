import type { Language } from '../../content/schema/languages.ts';

/** A page in every language it exists in. */
export interface ListedPage {
  /** Path after the language: `faq/return-policy/`. */
  path: string;
  languages: readonly Language[];
  /** The day it changed last, `YYYY-MM-DD`, by language. */
  changed: Partial<Record<Language, string>>;
}

/** An XML sitemap that names for each page its other languages, too. `absolute` makes a site-absolute address whole. */
export function sitemap(pages: readonly ListedPage[], absolute: (address: string) => string): string {
  const entries = pages.flatMap(({ path, languages, changed }) => {
    const others = alternates(path, languages);
    const links = others.map(({ hreflang, address }) => {
      const href = escaped(absolute(address));
      return `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`;
    });
    const entry = (address: string, lastmod?: string) =>
      `<url><loc>${escaped(absolute(address))}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}${links.join('')}</url>`;
    const own = languages.map((language) => ({ address: `/${language}/${path}`, lastmod: changed[language] }));
    const choice = others.filter(({ address }) => !own.some((page) => page.address === address));
    return [
      ...choice.map(({ address }) => entry(address)),
      ...own.map(({ address, lastmod }) => entry(address, lastmod)),
    ];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
}

/**
 * A page's addresses by language, with the one for everybody else (`x-default`): the choice of a language for the front
 * page, otherwise the portal's first language. None for a page in one language.
 */
export function alternates(
  path: string,
  languages: readonly Language[],
): { hreflang: Language | 'x-default'; address: string }[] {
  const [first] = languages;
  if (!first || languages.length < 2) return [];
  return [
    ...languages.map((language) => ({ hreflang: language, address: `/${language}/${path}` })),
    { hreflang: 'x-default', address: path === '' ? '/' : `/${first}/${path}` },
  ];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

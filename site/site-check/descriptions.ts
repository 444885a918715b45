import type { BuiltPage, BuiltSite } from './built.ts';
import type { Finding } from './finding.ts';

/** What a card of the page is made from. */
const needed = ['og:type', 'og:url', 'og:title', 'og:site_name', 'og:locale'];

/** Pages without a language or a title, and pages to be shown without what a card is made from. */
export function checkDescriptions({ pages }: BuiltSite): Finding[] {
  return pages.flatMap((page) => {
    const missing = [
      ...(page.root.querySelector('html')?.getAttribute('lang') ? [] : ['lang']),
      ...(page.root.querySelector('head > title')?.textContent.trim() ? [] : ['title']),
      // The choice of a language is a page in none.
      ...(page.isIndexed && page.url !== '/' ? missingInCard(page) : []),
    ];
    return missing.map((name) => ({ page: page.url, reason: `It has no ${name}.` }));
  });
}

function missingInCard({ root }: BuiltPage): string[] {
  const content = (selector: string) => root.querySelector(selector)?.getAttribute('content')?.trim();
  return [
    ...(content('meta[name="description"]') ? [] : ['description']),
    ...needed.filter((name) => !content(`meta[property="${name}"]`)),
  ];
}

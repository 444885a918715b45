import { parse } from 'node-html-parser';
import type { BuiltSite } from './built.ts';
import type { Finding } from './finding.ts';

const file = '/sitemap.xml';

/** Pages that the sitemap leaves out, and addresses in it that are no page to show. */
export function checkSitemap({ pages, texts, origin }: BuiltSite): Finding[] {
  const text = texts.get(file);
  if (text === undefined) return [{ page: file, reason: 'There is no sitemap.' }];
  if (origin === '') return [{ page: '/robots.txt', reason: 'It names no sitemap: Sitemap: https://…/sitemap.xml' }];

  const entries = parse(text)
    .querySelectorAll('url')
    .map((entry) => ({
      address: entry.querySelector('loc')?.textContent ?? '',
      lastmod: entry.querySelector('lastmod')?.textContent,
      alternates: entry.getElementsByTagName('xhtml:link').map((link) => link.getAttribute('href') ?? ''),
    }));
  const shown = new Set(pages.filter(({ isIndexed }) => isIndexed).map(({ url }) => `${origin}${url}`));
  const listed = entries.map(({ address }) => address);
  return [
    ...[...shown]
      .filter((address) => !listed.includes(address))
      .map((address) => ({ page: new URL(address).pathname, reason: 'The sitemap leaves it out.' })),
    ...listed
      .filter((address, index) => listed.indexOf(address) !== index)
      .map((address) => ({ page: file, reason: `${address} is in it twice.` })),
    ...entries.flatMap(({ address, alternates, lastmod }) => [
      ...[address, ...alternates]
        .filter((named) => !shown.has(named))
        .map((named) => ({ page: file, reason: `${named} is no page that search engines may show.` })),
      ...(lastmod !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(lastmod)
        ? [{ page: file, reason: `${address}: lastmod is a day such as 2026-11-01, not ${lastmod}.` }]
        : []),
    ]),
  ];
}

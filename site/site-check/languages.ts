import type { HTMLElement } from 'node-html-parser';
import type { BuiltPage, BuiltSite } from './built.ts';
import type { Finding } from './finding.ts';

/** Pages that do not say which address is theirs, or whose other languages do not say the same of them. */
export function checkLanguages({ pages, origin }: BuiltSite): Finding[] {
  const alternates = new Map(pages.map((page) => [`${origin}${page.url}`, alternatesOf(page)]));
  return pages.flatMap((page) => {
    const say = (reason: string): Finding => ({ page: page.url, reason });
    const url = `${origin}${page.url}`;
    const canonical = hrefsOf(page.root, 'link[rel="canonical"]');
    const own = alternates.get(url) ?? new Map<string, string>();
    if (page.isCopy) return copyFindings(page, canonical, own, new Set(pages.map(({ url: known }) => origin + known)));
    if (!page.isIndexed) {
      return canonical.length + own.size > 0 ? [say('A page with noindex names no canonical address.')] : [];
    }
    return [
      ...(canonical.length === 1 && canonical[0] === url
        ? []
        : [say(`Its canonical address is ${url}, and it names ${canonical.join(', ') || 'none'}.`)]),
      ...(own.size > 0 && ![...own.values()].includes(url) ? [say('Its alternates leave out the page itself.')] : []),
      ...(own.size > 0 && !own.has('x-default') ? [say('Its alternates name no x-default.')] : []),
      ...[...own]
        .filter(([, href]) => !isSame(alternates.get(href), own))
        .map(([language, href]) => say(`Its alternate in ${language}, ${href}, does not name the same alternates.`)),
    ];
  });
}

/** A page that is not translated yet names the page it repeats, and no languages, since it is in none of its own. */
function copyFindings(
  page: BuiltPage,
  canonical: readonly string[],
  alternates: ReadonlyMap<string, string>,
  addresses: ReadonlySet<string>,
): Finding[] {
  const isThere = canonical.length === 1 && addresses.has(canonical[0] ?? '');
  return [
    ...(isThere
      ? []
      : [{ page: page.url, reason: `It repeats ${canonical.join(', ') || 'no page'}, which is not there.` }]),
    ...(alternates.size > 0
      ? [{ page: page.url, reason: 'It is not translated, and names languages all the same.' }]
      : []),
  ];
}

function alternatesOf({ root }: BuiltPage): Map<string, string> {
  const links = root.querySelectorAll('link[rel="alternate"][hreflang]');
  return new Map(links.map((link) => [link.getAttribute('hreflang') ?? '', link.getAttribute('href') ?? '']));
}

function isSame(theirs: ReadonlyMap<string, string> | undefined, ours: ReadonlyMap<string, string>): boolean {
  return theirs?.size === ours.size && [...ours].every(([language, href]) => theirs.get(language) === href);
}

function hrefsOf(root: HTMLElement, selector: string): string[] {
  return root.querySelectorAll(selector).map((link) => link.getAttribute('href') ?? '');
}

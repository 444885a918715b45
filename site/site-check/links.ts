import type { BuiltPage, BuiltSite } from './built.ts';
import type { Finding } from './finding.ts';

/** Answered by the API, not by a file. */
const ofTheApi =
  /^\/api\/|^\/[a-z]+\/(notices\/feed\.xml|forum\/(?:\d+\/|posts\/[\w-]+\/|(?:[\w-]+\/)?feed\.xml)|requests\/shell\/data\.(html|json))$/;

/** Links and files named that are not there, and anchors that no page has. */
export function checkLinks(site: BuiltSite): Finding[] {
  const pages = new Map(site.pages.map((page) => [page.url, page]));
  const wrong = (from: string, base: string, link: string) => {
    const reason = reasonAgainst(link, `${base}${from}`, site, pages);
    return reason ? [{ page: from, reason }] : [];
  };
  const base = site.origin || 'http://localhost';
  return [
    ...site.pages.flatMap((page) => linksOf(page).flatMap((link) => wrong(page.url, base, link))),
    ...[...site.texts]
      .filter(([file]) => /\.(md|txt)$/.test(file))
      .flatMap(([file, text]) => linksOfMarkdown(text).flatMap((link) => wrong(file, base, link))),
  ];
}

function reasonAgainst(
  link: string,
  base: string,
  { addresses, origin }: BuiltSite,
  pages: ReadonlyMap<string, BuiltPage>,
): string | null {
  if (link === '') return 'A link leads nowhere: it is empty.';
  if (!URL.canParse(link, base)) return `${link} is no address.`;
  const { protocol, origin: to, pathname, hash } = new URL(link, base);
  if (!/^https?:$/.test(protocol) || (to !== new URL(base).origin && to !== origin)) return null;
  if (ofTheApi.test(pathname)) return null;
  if (!addresses.has(decodeURIComponent(pathname))) return `${link} leads nowhere.`;
  const anchor = decodeURIComponent(hash.slice(1));
  const page = pages.get(pathname);
  return anchor && page && !page.ids.has(anchor) ? `${link}: the page has no place #${anchor}.` : null;
}

function linksOf({ root }: BuiltPage): string[] {
  return root
    .querySelectorAll('[href], [src], [poster], form:not([method="post"])')
    .flatMap((element) => ['href', 'src', 'poster', 'action'].map((name) => element.getAttribute(name)))
    .filter((value) => value !== undefined);
}

function linksOfMarkdown(text: string): string[] {
  return [...text.matchAll(/\]\(([^()\s]+)\)|<(https?:[^>\s]+)>/g)].map(([, inText, alone]) => inText ?? alone ?? '');
}

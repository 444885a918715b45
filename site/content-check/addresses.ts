import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasEnded } from '../../content/calendar.ts';
import type { Portal } from '../../content/schema/portal.ts';
import type { CheckedPage } from './article.ts';
import type { Finding } from './finding.ts';
import { nearest } from './references.ts';

/** The list of every address that readers may have kept. */
const listFile = 'content/addresses.txt';
const listHead = `# Every address that has been published, one a line. A page that leaves its address behind says so in \`formerly\`.
# After one that holds until a day stands that day; it may be removed when it is over.
# New ones are added by: npm run check:content -- --publish
`;

/** A page that has an address of its own, and the addresses that lead to it. */
export interface Address {
  url: string;
  file: string;
  /** The last day on which it holds, if it has one. */
  expires: string | null;
  formerly: { url: string; line: number }[];
}

interface Settings {
  file: string;
  portal: Portal;
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** Every page of the content that somebody may have kept the address of: articles, posts and categories. */
export function addressesOf(articles: readonly CheckedPage[], settings: Settings | null): Address[] {
  const ofArticles = articles.map(({ url, file, language, front }) => ({
    url,
    file,
    expires: front?.expires ?? null,
    // Until a post is shown, nothing leads to it.
    formerly: (front?.waitsFor ? [] : (front?.formerly ?? [])).map((old, index) => ({
      url: `/${language}/${old}/`,
      line: front?.lineOf(['formerly', index]) ?? 1,
    })),
  }));
  return settings ? [...ofArticles, ...addressesOfCategories(settings)] : ofArticles;
}

function addressesOfCategories({ file, portal, lineOf }: Settings): Address[] {
  return portal.languages.flatMap((language) =>
    portal.categories.map(({ slug, formerly }, category) => ({
      url: `/${language}/categories/${slug}/`,
      file,
      expires: null,
      formerly: formerly.map((old, index) => ({
        url: `/${language}/${old}/`,
        line: lineOf(['categories', category, 'formerly', index]),
      })),
    })),
  );
}

/** Where every address leads that pages had before. It leads to a page that is there, so that none leads on or round. */
export function redirectsTo(addresses: readonly Address[]): { redirects: Record<string, string>; findings: Finding[] } {
  const pages = new Map(addresses.map((address) => [address.url, address]));
  const redirects = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { url: to, file, formerly } of addresses) {
    for (const { url: from, line } of formerly) {
      const page = pages.get(from);
      const before = redirects.get(from);
      const example = 'formerly: [] without it';
      if (page) findings.push({ file, line, reason: `formerly: ${from} is a page (${page.file}).`, example });
      else if (before) findings.push({ file, line, reason: `formerly: ${from} leads to ${before} already.`, example });
      else redirects.set(from, to);
    }
  }
  return { redirects: Object.fromEntries(redirects), findings };
}

/**
 * Addresses of the list that are neither a page nor lead to one, lines for pages that it does not hold yet, and pages
 * that are gone since their last day is over. `today` is a day where the portal is. The text in another language does not
 * take the place of a translation that was published.
 */
export async function checkPublished(
  root: string,
  addresses: readonly Address[],
  redirects: Readonly<Record<string, string>>,
  today: string,
): Promise<{ findings: Finding[]; unlisted: string[]; removed: Record<string, string> }> {
  const listed = await readPublished(root);
  const urls = new Set(addresses.map(({ url }) => url));
  const isThere = (url: string) => urls.has(url) || Object.hasOwn(redirects, url);
  const gone = [...listed].filter(([url]) => !isThere(url));
  const removed = removedPages(listed, isThere, today);
  const findings = gone
    .filter(([url]) => !Object.hasOwn(removed, url))
    .map(([url, { line, expires }]) => ({
      file: listFile,
      line,
      reason: expires
        ? `The page ${url} is gone, and it holds until ${expires}.`
        : `The page ${url} is gone, and no page says that it took its place.`,
      example: successor(url, addresses),
    }));
  const unlisted = addresses
    .filter(({ url, expires }) => listed.get(url)?.expires !== expires)
    .map(({ url, expires }) => lineFor(url, expires))
    .sort();
  return { findings, unlisted, removed };
}

/** Pages of the list that are gone since their last day is over, by their address, with that day. */
export function removedPages(
  listed: ReadonlyMap<string, { expires: string | null }>,
  isThere: (url: string) => boolean,
  today: string,
): Record<string, string> {
  return Object.fromEntries(
    [...listed].flatMap(([url, { expires }]) =>
      expires !== null && hasEnded(expires, today) && !isThere(url) ? [[url, expires]] : [],
    ),
  );
}

/** Adds lines to the list; one for an address that it holds takes the place of that. */
export async function publish(root: string, unlisted: readonly string[]): Promise<void> {
  const before = [...(await readPublished(root))].map(([url, { expires }]) => lineFor(url, expires));
  const lines = new Map([...before, ...unlisted].map((line) => [line.split(' ')[0], line]));
  await writeFile(join(root, listFile), `${listHead}${[...lines.values()].sort().join('\n')}\n`);
}

/** Every published address with the line it stands in, and the last day of its page. */
export async function readPublished(root: string): Promise<Map<string, { line: number; expires: string | null }>> {
  const text = await readFile(join(root, listFile), 'utf8').catch(() => '');
  const lines = text.split(/\r?\n/).map((line, index) => ({ text: line.trim(), line: index + 1 }));
  return new Map(
    lines
      .filter(({ text }) => text !== '' && !text.startsWith('#'))
      .map(({ text, line }) => {
        const [, url = text, expires = null] = /^(\S+) expires (\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
        return [url, { line, expires }];
      }),
  );
}

function lineFor(url: string, expires: string | null): string {
  return expires === null ? url : `${url} expires ${expires}`;
}

function successor(gone: string, addresses: readonly Address[]): string {
  const [, language = '', ...rest] = gone.split('/');
  const inLanguage = addresses.filter(({ url }) => url.startsWith(`/${language}/`));
  const near = nearest(
    rest.slice(1).join('/'),
    inLanguage.map(({ url }) => url),
  );
  const page = inLanguage.find(({ url }) => url === near) ?? inLanguage[0];
  return `formerly: [${rest.join('/').replace(/\/$/, '')}] in ${page?.file ?? 'the page that answers it now'}`;
}

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Portal } from '../../content/schema/portal.ts';
import type { CheckedPage } from './article.ts';
import type { Finding } from './finding.ts';
import { nearest } from './references.ts';

/** The list of every address that readers may have kept. */
const listFile = 'content/addresses.txt';
const listHead = `# Every address that has been published, one a line. A page that leaves its address behind says so in \`formerly\`.
# New ones are added by: npm run check:content -- --publish
`;

/** A page that has an address of its own, and the addresses that lead to it. */
export interface Address {
  url: string;
  file: string;
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
 * Addresses of the list that are neither a page nor lead to one, and pages that it does not hold yet. `untranslated` are
 * those at which a text is read in another language.
 */
export async function checkPublished(
  root: string,
  addresses: readonly Address[],
  redirects: Readonly<Record<string, string>>,
  untranslated: readonly string[] = [],
): Promise<{ findings: Finding[]; unlisted: string[] }> {
  const listed = await readList(root);
  const urls = new Set(addresses.map(({ url }) => url));
  const findings = [...listed]
    .filter(([url]) => !urls.has(url) && !untranslated.includes(url) && !Object.hasOwn(redirects, url))
    .map(([url, line]) => ({
      file: listFile,
      line,
      reason: `The page ${url} is gone, and no page says that it took its place.`,
      example: successor(url, addresses),
    }));
  return { findings, unlisted: [...urls].filter((url) => !listed.has(url)).sort() };
}

/** Adds pages to the list. */
export async function publish(root: string, unlisted: readonly string[]): Promise<void> {
  const urls = new Set([...(await readList(root)).keys(), ...unlisted]);
  await writeFile(join(root, listFile), `${listHead}${[...urls].sort().join('\n')}\n`);
}

/** Addresses by the line they stand in. */
async function readList(root: string): Promise<Map<string, number>> {
  const text = await readFile(join(root, listFile), 'utf8').catch(() => '');
  const lines = text.split(/\r?\n/).map((line, index) => [line.trim(), index + 1] as const);
  return new Map(lines.filter(([line]) => line !== '' && !line.startsWith('#')));
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

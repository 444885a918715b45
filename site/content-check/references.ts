import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../../content/schema/languages.ts';
import type { Portal } from '../../content/schema/portal.ts';
import type { CheckedPage } from './article.ts';
import type { Finding } from './finding.ts';
import { attribute, lineOf, walk } from './mdx.ts';
import { videoFindings } from './video.ts';

/** Addresses beside articles and categories that a text may link to, after the language. */
const plainPages = ['', 'search/', 'contact/'];

/**
 * What is wrong with where articles point to: translations, related pages, links, pictures. `redirects` says where the
 * pages are that were renamed, `otherPages` which addresses there are besides, `removed` which have ended and are gone.
 */
export function checkReferences(
  root: string,
  articles: readonly CheckedPage[],
  portal: Portal | null,
  redirects: Readonly<Record<string, string>>,
  otherPages: readonly string[] = [],
  removed: Readonly<Record<string, string>> = {},
): Finding[] {
  const ownArticles = articles.filter(({ kind }) => kind !== 'posts');
  const urls = new Set([
    ...articles.map(({ url }) => url),
    ...otherPages,
    // An article that is not translated yet is there all the same, with the text it has.
    ...(portal?.languages ?? []).flatMap((language) =>
      ownArticles
        .map(({ kind, slug }) => `/${language}/${kind}/${slug}/`)
        .filter((url) => !Object.hasOwn(removed, url)),
    ),
    ...(portal?.languages ?? languages).flatMap((language) => [
      ...plainPages.map((page) => `/${language}/${page}`),
      ...(portal?.categories.map(({ slug }) => `/${language}/categories/${slug}/`) ?? []),
    ]),
  ]);
  const waiting = new Map(articles.map(({ url, front }) => [url, front?.waitsFor]));
  // What is in the forum, no build knows.
  const isInForum = (path: string) => portal?.forum !== undefined && /^\/\w+\/forum\/(?:[\w-]+\/)?$/.test(path);
  // Without settings, nobody can say which categories there are.
  const isKnown = (path: string) => urls.has(path) || isInForum(path) || (!portal && /^\/\w+\/categories\//.test(path));
  const known = [...urls];
  const slugsFor = slugsShown(ownArticles, portal?.languages ?? [], removed);
  return articles.flatMap((article) => [
    ...(article.kind === 'posts' ? translationFindings(article, articles, portal?.languages ?? []) : []),
    ...relatedFindings(article, slugsFor(article.language)),
    ...linkFindings(article, known, isKnown, redirects, waiting),
    ...mediaFindings(article, root),
    ...videoFindings(article, root, portal?.languages ?? languages),
  ]);
}

function translationFindings(
  { file, kind, slug, language: own, front }: CheckedPage,
  all: readonly CheckedPage[],
  spoken: readonly Language[],
): Finding[] {
  const isThere = (language: Language) =>
    all.some((other) => other.slug === slug && other.kind === kind && other.language === language);
  if (front?.onlyIn) {
    const line = front.lineOf(['onlyIn']);
    return spoken
      .filter((language) => language !== own && isThere(language))
      .map((language) => ({
        file,
        line,
        reason: `onlyIn: its translation content/${kind}/${language}/${slug}.mdx is there`,
        example: 'leave out onlyIn',
      }));
  }
  return spoken
    .filter((language) => !isThere(language))
    .map((language) => ({
      file,
      line: 1,
      reason: `Its translation content/${kind}/${language}/${slug}.mdx is missing.`,
      ...(kind === 'posts' ? { example: `onlyIn: ${own} if there is to be none` } : {}),
    }));
}

/** The slugs a page may name: of pages in its language, and of those that are shown there until they are translated. */
function slugsShown(
  articles: readonly CheckedPage[],
  spoken: readonly Language[],
  removed: Readonly<Record<string, string>>,
) {
  const slugsFor = (reader: Language) =>
    articles
      .filter(
        ({ language, kind, slug }) =>
          language === reader || (spoken.includes(language) && !Object.hasOwn(removed, `/${reader}/${kind}/${slug}/`)),
      )
      .map(({ slug }) => slug);
  const known = new Map(languages.map((language) => [language, new Set(slugsFor(language))]));
  return (language: Language) => known.get(language) ?? new Set<string>();
}

function relatedFindings({ file, kind, slug: own, front }: CheckedPage, shown: ReadonlySet<string>): Finding[] {
  if (!front?.related.length) return [];
  // A post's own articles: another post is named in its text, where a reader is told why.
  const others = [...shown].filter((slug) => kind === 'posts' || slug !== own);
  const related = front.related.map((slug, index) => ({ slug, line: front.lineOf(['related', index]) }));
  return related
    .filter(({ slug }) => !others.includes(slug))
    .map(({ slug, line }) => ({
      file,
      line,
      reason:
        slug === own && kind !== 'posts'
          ? 'related: a page is not related to itself'
          : `related: there is no page "${slug}"`,
      example: `related: [${nearest(slug, others) ?? others[0] ?? ''}]`,
    }));
}

function linkFindings(
  { file, language, tree, url: own, front }: CheckedPage,
  urls: readonly string[],
  isKnown: (path: string) => boolean,
  redirects: Readonly<Record<string, string>>,
  waiting: ReadonlyMap<string, string | undefined>,
): Finding[] {
  const findings: Finding[] = [];
  if (!tree) return findings;
  const near = () => urls.filter((url) => url.startsWith(`/${language}/`));
  walk(tree, (node) => {
    const url = node.type === 'link' || node.type === 'definition' ? (node.url ?? '') : '';
    if (!url || /^(https:|mailto:|tel:|#)/.test(url)) return;
    const path = url.split(/[?#]/)[0] ?? '';
    const place = { file, line: lineOf(node) };
    const day = waiting.get(path);
    if (!path.startsWith('/')) {
      const reason = `The link ${url} does not begin at the site's root.`;
      findings.push({ ...place, reason, example: nearest(path, near()) ?? own });
    } else if (redirects[path]) {
      findings.push({ ...place, reason: `The page ${path} has another address now.`, example: redirects[path] });
    } else if (!isKnown(path)) {
      findings.push({ ...place, reason: `The link ${url} leads nowhere.`, example: nearest(path, near()) ?? own });
    } else if (day && day > (front?.waitsFor ?? '')) {
      const reason = `The link ${url} leads nowhere until ${day}, when that post is published.`;
      findings.push({ ...place, reason, example: `published: ${day} if this is a post, or the link from that day on` });
    } else if (!path.startsWith(`/${language}/`)) {
      const reason = `The link ${url} leaves the page's language.`;
      findings.push({ ...place, reason, example: path.replace(/^\/\w+\//, `/${language}/`) });
    }
  });
  return findings;
}

function mediaFindings({ file, tree }: CheckedPage, root: string): Finding[] {
  const findings: Finding[] = [];
  if (!tree) return findings;
  walk(tree, (node) => {
    if (node.name !== 'Figure' && node.name !== 'Video') return;
    for (const name of ['src', 'poster']) {
      const media = attribute(node, name);
      if (media === undefined || existsSync(join(root, 'content/media', media))) continue;
      findings.push({
        file,
        line: lineOf(node),
        reason: `${name}="${media}": there is no content/media/${media}`,
        example: `${name}="measure-heel.svg" for content/media/measure-heel.svg`,
      });
    }
  });
  return findings;
}

/** The known address or slug that shares most words with a wrong one, if any does. */
export function nearest(wrong: string, known: readonly string[]): string | undefined {
  const words = new Set(wordsOf(wrong));
  let best: { text?: string; shared: number } = { shared: 0 };
  for (const text of known) {
    const shared = wordsOf(text).filter((word) => words.has(word)).length;
    if (shared > best.shared) best = { text, shared };
  }
  return best.text;
}

function wordsOf(address: string): string[] {
  return address.split(/[^a-z0-9]+/).filter(Boolean);
}

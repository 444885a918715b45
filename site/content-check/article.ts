import { articleSchemas } from '../../content/schema/articles.ts';
import { type ArticleKind, articleKinds, type PageKind } from '../../content/schema/kinds.ts';
import { type Language, languages } from '../../content/schema/languages.ts';
import type { Portal } from '../../content/schema/portal.ts';
import type { ArticleSummary } from '../../content/schema/snapshot.ts';
import type { ArticleMemory } from '../article-text/memory.ts';
import type { MdxNode } from '../article-text/processor.ts';
import { frontMatterOf } from '../article-text/read.ts';
import { type Section, sectionsOf } from '../translations/sections.ts';
import type { Finding } from './finding.ts';
import { readPage, unknownSlug } from './front-matter.ts';
import { checkPlatforms } from './platforms.ts';

/** Where a page lives; it does so even if it cannot be read. */
export interface Place<Kind extends PageKind = ArticleKind> {
  file: string;
  language: Language;
  kind: Kind;
  slug: string;
  url: string;
}

/** A page by itself, with what its ties to other pages are held against. */
export interface CheckedPage<Summary = unknown, Kind extends PageKind = PageKind> extends Place<Kind> {
  findings: Finding[];
  tree: MdxNode | null;
  /** What is translated as one; none when the front matter cannot be used. */
  sections: Section[];
  /** `null` when the front matter cannot be used. */
  front: {
    summary: Summary;
    related: string[];
    formerly: string[];
    /** The language it is written in first, if it says so. */
    source?: Language | undefined;
    /** The guide a reader goes on to. */
    next?: string | undefined;
    /** The language it says to be in only. */
    onlyIn?: Language | undefined;
    /** The day it is shown from, when that is still to come. */
    waitsFor?: string | undefined;
    /** Its last day, when it has one. */
    expires?: string | null | undefined;
    lineOf: (path: readonly PropertyKey[]) => number;
  } | null;
}

export type CheckedArticle = CheckedPage<ArticleSummary, ArticleKind>;

/** Everything in the folders of articles, and MDX wherever else it lies; the handbook has its own rules. */
export function isArticleFile(file: string): boolean {
  const [, folder = ''] = file.split('/');
  return isOneOf(articleKinds, folder) || (file.endsWith('.mdx') && folder !== 'handbook' && folder !== 'posts');
}

/** Where a file says that it belongs, or `null` if no article can live there. */
export function placeOf(file: string): Place | null {
  const [, kind = '', language = '', name = ''] = file.split('/');
  const slug = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/.exec(name)?.[1];
  if (!isOneOf(articleKinds, kind) || !isOneOf(languages, language) || !slug) return null;
  return { file, language, kind, slug, url: `/${language}/${kind}/${slug}/` };
}

export function misplaced(file: string): Finding {
  return {
    file,
    line: 1,
    reason: `An article is content/<${articleKinds.join(', ')}>/<${languages.join(', ')}>/<slug>.mdx, its slug in small letters, digits and hyphens.`,
    example: 'content/faq/en/return-policy.mdx',
  };
}

/** Reads an article, unless the memory has it, and says what is wrong with it, apart from where it points to. */
export async function checkArticle(
  root: string,
  place: Place,
  portal: Portal | null,
  memory?: ArticleMemory,
): Promise<CheckedArticle> {
  const { file, language, kind, slug, url } = place;
  const { text, value, findings, tree, lineOf } = await readPage(root, file, articleSchemas[kind], memory);
  if (tree && portal) findings.push(...checkPlatforms(tree, file, portal.platforms));
  if (!value) return { ...place, findings, tree, sections: [], front: null };

  const { title, answer, category, rank, asked, related, formerly, owner, source, expires = null } = value;
  const next = 'next' in value ? value.next : undefined;
  const categories = portal?.categories.map((known) => known.slug) ?? [category];
  findings.push(...unknownSlug('category', category, categories, { file, line: lineOf(['category']) }));
  const teams = portal?.teams.map(({ id }) => id) ?? [owner];
  if (!teams.includes(owner)) {
    findings.push({
      file,
      line: lineOf(['owner']),
      reason: `owner: expected ${teams.length > 0 ? `one of ${teams.join(', ')}` : 'a team, and portal.yaml declares none'}; got "${owner}". They are declared under teams in portal.yaml.`,
      example: `owner: ${teams[0] ?? 'customer-care'}`,
    });
  }
  const summary: ArticleSummary = { language, kind, slug, url, title, answer, category, rank, asked };
  const { head } = frontMatterOf(text);
  const sections = sectionsOf(value, text.slice(head.length), head.split('\n').length - 1);
  return { ...place, findings, tree, sections, front: { summary, related, formerly, expires, source, next, lineOf } };
}

function isOneOf<T extends string>(known: readonly T[], text: string): text is T {
  return (known as readonly string[]).includes(text);
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleSchemas } from '../../content/schema/articles.ts';
import { type ArticleKind, articleKinds } from '../../content/schema/kinds.ts';
import { type Language, languages } from '../../content/schema/languages.ts';
import type { Portal } from '../../content/schema/portal.ts';
import type { ArticleSummary } from '../../content/schema/snapshot.ts';
import type { ArticleMemory } from '../article-text/memory.ts';
import type { MdxNode } from '../article-text/processor.ts';
import { frontMatterOf, lineOfField, readArticle } from '../article-text/read.ts';
import { type Section, sectionsOf } from '../translations/sections.ts';
import type { Finding } from './finding.ts';
import { checkPlatforms } from './platforms.ts';

/** Where an article lives; it does so even if it cannot be read. */
export interface Place {
  file: string;
  language: Language;
  kind: ArticleKind;
  slug: string;
  url: string;
}

/** An article by itself, with what its ties to other articles are held against. */
export interface CheckedArticle extends Place {
  findings: Finding[];
  tree: MdxNode | null;
  /** What is translated as one; none when the front matter cannot be used. */
  sections: Section[];
  /** `null` when the front matter cannot be used. */
  front: {
    summary: ArticleSummary;
    related: string[];
    formerly: string[];
    /** The language it is written in first, if it says so. */
    source?: Language | undefined;
    /** The guide a reader goes on to. */
    next?: string | undefined;
    lineOf: (path: readonly PropertyKey[]) => number;
  } | null;
}

/** Everything in the folders of articles, and MDX wherever else it lies; the handbook has its own rules. */
export function isArticleFile(file: string): boolean {
  const [, folder = ''] = file.split('/');
  return isOneOf(articleKinds, folder) || (file.endsWith('.mdx') && folder !== 'handbook');
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
  const schema = articleSchemas[kind];
  const text = (await readFile(join(root, file), 'utf8')).replaceAll('\r\n', '\n');
  const read = () => readArticle(file, text, schema);
  const { fields, findings: found, tree } = memory ? memory.recall(file, text, read) : read();
  const findings = [...found];
  if (tree && portal) findings.push(...checkPlatforms(tree, file, portal.platforms));
  if (!fields) return { ...place, findings, tree, sections: [], front: null };

  const lineOf = (path: readonly PropertyKey[]) => lineOfField(file, text, schema, path);
  const { title, answer, category, rank, asked, related, formerly, owner, source } = fields;
  const next = 'next' in fields ? fields.next : undefined;
  const categories = portal?.categories.map((known) => known.slug) ?? [category];
  if (!categories.includes(category)) {
    findings.push({
      file,
      line: lineOf(['category']),
      reason: `category: expected one of ${categories.join(', ')}; got "${category}"`,
      example: `category: ${categories[0]}`,
    });
  }
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
  const sections = sectionsOf(fields, text.slice(head.length), head.split('\n').length - 1);
  return { ...place, findings, tree, sections, front: { summary, related, formerly, source, next, lineOf } };
}

function isOneOf<T extends string>(known: readonly T[], text: string): text is T {
  return (known as readonly string[]).includes(text);
}

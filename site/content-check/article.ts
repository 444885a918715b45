import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleSchemas } from '../../content/schema/articles.ts';
import { type ArticleKind, articleKinds } from '../../content/schema/kinds.ts';
import { type Language, languages } from '../../content/schema/languages.ts';
import type { Portal } from '../../content/schema/portal.ts';
import type { ArticleSummary } from '../../content/schema/snapshot.ts';
import { type Section, sectionsOf } from '../translations/sections.ts';
import type { Finding } from './finding.ts';
import { checkBody, type MdxNode } from './mdx.ts';
import { checkPlatforms } from './platforms.ts';
import { checkYaml } from './yaml.ts';

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

/** Reads an article and says what is wrong with it, apart from where it points to. */
export async function checkArticle(root: string, place: Place, portal: Portal | null): Promise<CheckedArticle> {
  const { file, language, kind, slug, url } = place;
  const text = (await readFile(join(root, file), 'utf8')).replaceAll('\r\n', '\n');
  const parts = /^---\n([\s\S]*?)\n---\n?/.exec(text);
  if (!parts) {
    const reason = 'The file begins with its front matter between two lines of ---.';
    const finding = { file, line: 1, reason, example: '---\ntitle: …\n---' };
    return { ...place, findings: [finding], tree: null, sections: [], front: null };
  }
  const [head, yaml = ''] = parts;
  const { value, findings: wrongFields, lineOf } = checkYaml(file, yaml, articleSchemas[kind], 2);
  const body = text.slice(head.length);
  const linesBefore = head.split('\n').length - 1;
  const { tree, findings: wrongText } = checkBody(file, body, linesBefore);
  const findings = [...wrongFields, ...wrongText];
  if (tree && portal) findings.push(...checkPlatforms(tree, file, portal.platforms));
  if (!value) return { ...place, findings, tree, sections: [], front: null };

  const { title, answer, category, rank, asked, related, formerly, owner, source } = value;
  const next = 'next' in value ? value.next : undefined;
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
  const sections = sectionsOf(value, body, linesBefore);
  return { ...place, findings, tree, sections, front: { summary, related, formerly, source, next, lineOf } };
}

function isOneOf<T extends string>(known: readonly T[], text: string): text is T {
  return (known as readonly string[]).includes(text);
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleSchemas } from '../../content/schema/articles.ts';
import { type ArticleKind, articleKinds } from '../../content/schema/kinds.ts';
import { type Language, languages } from '../../content/schema/languages.ts';
import type { Portal } from '../../content/schema/portal.ts';
import type { ArticleSummary } from '../../content/schema/snapshot.ts';
import type { Finding } from './finding.ts';
import { checkBody, type MdxNode } from './mdx.ts';
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
  /** `null` when the front matter cannot be used. */
  front: {
    summary: ArticleSummary;
    related: string[];
    formerly: string[];
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
    return { ...place, findings: [finding], tree: null, front: null };
  }
  const [head, yaml = ''] = parts;
  const { value, findings: wrongFields, lineOf } = checkYaml(file, yaml, articleSchemas[kind], 2);
  const { tree, findings: wrongText } = checkBody(file, text.slice(head.length), head.split('\n').length - 1);
  const findings = [...wrongFields, ...wrongText];
  if (!value) return { ...place, findings, tree, front: null };

  const { title, answer, category, rank, asked, related, formerly } = value;
  const categories = portal?.categories.map((known) => known.slug) ?? [category];
  if (!categories.includes(category)) {
    findings.push({
      file,
      line: lineOf(['category']),
      reason: `category: expected one of ${categories.join(', ')}; got "${category}"`,
      example: `category: ${categories[0]}`,
    });
  }
  const summary: ArticleSummary = { language, kind, slug, url, title, answer, category, rank, asked };
  return { ...place, findings, tree, front: { summary, related, formerly, lineOf } };
}

function isOneOf<T extends string>(known: readonly T[], text: string): text is T {
  return (known as readonly string[]).includes(text);
}

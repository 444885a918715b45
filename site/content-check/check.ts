import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ArticleKind,
  articleKinds,
  articleSchemas,
  type ArticleSummary,
  type Language,
  languages,
  type Portal,
  portalSchema,
} from '../../content/schema.ts';
import type { Finding } from './finding.ts';
import { attribute, checkBody, lineOf, type MdxNode, walk } from './mdx.ts';
import { checkYaml } from './yaml.ts';

export interface CheckedContent {
  /** `null` when portal.yaml cannot be used. */
  portal: Portal | null;
  articles: ArticleSummary[];
  findings: Finding[];
}

/** Where an article lives. It lives there whether or not it can be read. */
interface Place {
  file: string;
  language: Language;
  kind: ArticleKind;
  slug: string;
  url: string;
}

interface CheckedArticle extends Place {
  findings: Finding[];
  tree: MdxNode | null;
  /** `null` when the front matter cannot be used. */
  front: { summary: ArticleSummary; related: string[]; lineOf: (path: readonly PropertyKey[]) => number } | null;
}

/** Addresses beside articles and categories that a text may link to, after the language. */
const plainPages = ['', 'search/', 'contact/'];

/** Reads everything in `root/content` and says what is wrong with it. */
export async function checkContent(root: string): Promise<CheckedContent> {
  const portalFile = 'content/portal.yaml';
  const text = await readFile(join(root, portalFile), 'utf8').catch(() => '');
  const { value: portal, findings } = checkYaml(portalFile, text, portalSchema);

  const articles: CheckedArticle[] = [];
  for await (const path of glob('content/**/*.*', { cwd: root })) {
    const file = path.replaceAll('\\', '/');
    if (!isArticleFile(file)) continue;
    const place = placeOf(file);
    if (place) articles.push(await checkArticle(root, place, portal));
    else findings.push(misplaced(file));
  }
  findings.push(...articles.flatMap((article) => article.findings), ...checkTogether(root, articles, portal));
  findings.sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
  return { portal, articles: articles.flatMap(({ front }) => front?.summary ?? []), findings };
}

/** Everything in the folders of articles, and MDX wherever else it lies; the handbook has its own rules. */
function isArticleFile(file: string): boolean {
  const [, folder = ''] = file.split('/');
  return isOneOf(articleKinds, folder) || (file.endsWith('.mdx') && folder !== 'handbook');
}

function placeOf(file: string): Place | null {
  const [, kind = '', language = '', name = '', ...deeper] = file.split('/');
  const slug = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/.exec(name)?.[1];
  if (!isOneOf(articleKinds, kind) || !isOneOf(languages, language) || !slug || deeper.length > 0) return null;
  return { file, language, kind, slug, url: `/${language}/${kind}/${slug}/` };
}

function misplaced(file: string): Finding {
  return {
    file,
    line: 1,
    reason: `An article is content/<${articleKinds.join(', ')}>/<${languages.join(', ')}>/<slug>.mdx, its slug in small letters, digits and hyphens.`,
    example: 'content/faq/en/return-policy.mdx',
  };
}

async function checkArticle(root: string, place: Place, portal: Portal | null): Promise<CheckedArticle> {
  const { file, language, kind, slug, url } = place;
  const text = (await readFile(join(root, file), 'utf8')).replaceAll('\r\n', '\n');
  const parts = /^---\n([\s\S]*?)\n---\n?/.exec(text);
  if (!parts) {
    const finding = {
      file,
      line: 1,
      reason: 'The file begins with its front matter between two lines of ---.',
      example: '---\ntitle: …\n---',
    };
    return { ...place, findings: [finding], tree: null, front: null };
  }
  const [head, yaml = ''] = parts;
  const { value, findings: wrongFields, lineOf: lineOfField } = checkYaml(file, yaml, articleSchemas[kind], 2);
  const { tree, findings: wrongText } = checkBody(file, text.slice(head.length), head.split('\n').length - 1);
  const findings = [...wrongFields, ...wrongText];
  if (!value) return { ...place, findings, tree, front: null };

  const { title, answer, category, rank, asked, related } = value;
  const categories = portal?.categories.map((known) => known.slug) ?? [category];
  if (!categories.includes(category)) {
    findings.push({
      file,
      line: lineOfField(['category']),
      reason: `category: expected one of ${categories.join(', ')}; got "${category}"`,
      example: `category: ${categories[0]}`,
    });
  }
  const summary: ArticleSummary = { language, kind, slug, url, title, answer, category, rank, asked };
  return { ...place, findings, tree, front: { summary, related, lineOf: lineOfField } };
}

function checkTogether(root: string, articles: readonly CheckedArticle[], portal: Portal | null): Finding[] {
  const urls = new Set([
    ...articles.map(({ url }) => url),
    ...(portal?.languages ?? languages).flatMap((language) => [
      ...plainPages.map((page) => `/${language}/${page}`),
      ...(portal?.categories.map(({ slug }) => `/${language}/categories/${slug}/`) ?? []),
    ]),
  ]);
  // Without settings, nobody can say which categories there are.
  const isKnown = (path: string) => urls.has(path) || (!portal && /^\/\w+\/categories\//.test(path));
  return articles.flatMap((article) => [
    ...translationFindings(article, articles, portal?.languages ?? []),
    ...relatedFindings(article, articles),
    ...linkFindings(article, [...urls], isKnown),
    ...mediaFindings(article, root),
  ]);
}

function translationFindings(
  { file, kind, slug }: CheckedArticle,
  all: readonly CheckedArticle[],
  spoken: readonly Language[],
): Finding[] {
  const isThere = (language: Language) =>
    all.some((other) => other.slug === slug && other.kind === kind && other.language === language);
  return spoken
    .filter((language) => !isThere(language))
    .map((language) => ({
      file,
      line: 1,
      reason: `Its translation content/${kind}/${language}/${slug}.mdx is missing.`,
    }));
}

function relatedFindings(
  { file, language, slug: own, front }: CheckedArticle,
  all: readonly CheckedArticle[],
): Finding[] {
  const slugs = new Set(all.filter((other) => other.language === language).map(({ slug }) => slug));
  const related = (front?.related ?? []).map((slug, index) => ({ slug, line: front?.lineOf(['related', index]) ?? 1 }));
  return related
    .filter(({ slug }) => !slugs.has(slug) || slug === own)
    .map(({ slug, line }) => ({
      file,
      line,
      reason: slug === own ? 'related: a page is not related to itself' : `related: there is no page "${slug}"`,
      example: `related: [${[...slugs].find((known) => known !== own) ?? ''}]`,
    }));
}

function linkFindings(
  { file, language, tree, url: own }: CheckedArticle,
  urls: readonly string[],
  isKnown: (path: string) => boolean,
): Finding[] {
  const findings: Finding[] = [];
  if (!tree) return findings;
  const near = urls.filter((url) => url.startsWith(`/${language}/`));
  walk(tree, (node) => {
    const url = node.type === 'link' || node.type === 'definition' ? (node.url ?? '') : '';
    if (!url || /^(https:|mailto:|tel:|#)/.test(url)) return;
    const path = url.split(/[?#]/)[0] ?? '';
    const place = { file, line: lineOf(node) };
    if (!path.startsWith('/')) {
      const reason = `The link ${url} does not begin at the site's root.`;
      findings.push({ ...place, reason, example: nearest(path, near) ?? own });
    } else if (!isKnown(path)) {
      findings.push({ ...place, reason: `The link ${url} leads nowhere.`, example: nearest(path, near) ?? own });
    } else if (!path.startsWith(`/${language}/`)) {
      const reason = `The link ${url} leaves the page's language.`;
      findings.push({ ...place, reason, example: path.replace(/^\/\w+\//, `/${language}/`) });
    }
  });
  return findings;
}

function mediaFindings({ file, tree }: CheckedArticle, root: string): Finding[] {
  const findings: Finding[] = [];
  if (!tree) return findings;
  walk(tree, (node) => {
    if (node.name !== 'Figure' && node.name !== 'Video') return;
    for (const name of ['src', 'poster', 'captions']) {
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

/** The known address that shares most words with a wrong one, if any does. */
function nearest(path: string, urls: readonly string[]): string | undefined {
  const wordsOf = (url: string) => url.split(/[^a-z0-9]+/).filter(Boolean);
  const words = new Set(wordsOf(path));
  const shared = (url: string) => wordsOf(url).filter((word) => words.has(word)).length;
  const best = urls.reduce<string | undefined>(
    (found, url) => (found === undefined || shared(url) > shared(found) ? url : found),
    undefined,
  );
  return best !== undefined && shared(best) > 0 ? best : undefined;
}

function isOneOf<T extends string>(known: readonly T[], text: string): text is T {
  return (known as readonly string[]).includes(text);
}

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

/** An article with what the links of other articles are held against. */
interface CheckedArticle {
  file: string;
  linesBefore: number;
  tree: MdxNode | null;
  summary: ArticleSummary;
  related: string[];
  lineOf: (path: readonly PropertyKey[]) => number;
}

/** Addresses beside articles and categories that a text may link to, after the language. */
const plainPages = ['', 'search/', 'contact/'];

/** Reads everything in `root/content` and says what is wrong with it. */
export async function checkContent(root: string): Promise<CheckedContent> {
  const portalFile = 'content/portal.yaml';
  const text = await readFile(join(root, portalFile), 'utf8').catch(() => '');
  const { value: portal, findings } = checkYaml(portalFile, text, portalSchema);

  const articles: CheckedArticle[] = [];
  for (const kind of articleKinds) {
    for await (const path of glob(`content/${kind}/**/*.*`, { cwd: root })) {
      const file = path.replaceAll('\\', '/');
      const checked = await checkArticle(root, file, kind, portal);
      findings.push(...checked.findings);
      if (checked.article) articles.push(checked.article);
    }
  }
  findings.push(...checkTogether(root, articles, portal));
  findings.sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
  return { portal, articles: articles.map(({ summary }) => summary), findings };
}

async function checkArticle(root: string, file: string, kind: ArticleKind, portal: Portal | null) {
  const [, , language = '', name = '', ...deeper] = file.split('/');
  const slug = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/.exec(name)?.[1];
  if (!isLanguage(language) || !slug || deeper.length > 0) {
    const reason = `An article is content/${kind}/<${languages.join(' or ')}>/<slug>.mdx, its slug in small letters, digits and hyphens.`;
    return { findings: [{ file, line: 1, reason, example: `content/${kind}/en/return-policy.mdx` }], article: null };
  }

  const text = (await readFile(join(root, file), 'utf8')).replaceAll('\r\n', '\n');
  const parts = /^---\n([\s\S]*?)\n---\n?/.exec(text);
  if (!parts) {
    const finding = {
      file,
      line: 1,
      reason: 'The file begins with its front matter between two lines of ---.',
      example: '---\ntitle: …\n---',
    };
    return { findings: [finding], article: null };
  }
  const [head, yaml = ''] = parts;
  const linesBefore = head.split('\n').length - 1;
  const front = checkYaml(file, yaml, articleSchemas[kind], 2);
  const body = checkBody(text.slice(head.length), { file, linesBefore });
  const findings = [...front.findings, ...body.findings];
  if (!front.value) return { findings, article: null };

  const { title, answer, category, rank, asked, related } = front.value;
  const categories = portal?.categories.map((known) => known.slug) ?? [category];
  if (!categories.includes(category)) {
    findings.push({
      file,
      line: front.lineOf(['category']),
      reason: `category: expected one of ${categories.join(', ')}; got "${category}"`,
      example: `category: ${categories[0]}`,
    });
  }
  const url = `/${language}/${kind}/${slug}/`;
  const summary: ArticleSummary = { language, kind, slug, url, title, answer, category, rank, asked };
  return { findings, article: { file, linesBefore, tree: body.tree, summary, related, lineOf: front.lineOf } };
}

function checkTogether(root: string, articles: readonly CheckedArticle[], portal: Portal | null): Finding[] {
  const spoken: readonly Language[] = portal?.languages ?? languages;
  const urls = new Set([
    ...articles.map(({ summary }) => summary.url),
    ...spoken.flatMap((language) => [
      ...plainPages.map((page) => `/${language}/${page}`),
      ...(portal?.categories.map(({ slug }) => `/${language}/categories/${slug}/`) ?? []),
    ]),
  ]);
  return articles.flatMap((article) => [
    ...translationFindings(article, articles, spoken),
    ...relatedFindings(article, articles),
    ...linkFindings(article, urls),
    ...mediaFindings(article, root),
  ]);
}

function translationFindings(
  { file, summary }: CheckedArticle,
  all: readonly CheckedArticle[],
  spoken: readonly Language[],
): Finding[] {
  return spoken
    .filter(
      (language) =>
        !all.some(
          ({ summary: other }) =>
            other.slug === summary.slug && other.kind === summary.kind && other.language === language,
        ),
    )
    .map((language) => {
      const missing = `content/${summary.kind}/${language}/${summary.slug}.mdx`;
      return { file, line: 1, reason: `Its translation ${missing} is missing, or cannot be read.` };
    });
}

function relatedFindings(article: CheckedArticle, all: readonly CheckedArticle[]): Finding[] {
  const { file, summary, related, lineOf: line } = article;
  const slugs = new Set(
    all.filter((other) => other.summary.language === summary.language).map((other) => other.summary.slug),
  );
  return related
    .map((slug, index) => ({ slug, index }))
    .filter(({ slug }) => !slugs.has(slug) || slug === summary.slug)
    .map(({ slug, index }) => ({
      file,
      line: line(['related', index]),
      reason:
        slug === summary.slug ? 'related: a page is not related to itself' : `related: there is no page "${slug}"`,
      example: `related: [${[...slugs].find((known) => known !== summary.slug) ?? ''}]`,
    }));
}

function linkFindings({ file, linesBefore, tree, summary }: CheckedArticle, urls: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  if (!tree) return findings;
  walk(tree, (node) => {
    const url = node.type === 'link' ? (node.url ?? '') : '';
    if (!url || /^(https:|mailto:|tel:|#)/.test(url)) return;
    const path = url.split(/[?#]/)[0] ?? '';
    const place = { file, line: lineOf(node, { file, linesBefore }) };
    if (!path.startsWith('/')) {
      findings.push({ ...place, reason: `The link ${url} does not begin at the site's root.`, example: summary.url });
    } else if (!urls.has(path)) {
      findings.push({ ...place, reason: `The link ${url} leads nowhere.`, example: nearest(path, urls) });
    } else if (!path.startsWith(`/${summary.language}/`)) {
      findings.push({
        ...place,
        reason: `The link ${url} leaves the page's language.`,
        example: path.replace(/^\/\w+\//, `/${summary.language}/`),
      });
    }
  });
  return findings;
}

function mediaFindings({ file, linesBefore, tree }: CheckedArticle, root: string): Finding[] {
  const findings: Finding[] = [];
  if (!tree) return findings;
  walk(tree, (node) => {
    if (node.name !== 'Figure' && node.name !== 'Video') return;
    for (const name of ['src', 'poster', 'captions']) {
      const media = attribute(node, name);
      if (media === undefined || existsSync(join(root, 'content/media', media))) continue;
      findings.push({
        file,
        line: lineOf(node, { file, linesBefore }),
        reason: `${name}="${media}": there is no content/media/${media}`,
        example: `${name}="measure-heel.svg" for content/media/measure-heel.svg`,
      });
    }
  });
  return findings;
}

/** The known address that shares most with a wrong one. */
function nearest(path: string, urls: ReadonlySet<string>): string {
  const words = path.split(/[/-]/);
  const shared = (url: string) => url.split(/[/-]/).filter((word) => words.includes(word)).length;
  return [...urls].reduce((best, url) => (shared(url) > shared(best) ? url : best), '');
}

function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}

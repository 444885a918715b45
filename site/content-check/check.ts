import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dateInZone, hasEnded } from '../../content/calendar.ts';
import type { Language } from '../../content/schema/languages.ts';
import { type Journal, journalSchema } from '../../content/schema/journal.ts';
import { type Portal, portalSchema } from '../../content/schema/portal.ts';
import type { PostSummary } from '../../content/schema/posts.ts';
import type { ArticleSummary, ExpiringPage } from '../../content/schema/snapshot.ts';
import { synonymsSchema } from '../../content/schema/synonyms.ts';
import type { ArticleMemory } from '../article-text/memory.ts';
import { endingsOf } from '../ended/endings.ts';
import { type Address, addressesOf, checkPublished, redirectsTo } from './addresses.ts';
import { checkBrand } from './brand.ts';
import { checkArticle, type CheckedArticle, isArticleFile, misplaced, placeOf } from './article.ts';
import type { Finding } from './finding.ts';
import { checkPost, type CheckedPost, isPostFile, misplacedPost, placeOfPost } from './post.ts';
import { checkReferences } from './references.ts';
import { checkSeries } from './series.ts';
import { checkStepIds } from './step-ids.ts';
import { checkTranslations } from './translations.ts';
import { checkYaml } from './yaml.ts';

export interface CheckedContent {
  /** `null` when portal.yaml cannot be used. */
  portal: Portal | null;
  /** Those that hold today. */
  articles: ArticleSummary[];
  /** `null` when there is none, or when it cannot be used. */
  journal: Journal | null;
  /** Those that are shown today, newest first. */
  posts: PostSummary[];
  findings: Finding[];
  /** What is behind and stops nothing: translations. */
  warnings: Finding[];
  /** Articles with what is known about each file. */
  files: CheckedArticle[];
  /** Where addresses lead whose pages are gone. */
  redirects: Record<string, string>;
  /** Pages that hold until a day, or did. */
  expiring: Record<string, ExpiringPage>;
  /** Pages that `content/addresses.txt` does not hold yet. */
  unlisted: string[];
}

/** Reads everything in `root/content`, as far as the memory has not, and says what is wrong with it. */
export async function checkContent(
  root: string,
  { memory, now = Date.now() }: { memory?: ArticleMemory; now?: number } = {},
): Promise<CheckedContent> {
  const portalFile = 'content/portal.yaml';
  const text = await readFile(join(root, portalFile), 'utf8').catch(() => '');
  const { value: portal, findings, lineOf } = checkYaml(portalFile, text, portalSchema);
  const synonymsFile = 'content/synonyms.yaml';
  const synonyms = await readFile(join(root, synonymsFile), 'utf8').catch(() => 'ja: {}\nen: {}');
  findings.push(...checkYaml(synonymsFile, synonyms, synonymsSchema).findings);

  const journalFile = 'content/journal.yaml';
  const shared = await readFile(join(root, journalFile), 'utf8').catch(() => null);
  const checkedJournal = shared === null ? null : checkYaml(journalFile, shared, journalSchema);
  const journal = checkedJournal?.value ?? null;
  findings.push(...(checkedJournal?.findings ?? []));

  const files = await contentFiles(root);
  const articles: CheckedArticle[] = [];
  for (const file of files.filter(isArticleFile)) {
    const place = placeOf(file);
    if (place) articles.push(await checkArticle(root, place, portal, memory));
    else findings.push(misplaced(file));
  }
  const posts: CheckedPost[] = [];
  const today = dateInZone(now, portal?.timeZone ?? 'UTC');
  for (const file of files.filter(isPostFile)) {
    const place = placeOfPost(file);
    if (!place) findings.push(misplacedPost(file));
    else posts.push(await checkPost(root, place, { portal, journal, today }, memory));
  }
  if (posts.length > 0 && shared === null) {
    const reason = 'There are posts, and no content/journal.yaml with their authors and tags.';
    findings.push({ file: journalFile, line: 1, reason, example: 'authors: …\ntags: …' });
  }
  const pages = [...articles, ...posts];
  const addresses: Address[] = addressesOf(pages, portal && { file: portalFile, portal, lineOf });
  const { redirects, findings: wrongRedirects } = redirectsTo(addresses);
  // What is missing because something cannot be read is reported as that.
  const isWhole = portal !== null && pages.every(({ front }) => front);
  const published = await checkPublished(root, addresses, redirects, today);
  const { removed } = published;
  const translations = await checkTranslations(root, articles, portal?.languages ?? [], removed);
  findings.push(
    ...pages.flatMap((page) => page.findings),
    ...(portal ? await checkBrand(root, { file: portalFile, brand: portal.brand, lineOf }) : []),
    ...checkReferences(root, pages, portal, redirects, listsOf(posts), removed),
    ...checkSeries(articles),
    ...checkStepIds(articles),
    ...translations.findings,
    ...wrongRedirects,
    ...(isWhole ? published.findings : []),
  );
  const isCurrent = ({ front }: CheckedArticle) => !front?.expires || !hasEnded(front.expires, today);
  return {
    portal,
    journal,
    articles: articles.filter(isCurrent).flatMap(({ front }) => front?.summary ?? []),
    posts: shown(posts).sort((one, other) => other.published.localeCompare(one.published)),
    files: articles,
    findings: findings.sort(byPlace),
    warnings: translations.warnings.sort(byPlace),
    redirects,
    expiring: expiringPages(articles, { spoken: portal?.languages ?? [], removed, redirects, today }),
    unlisted: published.unlisted,
  };
}

interface Around {
  spoken: readonly Language[];
  removed: Readonly<Record<string, string>>;
  redirects: Readonly<Record<string, string>>;
  today: string;
}

function expiringPages(articles: readonly CheckedArticle[], { redirects, ...around }: Around) {
  const endings = endingsOf(
    articles.map(({ language, kind, slug, front }) => ({ language, kind, slug, expires: front?.expires })),
    { ...around, isRedirected: (url) => Object.hasOwn(redirects, url) },
  );
  return Object.fromEntries(
    endings.map(({ url, lastDay, hasEnded: isOver }): [url: string, page: ExpiringPage] => [
      url,
      { lastDay, afterwards: isOver ? url : `${url}ended/` },
    ]),
  );
}

function byPlace(one: Finding, other: Finding): number {
  return one.file.localeCompare(other.file) || one.line - other.line;
}

function shown(posts: readonly CheckedPost[]) {
  return posts.flatMap(({ front }) => (front && !front.waitsFor ? front.summary : []));
}

/** The lists that posts make: all of a language, and those of each author and tag. */
function listsOf(posts: readonly CheckedPost[]): string[] {
  return shown(posts).flatMap(({ language, authors, tags }) => [
    `/${language}/posts/`,
    ...authors.map((author) => `/${language}/posts/authors/${author}/`),
    ...tags.map((tag) => `/${language}/posts/tags/${tag}/`),
  ]);
}

async function contentFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  for await (const path of glob('content/**/*.*', { cwd: root })) files.push(path.replaceAll('\\', '/'));
  return files.sort();
}

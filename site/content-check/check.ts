import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Portal, portalSchema } from '../../content/schema/portal.ts';
import type { ArticleSummary } from '../../content/schema/snapshot.ts';
import { synonymsSchema } from '../../content/schema/synonyms.ts';
import type { ArticleMemory } from '../article-text/memory.ts';
import { type Address, addressesOf, checkPublished, redirectsTo } from './addresses.ts';
import { checkBrand } from './brand.ts';
import { checkArticle, type CheckedArticle, isArticleFile, misplaced, placeOf } from './article.ts';
import type { Finding } from './finding.ts';
import { checkReferences } from './references.ts';
import { checkSeries } from './series.ts';
import { checkStepIds } from './step-ids.ts';
import { checkTranslations } from './translations.ts';
import { checkYaml } from './yaml.ts';

export interface CheckedContent {
  /** `null` when portal.yaml cannot be used. */
  portal: Portal | null;
  articles: ArticleSummary[];
  findings: Finding[];
  /** What is behind and stops nothing: translations. */
  warnings: Finding[];
  /** Articles with what is known about each file. */
  files: CheckedArticle[];
  /** Where addresses lead whose pages are gone. */
  redirects: Record<string, string>;
  /** Pages that `content/addresses.txt` does not hold yet. */
  unlisted: string[];
}

/** Reads everything in `root/content`, as far as the memory has not, and says what is wrong with it. */
export async function checkContent(root: string, memory?: ArticleMemory): Promise<CheckedContent> {
  const portalFile = 'content/portal.yaml';
  const text = await readFile(join(root, portalFile), 'utf8').catch(() => '');
  const { value: portal, findings, lineOf } = checkYaml(portalFile, text, portalSchema);
  const synonymsFile = 'content/synonyms.yaml';
  const synonyms = await readFile(join(root, synonymsFile), 'utf8').catch(() => 'ja: {}\nen: {}');
  findings.push(...checkYaml(synonymsFile, synonyms, synonymsSchema).findings);

  const articles: CheckedArticle[] = [];
  for (const file of await articleFiles(root)) {
    const place = placeOf(file);
    if (place) articles.push(await checkArticle(root, place, portal, memory));
    else findings.push(misplaced(file));
  }
  const addresses: Address[] = addressesOf(articles, portal && { file: portalFile, portal, lineOf });
  const { redirects, findings: wrongRedirects } = redirectsTo(addresses);
  // What is missing because something cannot be read is reported as that.
  const isWhole = portal !== null && articles.every(({ front }) => front);
  const { findings: gone, unlisted } = await checkPublished(root, addresses, redirects, everywhere(articles, portal));
  const translations = await checkTranslations(root, articles, portal?.languages ?? []);
  findings.push(
    ...articles.flatMap((article) => article.findings),
    ...(portal ? await checkBrand(root, { file: portalFile, brand: portal.brand, lineOf }) : []),
    ...checkReferences(root, articles, portal, redirects),
    ...checkSeries(articles),
    ...checkStepIds(articles),
    ...translations.findings,
    ...wrongRedirects,
    ...(isWhole ? gone : []),
  );
  findings.sort(byPlace);
  const warnings = translations.warnings.sort(byPlace);
  const summaries = articles.flatMap(({ front }) => front?.summary ?? []);
  return { portal, articles: summaries, files: articles, findings, warnings, redirects, unlisted };
}

/** Where articles are read in the languages of the portal, translated or not. */
function everywhere(articles: readonly CheckedArticle[], portal: Portal | null): string[] {
  return (portal?.languages ?? []).flatMap((language) =>
    articles.map(({ kind, slug }) => `/${language}/${kind}/${slug}/`),
  );
}

function byPlace(one: Finding, other: Finding): number {
  return one.file.localeCompare(other.file) || one.line - other.line;
}

async function articleFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  for await (const path of glob('content/**/*.*', { cwd: root })) files.push(path.replaceAll('\\', '/'));
  return files.filter(isArticleFile).sort();
}

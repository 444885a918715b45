import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../content/schema/languages.ts';
import { keyOf, pageOf, readRecord, recordFile, type Translation, writtenRecord } from '../translations/record.ts';
import { type StaleSection, staleSections } from '../translations/staleness.ts';
import { sourceOf } from '../translations/source-language.ts';
import type { CheckedArticle } from './article.ts';
import type { Finding } from './finding.ts';
import { nearest } from './references.ts';

interface Pair {
  page: string;
  source: CheckedArticle;
  translation: CheckedArticle;
}

/**
 * What is behind in translations: pages that lack one, and sections whose source has changed since. None of it stops a
 * build, since readers are told at the place; what is wrong with the record itself is a finding. A page that has ended and
 * is `removed` is not missing.
 */
export async function checkTranslations(
  root: string,
  articles: readonly CheckedArticle[],
  spoken: readonly Language[],
  removed: Readonly<Record<string, string>>,
): Promise<{ findings: Finding[]; warnings: Finding[] }> {
  const { record, findings } = readRecord(await readText(root));
  const warnings = pairsOf(articles, spoken).flatMap((pair) =>
    behind(pair, record.get(keyOf(pair.page, pair.translation.language))),
  );
  return {
    findings: [...findings, ...disagreements(articles)],
    warnings: [...missing(articles, spoken, removed), ...warnings],
  };
}

/**
 * Writes down that the translations of pages (`faq/return-policy`, or `all`) are as their sources are now. Gives back how
 * many; throws with the nearest page for one that is not there.
 */
export async function recordTranslated(
  root: string,
  articles: readonly CheckedArticle[],
  spoken: readonly Language[],
  wanted: readonly string[],
  day: string,
): Promise<number> {
  const pairs = pairsOf(articles, spoken);
  const pages = pairs.map(({ page }) => page);
  const asked = wanted.map(asPage);
  const unknown = asked.find((page) => page !== 'all' && !pages.includes(page));
  if (unknown !== undefined) {
    const example = nearest(unknown, pages) ?? pages[0] ?? 'faq/return-policy';
    throw new Error(`There is no page "${unknown}" in two languages. For example: --translated ${example}`);
  }
  const { record } = readRecord(await readText(root));
  const done = pairs.filter(({ page }) => asked.includes('all') || asked.includes(page));
  for (const { page, source, translation } of done) {
    const { language } = translation;
    record.set(keyOf(page, language), { page, language, day, sections: source.sections });
  }
  const kept = pairs.flatMap(({ page, translation }) => record.get(keyOf(page, translation.language)) ?? []);
  await writeFile(join(root, recordFile), writtenRecord(kept));
  return done.length;
}

/** As it may be pasted: `content/faq/en/return-policy.mdx` and `/en/faq/return-policy/` are `faq/return-policy`. */
function asPage(text: string): string {
  const parts = text
    .replace(/\.mdx$/, '')
    .split('/')
    .filter((part) => part && part !== 'content');
  return parts.length === 3 ? parts.filter((part) => !/^(ja|en)$/.test(part)).join('/') : parts.join('/');
}

function pairsOf(articles: readonly CheckedArticle[], spoken: readonly Language[]): Pair[] {
  return [...Map.groupBy(articles, pageOf)].flatMap(([page, all]) => {
    // What cannot be read is reported as that.
    const versions = all.flatMap((article) => (article.front ? [{ ...article, source: article.front.source }] : []));
    const source = sourceOf(versions, spoken);
    if (!source) return [];
    return versions
      .filter(({ language }) => language !== source.language && spoken.includes(language))
      .map((translation) => ({ page, source, translation }));
  });
}

function missing(
  articles: readonly CheckedArticle[],
  spoken: readonly Language[],
  removed: Readonly<Record<string, string>>,
): Finding[] {
  const pages = new Set([...articles.map(({ url }) => url), ...Object.keys(removed)]);
  return articles
    .filter(({ language }) => spoken.includes(language))
    .flatMap(({ file, kind, slug }) =>
      spoken
        .filter((language) => !pages.has(`/${language}/${kind}/${slug}/`))
        .map((language) => ({
          file,
          line: 1,
          reason: `Its translation content/${kind}/${language}/${slug}.mdx is missing. Readers get this text there, and a note that says so.`,
        })),
    );
}

function behind({ page, source, translation }: Pair, recorded: Translation | undefined): Finding[] {
  const example = `npm run check:content -- --translated ${page}, once the translation says what its source does`;
  const { file } = translation;
  if (!recorded) {
    const reason = `Nothing says which version of ${source.file} this was translated from.`;
    return [{ file, line: 1, reason, example }];
  }
  return staleSections(recorded.sections, source.sections, translation.sections).map((stale) => ({
    file,
    line: stale.at === null ? 1 : (translation.sections[stale.at]?.line ?? 1),
    reason: `${saying(stale, source)} (translated ${recorded.day}).${stale.at === null ? unmatched(translation, recorded) : ''}`,
    example,
  }));
}

function saying({ what, source: at }: StaleSection, source: CheckedArticle): string {
  const section = at === null ? undefined : source.sections[at];
  const name = section?.title ? `the section "${section.title}"` : 'the text before the first section';
  if (what === 'removed') return `${source.file} has lost a section that this translates`;
  const place = `${source.file}:${section?.line ?? 1}`;
  return what === 'added' ? `${name} is new in ${place}` : `${name} has changed in ${place}`;
}

function unmatched({ sections }: CheckedArticle, recorded: Translation): string {
  return ` The note stands at the head of the text, since sections do not correspond: ${counted(sections.length - 1)} here, ${counted(recorded.sections.length - 1)} there.`;
}

function counted(sections: number): string {
  return sections === 1 ? '1 section' : `${sections} sections`;
}

/** Two versions of a page that name different sources. */
function disagreements(articles: readonly CheckedArticle[]): Finding[] {
  return [...Map.groupBy(articles, pageOf).values()].flatMap((versions) => {
    const [first, ...others] = versions.filter(({ front }) => front?.source);
    return others
      .filter(({ front }) => front?.source !== first?.front?.source)
      .map(({ file, front }) => ({
        file,
        line: front?.lineOf(['source']) ?? 1,
        reason: `source: ${first?.file} names another one, "${first?.front?.source}".`,
        example: `source: ${first?.front?.source}`,
      }));
  });
}

async function readText(root: string): Promise<string> {
  return readFile(join(root, recordFile), 'utf8').catch(() => '');
}

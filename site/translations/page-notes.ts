import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headingsOfEntry } from '../article-text/entry.ts';
import { type Article, versionsOf } from '../articles.ts';
import { once } from '../once.ts';
import { portal } from '../portal.ts';
import type { Heading } from '../reading/headings.ts';
import { keyOf, pageOf, readRecord, recordFile } from './record.ts';
import { type Section, sectionsOf } from './sections.ts';
import { sourceOf } from './source-language.ts';
import { type StaleSection, staleSections } from './staleness.ts';

/** A place of a translated page that its source has moved away from. */
export interface StaleNote {
  what: StaleSection['what'];
  /** Whether it is said of the section it stands in; otherwise it stands before everything, and names the section. */
  isAtSection: boolean;
  /** The id of the heading it stands after; empty for what stands before the first. */
  id: string;
  source: Article;
  /** The source's section, to be read there. */
  title: string;
  url: string;
  /** The day the translation was last brought up to date. */
  day: string;
}

/** What a reader of a translation is told, by section; nothing of a page that is up to date or is the source itself. */
export async function staleNotes(article: Article, headings: readonly Heading[]): Promise<StaleNote[]> {
  const { language } = article;
  const recorded = record().get(keyOf(pageOf(article), language));
  const source = recorded && (await sourceFor(article));
  if (!source || source.language === language) return [];
  const [theirs, ours] = [sections(source), sections(article)];
  const stale = staleSections(recorded.sections, theirs, ours);
  if (stale.length === 0) return [];
  const sourceHeadings = headingsOfEntry(source.entry);
  return stale.map(({ what, at, source: number }) => ({
    what,
    isAtSection: at !== null,
    id: at === null ? '' : headingIdOf(at, ours, headings),
    source,
    title: number === null ? '' : (theirs[number]?.title ?? ''),
    url: source.url + (number === null ? '' : fragmentOf(number, theirs, sourceHeadings)),
    day: recorded.day,
  }));
}

const record = once(() => {
  try {
    return readRecord(readFileSync(join(process.cwd(), recordFile), 'utf8')).record;
  } catch {
    return readRecord('').record;
  }
});

async function sourceFor(article: Article): Promise<Article | undefined> {
  const asked = (await versionsOf(article)).map((version) => ({
    language: version.language,
    source: version.entry.data.source,
    version,
  }));
  return sourceOf(asked, portal.languages)?.version;
}

function sections({ entry }: Article): Section[] {
  return sectionsOf(entry.data, entry.body ?? '');
}

function headingIdOf(at: number, of: readonly Section[], headings: readonly Heading[]): string {
  const step = of[at]?.step ?? '';
  if (at === 0) return '';
  return step ? `${step}-title` : (headings.filter(({ depth }) => depth === 2)[at - 1]?.slug ?? '');
}

function fragmentOf(at: number, of: readonly Section[], headings: readonly Heading[]): string {
  const id = of[at]?.step || headingIdOf(at, of, headings);
  return id ? `#${id}` : '';
}

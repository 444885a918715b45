import { languages, type Language } from '../../content/schema/languages.ts';
import type { ArticleKind } from '../../content/schema/kinds.ts';
import type { Finding } from '../content-check/finding.ts';
import type { Section } from './sections.ts';

/** Where it is written down which version of each section a translation was made from. */
export const recordFile = 'content/translations.tsv';

const head = `# Which version of each section of its source a translation was made from: page, language, day, sections.
# Written by: npm run check:content -- --translated faq/return-policy
`;
const example = 'faq/return-policy\ten\t2026-11-22\tq1w2e3r4 t5z6u7i8';

/** A section as it was when it was translated. */
export type Recorded = Pick<Section, 'step' | 'hash'>;

export interface Translation {
  /** `faq/return-policy`. */
  page: string;
  /** The language it was translated into. */
  language: Language;
  /** The day it was last brought up to date, `YYYY-MM-DD`. */
  day: string;
  sections: Recorded[];
}

/** The record by page and language (`keyOf`), and what is wrong in it. */
export function readRecord(text: string): { record: Map<string, Translation>; findings: Finding[] } {
  const record = new Map<string, Translation>();
  const findings: Finding[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const read = readLine(line);
    const reason = read
      ? `${read.page} stands here twice for ${read.language}.`
      : 'Expected page, language, day and sections, with a tab between them.';
    if (read && !record.has(keyOf(read.page, read.language))) record.set(keyOf(read.page, read.language), read);
    else findings.push({ file: recordFile, line: index + 1, reason, example: read ? 'one line of the two' : example });
  }
  return { record, findings };
}

/** The record as its file holds it. */
export function writtenRecord(translations: readonly Translation[]): string {
  const lines = translations.map(({ page, language, day, sections }) =>
    [page, language, day, sections.map(({ step, hash }) => (step ? `${step}=${hash}` : hash)).join(' ')].join('\t'),
  );
  return `${head}${lines.sort().join('\n')}\n`;
}

export function keyOf(page: string, language: Language): string {
  return `${page} ${language}`;
}

export function pageOf({ kind, slug }: { kind: ArticleKind; slug: string }): string {
  return `${kind}/${slug}`;
}

function readLine(line: string): Translation | null {
  const [page = '', written, day = '', list = '', ...rest] = line.split('\t').map((cell) => cell.trim());
  const language = languages.find((known) => known === written);
  const sections = list.split(' ').map((text): Recorded => {
    const [hash = '', step = ''] = text.split('=').toReversed();
    return { step, hash };
  });
  const isWhole = sections.every(({ hash }) => /^[\w-]{8}$/.test(hash)) && rest.length === 0;
  return language && isWhole && /^[a-z-]+\/[a-z0-9-]+$/.test(page) && /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? { page, language, day, sections }
    : null;
}

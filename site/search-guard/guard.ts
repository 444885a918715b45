import type { Questions } from '../../components/search/core/questions.ts';
import { type Language, languages } from '../../content/schema/languages.ts';
import type { Finding } from '../content-check/finding.ts';

/** A page that a query once did not find has to stay among so many. */
const first = 3;

export interface Expectation {
  line: number;
  language: Language;
  query: string;
  /** Site-absolute address of the page that answers. */
  page: string;
}

/** Reads `language<tab>query<tab>page` lines; `#` begins a comment. What cannot be read is a finding. */
export function readExpectations(file: string, text: string): { expectations: Expectation[]; findings: Finding[] } {
  const expectations: Expectation[] = [];
  const findings: Finding[] = [];
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (!row.trim() || row.startsWith('#')) continue;
    const [code, query, page, ...more] = row.split('\t');
    const language = languages.find((known) => known === code);
    if (language && query?.trim() && page?.startsWith(`/${language}/`) && page.endsWith('/') && more.length === 0) {
      expectations.push({ line: index + 1, language, query, page });
    } else {
      findings.push({
        file,
        line: index + 1,
        reason: 'A row is a language, a query and the address of a page, with a tab between them.',
        example: 'en\twrong size\t/en/faq/wrong-size-delivered/',
      });
    }
  }
  return { expectations, findings };
}

/**
 * Which expectations the question indexes do not meet, with what came instead. `pages` are the addresses that exist.
 */
export async function unmet(
  file: string,
  expectations: readonly Expectation[],
  indexes: ReadonlyMap<Language, Questions>,
  pages: ReadonlySet<string>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { line, language, query, page } of expectations) {
    if (!pages.has(page)) {
      findings.push({ file, line, reason: `There is no page ${page}.` });
      continue;
    }
    const all = (await indexes.get(language)?.find(query)) ?? [];
    const found = all.slice(0, first).map((result) => result.page.url);
    if (found.includes(page)) continue;
    findings.push({
      file,
      line,
      reason: `“${query}” should find ${page}. First came: ${found.join(', ') || 'nothing'}`,
      example: `add “${query}” to the page's asked list, or its words to content/synonyms.yaml`,
    });
  }
  return findings;
}

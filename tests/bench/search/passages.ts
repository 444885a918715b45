import type { RootArticle } from './content-root.ts';
import type { Query } from './engines.ts';
import { fenceOf } from './plain-mdx.ts';
import { shuffled } from './random.ts';

const words = 5;
const characters = 12;

/**
 * A few words out of the running text of each page, from the middle of a sentence: what somebody remembers of a page,
 * which no heading says. Those that stand on another page, too, are left out. In an order that is always the same.
 */
export function passages(articles: readonly RootArticle[]): Query[] {
  const texts = articles.map(({ body }) => proseOf(body).join('\n').toLowerCase());
  const queries = articles.flatMap(({ slug, language, body }): Query[] => {
    const [paragraph] = shuffled(proseOf(body).filter((line) => line.length > 80));
    const query = paragraph && middleOf(paragraph, language);
    if (!query || texts.filter((text) => text.includes(query.toLowerCase())).length !== 1) return [];
    return [{ kind: 'words of the text', query, right: [slug] }];
  });
  return shuffled(queries, 3);
}

/** Lines that are sentences: no headings, lists, code or tables. */
function proseOf(body: string): string[] {
  const lines: string[] = [];
  let fence = '';
  for (const line of body.split('\n')) {
    const mark = fenceOf(line);
    if (fence) fence = mark.startsWith(fence) ? '' : fence;
    else if (mark) fence = mark;
    else if (/^[\p{L}]/u.test(line)) lines.push(line.replaceAll(/[`*_\\]/g, ''));
  }
  return lines;
}

function middleOf(paragraph: string, language: string): string {
  if (language === 'ja') return paragraph.slice(20, 20 + characters);
  const all = paragraph.split(/\s+/);
  return all
    .slice(4, 4 + words)
    .join(' ')
    .replaceAll(/[^\p{L}\p{N} '-]/gu, '');
}

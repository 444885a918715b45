import type { RootArticle } from './content-root.ts';
import type { Query } from './engines.ts';
import { fenceOf } from './plain-mdx.ts';
import { shuffled } from './random.ts';

/**
 * Headings (second and third level) that stand on exactly one page, and are no other page's title: whoever types one
 * wants that page. In an order that is always the same. English: 2 to 8 words. Japanese: 4 to 30 characters, some of
 * them Japanese.
 */
export function knownItems(articles: readonly RootArticle[]): Query[] {
  const pagesOf = new Map<string, Set<string>>();
  const titleOf = new Map<string, string>();
  const headings = articles.flatMap(({ slug, language, title, body }) => {
    titleOf.set(same(title), slug);
    return headingsOf(body).map((text) => ({ text, slug, language }));
  });
  for (const { text, slug } of headings) pagesOf.set(same(text), (pagesOf.get(same(text)) ?? new Set()).add(slug));
  const seen = new Set<string>();
  const items = headings.filter(({ text, slug, language }) => {
    const key = same(text);
    const isNew = !seen.has(key);
    seen.add(key);
    const isAnothersTitle = (titleOf.get(key) ?? slug) !== slug;
    return isNew && pagesOf.get(key)?.size === 1 && !isAnothersTitle && fits(text, language);
  });
  return shuffled(items.map(({ text, slug }) => ({ kind: 'heading', query: text, right: [slug] })));
}

function headingsOf(body: string): string[] {
  const headings: string[] = [];
  let fence = '';
  for (const line of body.split('\n')) {
    const mark = fenceOf(line);
    if (fence) fence = mark.startsWith(fence) ? '' : fence;
    else if (mark) fence = mark;
    else headings.push(...(/^#{2,3} (.+)$/.exec(line)?.slice(1).map(asRead) ?? []));
  }
  return headings;
}

/** A heading as it stands on the page. */
function asRead(markdown: string): string {
  return markdown
    .replaceAll(/\\([<{}])/g, '$1')
    .replaceAll(/(?<!\w)(\*\*|__|[*_])(.+?)\1(?!\w)/g, '$2')
    .replaceAll('`', '')
    .trim();
}

function fits(text: string, language: string): boolean {
  if (language === 'ja') return text.length >= 4 && text.length <= 30 && /[ぁ-ヿ一-龠]/u.test(text);
  const words = text.split(/\s+/).length;
  return words >= 2 && words <= 8;
}

/** Case, width and space tell no headings apart. */
function same(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}

import type { CheckedArticle } from './article.ts';
import type { Finding } from './finding.ts';
import { nearest } from './references.ts';

/** What is wrong with the order guides are read in (`next`): it leads to a guide, one way, and never round. */
export function checkSeries(articles: readonly CheckedArticle[]): Finding[] {
  const guides = articles.filter(({ kind }) => kind === 'guides');
  return [...Map.groupBy(guides, ({ language }) => language).values()].flatMap(checkLanguage);
}

function checkLanguage(guides: readonly CheckedArticle[]): Finding[] {
  const bySlug = new Map(guides.map((guide) => [guide.slug, guide]));
  const cameFrom = new Map<string, CheckedArticle>();
  return guides.flatMap((guide) => {
    const next = guide.front?.next;
    if (next === undefined) return [];
    const say = (reason: string, example: string): Finding[] => [
      { file: guide.file, line: guide.front?.lineOf(['next']) ?? 1, reason, example },
    ];
    const others = guides.map(({ slug }) => slug).filter((slug) => slug !== guide.slug);
    const example = `next: ${nearest(next, others) ?? others[0] ?? 'measure-your-feet'}`;
    if (!bySlug.has(next)) return say(`next: there is no guide "${next}" in this language.`, example);
    const before = cameFrom.get(next);
    cameFrom.set(next, guide);
    if (before) return say(`next: "${next}" follows on ${before.file} already.`, 'leave next out in one of the two');
    const round = roundFrom(guide, bySlug);
    return round
      ? say(`next: the guides lead round in a circle: ${round.join(' → ')}`, 'leave next out in the last one')
      : [];
  });
}

/** The way from a guide back to itself. */
function roundFrom(guide: CheckedArticle, bySlug: ReadonlyMap<string, CheckedArticle>): string[] | null {
  const way = [guide.slug];
  for (let next = guide.front?.next; next !== undefined; next = bySlug.get(next)?.front?.next) {
    if (next === guide.slug) return [...way, next];
    if (way.includes(next)) return null;
    way.push(next);
  }
  return null;
}

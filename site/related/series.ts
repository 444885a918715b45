import type { Language } from '../../content/schema/languages.ts';
import { type Article, articlesFor } from '../articles.ts';

export interface Neighbours {
  previous?: Article | undefined;
  next?: Article | undefined;
}

/** The guides before and after a guide, where editors have given them an order (`next`). */
export async function neighboursOf({ kind, slug, entry }: Article, reader: Language): Promise<Neighbours> {
  if (kind !== 'guides') return {};
  const guides = (await articlesFor(reader)).filter((other) => other.kind === 'guides');
  const after = nextOf(entry.data);
  return {
    previous: guides.find((guide) => nextOf(guide.entry.data) === slug),
    next: after === undefined ? undefined : guides.find((guide) => guide.slug === after),
  };
}

function nextOf(data: Article['entry']['data']): string | undefined {
  return 'next' in data ? data.next : undefined;
}

import { readFileSync } from 'node:fs';
import type { Language } from '../../../content/schema/languages.ts';
import type { Counts, Learnt } from './spam-score.ts';

/** How it is stored: pairs one after the other, and their counts in the same order. */
export interface StoredModel {
  posts: [spam: number, honest: number];
  pairs: string[];
  spam: number[];
  honest: number[];
}

export const startModelFile = new URL('start-model.json', import.meta.url);

let models: Record<Language, Learnt> | undefined;

/** What the filter of a new portal knows: `npm run bench:spam -- make` made it of half of the posts of the benchmark. */
export function startModel(language: Language): Learnt {
  models ??= (() => {
    const { ja, en } = JSON.parse(readFileSync(startModelFile, 'utf8')) as Record<Language, StoredModel>;
    return { ja: unpacked(ja), en: unpacked(en) };
  })();
  return models[language];
}

function unpacked({ posts: [spam, honest], pairs, ...counts }: StoredModel): Learnt {
  const countsOf = (pair: string, at: number): [string, Counts] => [
    pair,
    { spam: counts.spam[at] ?? 0, honest: counts.honest[at] ?? 0 },
  ];
  return { posts: { spam, honest }, pairs: new Map(pairs.map(countsOf)) };
}

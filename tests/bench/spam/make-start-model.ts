import { filterText } from '../../../api/moderation/reviewers/filter-text.ts';
import { pairsOf } from '../../../api/moderation/reviewers/pairs.ts';
import type { StoredModel } from '../../../api/moderation/reviewers/start-model.ts';
import type { Services } from '../../../api/services.ts';
import { type Language, languages } from '../../../content/schema/languages.ts';
import { halvesOf } from './halves.ts';

/** Pairs of one post alone are left out: the filter does not look at them. */
const fewestPosts = 2;

/** The start model, as it is stored: of the trained half of the posts alone. */
export async function makeStartModel(services: Services): Promise<string> {
  const models = await Promise.all(languages.map(async (language) => [language, await modelOf(services, language)]));
  return `${JSON.stringify(Object.fromEntries(models))}\n`;
}

async function modelOf(services: Services, language: Language): Promise<StoredModel> {
  const counted = new Map<string, [spam: number, honest: number]>();
  const posts: [spam: number, honest: number] = [0, 0];
  for (const [at, kind] of (['spam', 'honest'] as const).entries()) {
    for (const { title, body } of (await halvesOf(language, kind)).trained) {
      posts[at] = (posts[at] ?? 0) + 1;
      for (const pair of pairsOf(filterText(services, title, body))) {
        const counts = counted.get(pair) ?? [0, 0];
        counts[at] = (counts[at] ?? 0) + 1;
        counted.set(pair, counts);
      }
    }
  }
  const kept = [...counted]
    .filter(([, [spam, honest]]) => spam + honest >= fewestPosts)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    posts,
    pairs: kept.map(([pair]) => pair),
    spam: kept.map(([, [spam]]) => spam),
    honest: kept.map(([, [, honest]]) => honest),
  };
}

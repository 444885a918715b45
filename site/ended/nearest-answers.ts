import { LikenessIndex } from '../../components/search/core/likeness.ts';
import type { Language } from '../../content/schema/languages.ts';
import type { Article } from '../articles.ts';

const most = 4;
/** How like its nearest phrase a page has to be to be worth a link. */
const likeEnough = 0.2;

interface Wanted {
  title: string;
  related: readonly string[];
}

/** Pages that may answer what another answered: those its editor named, then those most like its title. */
export function nearestAnswers({ title, related }: Wanted, others: readonly Article[], language: Language): Article[] {
  const named = related.flatMap((slug) => others.filter((other) => other.slug === slug));
  const phrases = others.map(({ entry: { data } }) => ({ phrases: [data.title, ...data.asked] }));
  const alike = new LikenessIndex(phrases, language)
    .rank(title)
    .filter(({ nearest }) => nearest >= likeEnough)
    .flatMap(({ page }) => others[page] ?? []);
  return [...new Set([...named, ...alike])].slice(0, most);
}

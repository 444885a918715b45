import { hasEnded } from '../../content/calendar.ts';
import { type ArticleKind, articleKinds } from '../../content/schema/kinds.ts';
import { type Language, languages } from '../../content/schema/languages.ts';

interface Place {
  language: Language;
  kind: ArticleKind;
  slug: string;
}

/** An address whose page holds until a day, or did. */
export interface Ending extends Place {
  url: string;
  lastDay: string;
  /** Whether that day is over. */
  hasEnded: boolean;
  /** The address of the article with the text that is read there: its own or, untranslated, another. `null` if removed. */
  textOf: string | null;
}

interface Around {
  /** The languages of the portal. */
  spoken: readonly Language[];
  /** Addresses whose articles have been removed since their last day is over, with that day. */
  removed: Readonly<Record<string, string>>;
  /** Whether an address leads to another page. */
  isRedirected: (url: string) => boolean;
  today: string;
}

/** Every address that ends: of articles with a last day, of those removed since, and of both where they are not translated. */
export function endingsOf(
  articles: readonly (Place & { expires?: string | null | undefined })[],
  { spoken, removed, isRedirected, today }: Around,
): Ending[] {
  const own = [
    ...articles.flatMap(({ expires, ...place }) => (expires ? endingAt(place, expires, today, addressOf(place)) : [])),
    ...Object.entries(removed).flatMap(([url, lastDay]) => {
      const place = placeAt(url);
      return place && !isRedirected(url) ? endingAt(place, lastDay, today, null) : [];
    }),
  ];
  const taken = new Set([...articles.map(addressOf), ...Object.keys(removed)]);
  const shared = own
    .filter(({ language }) => spoken.includes(language))
    .flatMap(({ kind, slug, lastDay, textOf }) =>
      spoken
        .map((language) => ({ language, kind, slug }))
        .filter((place) => !taken.has(addressOf(place)) && !isRedirected(addressOf(place)))
        .map((place) => endingAt(place, lastDay, today, textOf)),
    );
  return [...own, ...shared];
}

function endingAt({ language, kind, slug }: Place, lastDay: string, today: string, textOf: string | null): Ending {
  const place = { language, kind, slug };
  return { ...place, url: addressOf(place), lastDay, hasEnded: hasEnded(lastDay, today), textOf };
}

function placeAt(url: string): Place | null {
  const [, inLanguage, ofKind, slug = ''] = url.split('/');
  const language = languages.find((known) => known === inLanguage);
  const kind = articleKinds.find((known) => known === ofKind);
  return language && kind ? { language, kind, slug } : null;
}

function addressOf({ language, kind, slug }: Place): string {
  return `/${language}/${kind}/${slug}/`;
}

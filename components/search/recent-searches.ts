import type { Language } from '../../content/schema/languages.ts';

const key = 'mado-recent-searches';
/** How many are kept of each language. */
const most = 5;

type Stored = Partial<Record<Language, string[]>>;

/** What was searched for on this device before, latest first. It goes nowhere. */
export function recentSearches(language: Language): string[] {
  return stored()[language] ?? [];
}

/** Remembers a search; the same one again only moves to the front. */
export function rememberSearch(query: string, language: Language): void {
  const others = recentSearches(language).filter((known) => known !== query);
  store({ ...stored(), [language]: [query, ...others].slice(0, most) });
}

/** Forgets them all, in every language. */
export function forgetSearches(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Storage is switched off: there is nothing to forget.
  }
}

function stored(): Stored {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof known !== 'object' || known === null) return {};
    const lists = Object.entries(known).map(([language, queries]: [string, unknown]) => [language, texts(queries)]);
    return Object.fromEntries(lists) as Stored;
  } catch {
    return {};
  }
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string' && item !== '').slice(0, most) : [];
}

function store(searches: Stored): void {
  try {
    localStorage.setItem(key, JSON.stringify(searches));
  } catch {
    // Storage is full or switched off: searching works without it.
  }
}

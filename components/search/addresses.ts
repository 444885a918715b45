import type { Language } from '../../content/schema/languages.ts';
import { kinds } from './kinds.ts';
import { asQuery } from './query.ts';
import type { SearchFilter } from './search.ts';

/** Where all results of a query are. */
export function searchAddress(query: string, language: Language): string {
  return `/${language}/search/?q=${encodeURIComponent(query)}`;
}

/** The contact form, with the query as its subject. */
export function contactAddress(query: string, language: Language): string {
  return `/${language}/contact/?subject=${encodeURIComponent(query)}`;
}

/** The search that the page's address asks for; what is no kind of page is no filter. */
export function searchInAddress(): { query: string; filter: SearchFilter } {
  const address = new URLSearchParams(location.search);
  const kind = address.get('kind') ?? '';
  return {
    query: asQuery(address.get('q') ?? ''),
    filter: {
      kind: kind === 'forum' || Object.hasOwn(kinds.ja, kind) ? (kind as SearchFilter['kind']) : undefined,
      category: address.get('category') || undefined,
    },
  };
}

/** Keeps a search in the page's address, so that it can be shared; without a query, there is nothing to keep. */
export function keepInAddress(query: string, { kind, category }: SearchFilter): void {
  const kept = { ...(query && { q: query }), ...(query && kind && { kind }), ...(query && category && { category }) };
  const search = new URLSearchParams(kept).toString();
  const address = search && `?${search}`;
  if (address !== location.search) history.replaceState(history.state, '', address || location.pathname);
}

import type { Language } from '../../content/schema/languages.ts';
import { isFiltered } from './filters.ts';
import { messages } from './messages.ts';
import { shownQuery } from './query.ts';
import type { SearchFilter } from './search.ts';
import type { SearchState } from './search-state.ts';

/** What a screen reader is told when a query has settled. */
export function announcement(end: SearchState, filter: SearchFilter, language: Language): string {
  const says = messages[language];
  if (end.kind === 'failed') return says.failed;
  if (end.kind !== 'found') return '';
  if (end.results.length === 0) return isFiltered(filter) ? says.noneFiltered : says.none(shownQuery(end.query));
  return end.fits ? says.count(end.results.length) : says.nearest;
}

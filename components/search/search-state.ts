import type { SearchAnswer } from './search.ts';

/** Where a search stands, with the query it is about. */
export type SearchState =
  | { kind: 'idle' }
  | { kind: 'loading'; query: string }
  | ({ kind: 'found'; query: string } & SearchAnswer)
  | { kind: 'failed'; query: string };

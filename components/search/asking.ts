import type { Language } from '../../content/schema/languages.ts';
import { search, type SearchFilter } from './search.ts';
import type { SearchState } from './search-state.ts';

/** How long results of the query before stay while the next ones are awaited. */
const patienceMs = 400;

interface Asked {
  query: string;
  language: Language;
  most: number;
  filter: SearchFilter;
  hasForum: boolean;
  /** How long the full text, and the end of it all, wait for another key. */
  pauseMs: number;
}

/** One search at a time: the newest query is the one that counts, and answers to older ones are never seen. */
export class Asking {
  #newest = new AbortController();
  readonly #show: (state: SearchState) => void;

  /** `show` gets every state on the way. */
  constructor(show: (state: SearchState) => void) {
    this.#show = show;
  }

  stop(): void {
    this.#newest.abort();
  }

  /** Gives back how it ended, once the reader pauses; `null` when something else was asked meanwhile. */
  async ask({ query, language, most, filter, hasForum, pauseMs }: Asked): Promise<SearchState | null> {
    this.stop();
    this.#newest = new AbortController();
    const { signal } = this.#newest;
    const show = (state: SearchState) => {
      clearTimeout(patience);
      if (!signal.aborted) this.#show(state);
    };
    const patience = setTimeout(() => show({ kind: 'loading', query }), patienceMs);
    const typing = pause(pauseMs);
    const end = await search(query, language, {
      most,
      filter,
      hasForum,
      pauseMs,
      signal,
      onFirst: (first) => show({ kind: 'found', query, ...first }),
    }).then(
      (answer): SearchState => ({ kind: 'found', query, ...answer }),
      (): SearchState => ({ kind: 'failed', query }),
    );
    show(end);
    await typing;
    return signal.aborted ? null : end;
  }
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}

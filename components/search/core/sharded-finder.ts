import { withoutFiller } from './features.ts';
import { foldKana, normalise } from './normalise.ts';
import { type Found, QuestionFinder } from './finder.ts';
import { type Rarity, rarityOf } from './likeness.ts';
import { phrasesOf } from './phrases.ts';
import { grades, type IndexedPage, type PageShard, type ShardedIndexFile, type TermShard } from './question-index.ts';
import { asHeard } from './readings.ts';
import { romajiToKana } from './romaji.ts';
import { readSketch } from './sketch.ts';
import { withSynonyms } from './synonyms.ts';
import { soundTerms, writtenTerms } from './terms.ts';
import { bare, latinWord, latinWordsOf, shortestMended, Speller } from './typos.ts';
import { stem } from './stem.ts';
import { functionWords } from './words.ts';

/** Fetches a file of the index by its path. Rejects when it cannot be had. */
export type LoadShard = (path: string) => Promise<unknown>;

export interface FindOptions {
  /** Aborted when nobody wants the answer any more. */
  signal?: AbortSignal | undefined;
  /** Leaves pages out before they are counted. */
  isWanted?: (page: IndexedPage) => boolean;
}

/** Terms of a query that are looked up, the rarest first, and words that an unfinished one may become. */
const mostTerms = 8;
const mostEndings = 12;
/** How often terms that no page has are replaced by others. */
const mostRounds = 3;
/** Page shards fetched for a query, and pages compared with it. */
const mostShards = 6;
const mostPages = 40;

/** Finds pages by likeness among more than a phone should load: by shards of terms to shards of pages, and compares those. */
export class ShardedFinder {
  readonly #index: ShardedIndexFile;
  readonly #load: LoadShard;
  readonly #rarity: Rarity;
  /** Number of the first phrase of each page shard, and of the one that would follow. */
  readonly #starts: number[] = [0];
  readonly #shards = new Map<string, Promise<unknown>>();
  readonly #synonymWords: ReadonlySet<string>;
  #speller: Promise<Speller> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(index: ShardedIndexFile, load: LoadShard) {
    this.#index = index;
    this.#load = load;
    for (const count of index.phrases) this.#starts.push((this.#starts.at(-1) ?? 0) + count);
    this.#synonymWords = new Set(Object.keys(index.synonyms).flatMap(latinWordsOf));
    this.#rarity = readSketch(index.sketch, this.#starts.at(-1) ?? 0);
  }

  /**
   * Pages that are anything like the query, likest first. Queries are answered one after the other; one that is given
   * up loads nothing more, and the next goes on at once. Rejects when no shard of it can be had, and with the signal's
   * reason.
   */
  find(query: string, options: FindOptions = {}): Promise<Found[]> {
    const answer = this.#last.then(() => this.#find(query, options));
    this.#last = Promise.race([answer.catch(() => undefined), whenAborted(options.signal)]);
    return answer;
  }

  async #find(query: string, { signal, isWanted = () => true }: FindOptions): Promise<Found[]> {
    const { language, synonyms } = this.#index;
    signal?.throwIfAborted();
    const spelt = (await this.#mended(query)) ?? query;
    signal?.throwIfAborted();
    const phrases = await this.#phrasesWith(withSynonyms(spelt, language, synonyms));
    signal?.throwIfAborted();
    const { pages, readings } = await this.#pagesOf(phrases, isWanted);
    return new QuestionFinder({ language, pages, readings, synonyms }, this.#rarity).findSpelt(spelt);
  }

  /** The query with words mended that no page knows, or `null`. The list of all words is fetched when there is one. */
  async #mended(query: string): Promise<string | null> {
    const plain = normalise(query);
    const words = [...plain.matchAll(latinWord)]
      .map(({ 0: word, index }) => ({ word: bare(word), isLast: index + word.length === plain.length }))
      .filter(({ word }) => word.length >= shortestMended && !functionWords.en.has(word));
    const known = await Promise.all(words.slice(0, mostTerms).map(({ word, isLast }) => this.#knows(word, isLast)));
    if (known.every(Boolean)) return null;
    this.#speller ??= this.#shard<string[]>('words.json').then((all) => new Speller(all));
    this.#speller.catch(() => (this.#speller = null));
    const speller = await this.#speller.catch(() => null);
    return speller?.mend(query) ?? null;
  }

  /** Whether some page has the word, or one that it may become. */
  async #knows(word: string, mayGoOn: boolean): Promise<boolean> {
    if (this.#synonymWords.has(word)) return true;
    const term = `w${stem(word)}`;
    // What cannot be looked up is taken as it is.
    const shard = await this.#termShard(term).catch(() => null);
    if (!shard || Object.hasOwn(shard, term)) return true;
    return (
      mayGoOn &&
      (await this.#begunBy(`w${word}`)
        .catch(() => [''])
        .then((terms) => terms.length > 0))
    );
  }

  /** Numbers of the phrases that have the rarest terms of the query, best first. */
  async #phrasesWith(variants: readonly string[]): Promise<number[]> {
    const wanted = new Map<string, boolean>();
    for (const variant of variants) {
      for (const term of this.#termsOf(variant)) wanted.set(term, wanted.get(term) ?? false);
      // The last word may not be finished yet.
      const last = /[a-z0-9]+$/.exec(normalise(variant))?.[0];
      if (last && last.length > 1) wanted.set(`w${last}`, true);
    }
    const rarest = [...wanted].sort(([one], [other]) => this.#rarity(other) - this.#rarity(one));
    const scores = new Map<number, number>();
    let left = mostTerms;
    let isBroken = false;
    // What no page has is the rarest of all: others take the place of such terms.
    for (let round = 0; round < mostRounds && left > 0 && rarest.length > 0; round += 1) {
      const now = rarest.splice(0, left);
      const found = await Promise.allSettled(now.map(([term, isBegun]) => this.#lists(term, isBegun)));
      const lists = found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      for (const list of lists) this.#addScores(list, scores);
      isBroken ||= lists.length < found.length;
      left -= lists.filter((list) => list.length > 0).length;
    }
    if (isBroken && scores.size === 0) throw new Error('No shard can be had');
    return [...scores].sort(([, one], [, other]) => other - one).map(([phrase]) => phrase);
  }

  #addScores(lists: readonly number[][], scores: Map<number, number>): void {
    const count = lists.reduce((sum, list) => sum + list.length, 0);
    const rarity = rarityOf(count, this.#starts.at(-1) ?? 0);
    for (const [grade, list] of lists.entries()) {
      const score = rarity * (grades[grade % grades.length] ?? 0);
      let phrase = 0;
      for (const step of list) {
        phrase += step;
        scores.set(phrase, (scores.get(phrase) ?? 0) + score);
      }
    }
  }

  #termsOf(variant: string): string[] {
    const { language } = this.#index;
    const written = writtenTerms(variant, language);
    if (language !== 'ja') return written;
    const folded = foldKana(withoutFiller(normalise(variant)));
    const kana = romajiToKana(folded);
    return [...written, ...soundTerms(asHeard(kana ?? (folded.match(/[ぁ-ゖー]{2,}/g) ?? []).join(' ')))];
  }

  /** The lists of a term; of all terms that begin like it, if it is only begun. */
  async #lists(term: string, isBegun: boolean): Promise<number[][]> {
    if (!isBegun) {
      const shard = await this.#termShard(term);
      return Object.hasOwn(shard, term) ? (shard[term] ?? []) : [];
    }
    const terms = await this.#begunBy(term);
    return terms.flatMap(([, lists]) => lists);
  }

  /** The shortest terms that begin so. They may go on in the shards that follow. */
  async #begunBy(beginning: string): Promise<[term: string, lists: number[][]][]> {
    const { terms } = this.#index;
    const first = this.#termShardOf(beginning);
    const following = terms.slice(first + 1, first + mostShards);
    const end = following.findIndex((term) => !term.startsWith(beginning));
    const numbers = [first, ...following.slice(0, end < 0 ? undefined : end).map((_, at) => first + 1 + at)];
    const shards = await Promise.all(numbers.map((number) => this.#shard<TermShard>(`terms-${number}.json`)));
    return shards
      .flatMap((shard) => Object.entries(shard).filter(([term]) => term.startsWith(beginning)))
      .sort(([one], [other]) => one.length - other.length)
      .slice(0, mostEndings);
  }

  #termShard(term: string): Promise<TermShard> {
    return this.#shard(`terms-${this.#termShardOf(term)}.json`);
  }

  /** The last shard whose first term does not come after this one. */
  #termShardOf(term: string): number {
    return Math.max(
      0,
      this.#index.terms.findLastIndex((first) => first <= term),
    );
  }

  /** The pages of the best phrases, with the readings of their words. */
  async #pagesOf(phrases: readonly number[], isWanted: (page: IndexedPage) => boolean): Promise<PageShard> {
    const numbers = new Set<number>();
    for (const phrase of phrases) {
      if (numbers.size >= mostShards) break;
      numbers.add(this.#starts.findLastIndex((start) => start <= phrase));
    }
    const shards = new Map<number, PageShard>();
    const loaded = await Promise.allSettled(
      [...numbers].map(async (number) => shards.set(number, await this.#shard<PageShard>(`pages-${number}.json`))),
    );
    if (loaded.length > 0 && shards.size === 0) throw new Error('No shard can be had');
    const pages = new Set<IndexedPage>();
    for (const phrase of phrases) {
      if (pages.size >= mostPages) break;
      const number = this.#starts.findLastIndex((start) => start <= phrase);
      const page = pageAt(shards.get(number)?.pages ?? [], phrase - (this.#starts[number] ?? 0));
      if (page && isWanted(page)) pages.add(page);
    }
    return {
      pages: [...pages],
      readings: Object.assign({}, ...[...shards.values()].map(({ readings }) => readings)) as PageShard['readings'],
    };
  }

  #shard<Shard>(name: string): Promise<Shard> {
    let shard = this.#shards.get(name);
    if (!shard) {
      shard = this.#load(`${this.#index.folder}/${name}`);
      this.#shards.set(name, shard);
      shard.catch(() => this.#shards.delete(name));
    }
    return shard as Promise<Shard>;
  }
}

/** Settles when the signal is aborted; never, if it is not. */
function whenAborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** The page that has the phrase of this number among the phrases of these pages. */
function pageAt(pages: readonly IndexedPage[], phrase: number): IndexedPage | null {
  let left = phrase;
  for (const page of pages) {
    left -= phrasesOf(page).phrases.length;
    if (left < 0) return page;
  }
  return null;
}

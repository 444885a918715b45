import type { Language } from '../../../content/schema/languages.ts';
import { LikenessIndex, type Rarity } from './likeness.ts';
import { anchorOf, phrasesOf } from './phrases.ts';
import type { IndexedPage, QuestionIndex } from './question-index.ts';
import { makeReader } from './readings.ts';
import { isRomaji } from './romaji.ts';
import { withSynonyms } from './synonyms.ts';
import { asSound } from './terms.ts';
import { latinWordsOf, shortestMended, Speller } from './typos.ts';
import { contentWords } from './words.ts';

const soundShare = 0.9;
const synonymShare = 0.72;

export interface Found {
  page: IndexedPage;
  score: number;
  /** How like the query the nearest phrase of the page is, 0 to 1. */
  nearest: number;
  /** Where the nearest phrase stands, if it is a heading. */
  anchor: string | null;
}

/** Likeness from which on a page is taken for the answer, and how far ahead of the next one it has to be. */
const certain = 0.55;
const lead = 1.1;

/** Whether the first of what was found surely answers the query: then it is shown as the answer, not as one of several. */
export function isCertain([top, next]: readonly Found[]): boolean {
  return top !== undefined && top.nearest >= certain && top.score > (next?.score ?? 0) * lead;
}

/** Beyond so many, a page is worth showing only if it scores at least this share of the best. */
const alwaysShown = 3;
const leastShare = 0.06;

/** Without what is found for any query: pages that share no more than a piece of a word with it. */
export function worthShowing(found: readonly Found[]): Found[] {
  const best = found[0]?.score ?? 0;
  return found.filter(({ score }, place) => place < alwaysShown || score >= best * leastShare);
}

/** Finds pages by likeness: as written, as it sounds, and with the pages' own words for the customer's. */
export class QuestionFinder {
  readonly language: Language;
  readonly pages: readonly IndexedPage[];
  readonly #synonyms: QuestionIndex['synonyms'];
  readonly #asWritten: LikenessIndex;
  readonly #asSounds: LikenessIndex | null;
  readonly #read: (text: string) => string;
  readonly #words: ReadonlySet<string>;
  #speller: Speller | null = null;

  /** With a rarity given, these pages are some of a larger collection. */
  constructor({ language, pages, readings, synonyms }: QuestionIndex, rarity?: Rarity) {
    this.language = language;
    this.pages = pages;
    this.#synonyms = synonyms;
    this.#read = makeReader(readings);
    const written = pages.map(phrasesOf);
    this.#words = new Set(language === 'ja' ? written.flatMap(({ phrases }) => phrases.flatMap(latinWordsOf)) : []);
    this.#asWritten = new LikenessIndex(written, language, rarity);
    this.#asSounds =
      language === 'ja'
        ? new LikenessIndex(
            written.map(({ phrases, weights }) => ({ phrases: phrases.map(this.#read), weights })),
            language,
            rarity && ((feature) => rarity(asSound(feature))),
          )
        : null;
  }

  /** Pages that are anything like the query, likest first. */
  find(query: string): Found[] {
    this.#speller ??= new Speller([
      ...this.pages.flatMap((page) => phrasesOf(page).phrases),
      ...Object.keys(this.#synonyms),
    ]);
    return this.findSpelt(this.#speller.mend(query) ?? query);
  }

  /** The same for a query whose spelling is right. */
  findSpelt(spelt: string): Found[] {
    const best = new Map<number, { score: number; nearest: number; phrase: number }>();
    for (const [number, variant] of withSynonyms(spelt, this.language, this.#synonyms).entries()) {
      const share = number === 0 ? 1 : synonymShare;
      for (const [page, found] of this.#findVariant(variant)) {
        const known = best.get(page);
        const score = found.score * share;
        if (!known || score > known.score)
          best.set(page, { ...found, score, nearest: Math.max(found.nearest * share, known?.nearest ?? 0) });
      }
    }
    return [...best]
      .sort(([, one], [, other]) => other.score - one.score)
      .flatMap(([number, { score, nearest, phrase }]) => {
        const page = this.pages[number];
        if (!page) return [];
        return [{ page, score, nearest, anchor: anchorOf(page, phrase) }];
      });
  }

  #hasWordOf(variant: string): boolean {
    return latinWordsOf(variant).some((word) => word.length >= shortestMended && this.#words.has(word));
  }

  #findVariant(variant: string) {
    const found = new Map<number, { score: number; nearest: number; phrase: number }>();
    // Romaji typed with the input method off is a sound, unless a page has the word.
    const isSound = this.#asSounds !== null && isRomaji(variant) && !this.#hasWordOf(variant);
    const isOneWord = contentWords(variant, this.language).length <= 1;
    for (const { page, score, nearest, phrase } of isSound ? [] : this.#asWritten.rank(variant, isOneWord))
      found.set(page, { score, nearest, phrase });
    for (const { page, score, nearest, phrase } of this.#asSounds?.rank(this.#read(variant), isOneWord) ?? []) {
      const known = found.get(page);
      if (!known) found.set(page, { score: score * soundShare, nearest, phrase });
      else {
        known.score += score * soundShare;
        if (nearest > known.nearest) Object.assign(known, { nearest, phrase });
      }
    }
    return found;
  }
}

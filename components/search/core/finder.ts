import type { Language } from '../../../content/schema.ts';
import { LikenessIndex, type LikenessPage } from './likeness.ts';
import { normalise } from './normalise.ts';
import type { IndexedPage, QuestionIndex } from './question-index.ts';
import { makeReader } from './readings.ts';
import { Speller } from './typos.ts';
import { withSynonyms } from './synonyms.ts';

/** How much each kind of phrase says about its page. */
const weights = { title: 1.2, asked: 1, heading: 0.7, slug: 1.2, answer: 0.3 };
const soundShare = 0.7;
const synonymShare = 0.9;

export interface Found {
  page: IndexedPage;
  score: number;
  /** How like the query the nearest phrase of the page is, 0 to 1. */
  nearest: number;
  /** Where the nearest phrase stands, if it is a heading. */
  anchor: string | null;
}

/** Likeness from which on a page is taken for the answer, and how far ahead of the next one it has to be. */
const certain = 0.5;
const lead = 1.1;

/** Whether the first of what was found surely answers the query: then it is shown as the answer, not as one of several. */
export function isCertain([top, next]: readonly Found[]): boolean {
  return top !== undefined && top.nearest >= certain && top.score > (next?.score ?? 0) * lead;
}

/** Finds pages by likeness: as written, as it sounds, and with the pages' own words for the customer's. */
export class QuestionFinder {
  readonly language: Language;
  readonly pages: readonly IndexedPage[];
  readonly #synonyms: QuestionIndex['synonyms'];
  readonly #asWritten: LikenessIndex;
  readonly #asSounds: LikenessIndex | null;
  readonly #read: (text: string) => string;
  readonly #speller: Speller;

  constructor({ language, pages, readings, synonyms }: QuestionIndex) {
    this.language = language;
    this.pages = pages;
    this.#synonyms = synonyms;
    this.#read = makeReader(readings);
    const written = pages.map(phrasesOf);
    this.#speller = new Speller([...written.flatMap(({ phrases }) => phrases), ...Object.keys(synonyms)]);
    this.#asWritten = new LikenessIndex(written, language);
    this.#asSounds =
      language === 'ja'
        ? new LikenessIndex(
            written.map(({ phrases, weights }) => ({ phrases: phrases.map(this.#read), weights })),
            language,
          )
        : null;
  }

  /** Pages that are anything like the query, likest first. */
  find(query: string): Found[] {
    const best = new Map<number, { score: number; nearest: number; phrase: number }>();
    const spelt = this.#speller.mend(query) ?? query;
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
        const heading = page.headings[phrase - 1 - page.asked.length];
        return [{ page, score, nearest, anchor: heading?.[1] ?? null }];
      });
  }

  #findVariant(variant: string) {
    const found = new Map<number, { score: number; nearest: number; phrase: number }>();
    for (const { page, score, nearest, phrase } of this.#asWritten.rank(variant))
      found.set(page, { score, nearest, phrase });
    for (const { page, score, nearest, phrase } of this.#asSounds?.rank(this.#read(variant)) ?? []) {
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

function phrasesOf({ url, title, answer, asked, headings }: IndexedPage): Required<LikenessPage> {
  const slug = slugOf(url);
  const isTold = slug.split(' ').every((word) => normalise(title).includes(word));
  const phrases: [text: string, weight: number][] = [
    [title, weights.title],
    ...asked.map((text): [string, number] => [text, weights.asked]),
    ...headings.map(([text]): [string, number] => [text, weights.heading]),
    // An address that repeats the title says nothing of its own.
    [isTold ? '' : slug, weights.slug],
    [answer, weights.answer],
  ];
  return { phrases: phrases.map(([text]) => text), weights: phrases.map(([, weight]) => weight) };
}

/** The words of an address name the page, too, in English whatever its language. */
function slugOf(url: string): string {
  return normalise(url.split('/').at(-2) ?? '').replaceAll(/[-_]/g, ' ');
}

import type { Language } from '../../../content/schema/languages.ts';
import { type Features, featuresOf } from './features.ts';

/** A page as the question index knows it: everything somebody might call it by. */
export interface LikenessPage {
  phrases: readonly string[];
  /** How much each phrase says about the page; 1, that of customers' own words, if left out. */
  weights?: readonly number[];
}

export interface Likeness {
  /** Index of the page. */
  page: number;
  /** How like the query the page is; of use for ranking only. */
  score: number;
  /** How like the nearest phrase is, 0 to 1, and which it is. */
  nearest: number;
  phrase: number;
}

/** How rare the features of texts are: inverse document frequency, by the feature's name. */
export type Rarity = (feature: string) => number;

/** Inverse document frequency of what occurs in `count` of `phrases` phrases. */
export function rarityOf(count: number, phrases: number): number {
  return Math.log(1 + phrases / (1 + count));
}

type Vector = Map<number, number>;

const voters = 64;
/** How much those votes count, and the page as a whole beside them. */
const voteShare = 0.8;
const wholeShare = 4;
/** How much a phrase counts that is the query, word for word, and how fast that falls off. */
const exactShare = 8;
const exactPower = 6;
/** The weight of phrases that are customers' own words, and how like one a query has to be to be among those words. */
const spoken = 1;
const heard = 0.3;

/** Ranks pages by how like a query their phrases are: the nearest phrases vote, and each page speaks as a whole. */
export class LikenessIndex {
  readonly #language: Language;
  readonly #featureIds = new Map<string, number>();
  readonly #idf: number[] = [];
  /** For each feature, where it occurs: phrase number, weight, alternating. */
  readonly #postings: number[][] = [];
  readonly #pageOfPhrase: number[] = [];
  readonly #phraseInPage: number[] = [];
  readonly #centres: Vector[] = [];
  readonly #weights: number[] = [];
  readonly #unknown: Rarity;

  /** With a rarity given, these pages are some of a larger collection, and it is the collection's. */
  constructor(pages: readonly LikenessPage[], language: Language, rarity?: Rarity) {
    this.#language = language;
    const phrases = pages.flatMap(({ phrases }, page) =>
      phrases.map((text, phrase) => ({ page, phrase, features: featuresOf(text, language) })),
    );
    const counts = new Map<string, number>();
    for (const { features } of phrases)
      for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const [name, count] of counts) {
      this.#featureIds.set(name, this.#idf.length);
      this.#idf.push(rarity?.(name) ?? rarityOf(count, phrases.length));
      this.#postings.push([]);
    }
    this.#unknown = rarity ?? (() => rarityOf(0, phrases.length));
    const centres: Vector[] = pages.map(() => new Map());
    for (const [number, { page, phrase, features }] of phrases.entries()) {
      this.#pageOfPhrase.push(page);
      this.#phraseInPage.push(phrase);
      const weight = pages[page]?.weights?.[phrase] ?? 1;
      this.#weights.push(weight);
      for (const [feature, value] of this.#vector(features)) {
        this.#postings[feature]?.push(number, value);
        const centre = centres[page];
        centre?.set(feature, (centre.get(feature) ?? 0) + value * weight);
      }
    }
    for (const centre of centres) this.#centres.push(unit(centre));
  }

  #vector(features: Features): Vector {
    const vector: Vector = new Map();
    let square = 0;
    for (const [name, count] of features) {
      const feature = this.#featureIds.get(name);
      const value = Math.sqrt(count) * (feature === undefined ? this.#unknown(name) : (this.#idf[feature] ?? 0));
      square += value * value;
      if (feature !== undefined) vector.set(feature, value);
    }
    const length = Math.sqrt(square) || 1;
    for (const [feature, value] of vector) vector.set(feature, value / length);
    return vector;
  }

  /** Pages that share anything with the query, likest first. Whether it `isOneWord` is known where it was typed. */
  rank(query: string, isOneWord = false): Likeness[] {
    const vector = this.#vector(featuresOf(query, this.#language));
    const sims = new Float64Array(this.#pageOfPhrase.length);
    for (const [feature, value] of vector) {
      const postings = this.#postings[feature] ?? [];
      for (let at = 0; at < postings.length; at += 2) {
        const phrase = postings[at] ?? 0;
        sims[phrase] = (sims[phrase] ?? 0) + value * (postings[at + 1] ?? 0);
      }
    }
    const order = [...sims.keys()]
      .filter((phrase) => (sims[phrase] ?? 0) > 0)
      .sort((one, other) => (sims[other] ?? 0) - (sims[one] ?? 0));
    const found = new Map<number, Likeness & { votes: number; exact: number }>();
    for (const [place, phrase] of order.entries()) {
      const page = this.#pageOfPhrase[phrase] ?? 0;
      const raw = sims[phrase] ?? 0;
      const sim = raw * (this.#weights[phrase] ?? 1);
      const exact = raw ** exactPower * (this.#weights[phrase] ?? 1);
      const votes = place < voters ? sim * sim : 0;
      const known = found.get(page);
      if (known) {
        known.votes += votes;
        known.nearest = Math.max(known.nearest, sim);
        known.exact = Math.max(known.exact, exact);
      } else found.set(page, { page, score: 0, nearest: sim, phrase: this.#phraseInPage[phrase] ?? 0, votes, exact });
    }
    // One word that customers use is not the business of whichever page has it for a heading.
    const isSubject =
      isOneWord && order.some((phrase) => this.#weights[phrase] === spoken && (sims[phrase] ?? 0) >= heard);
    const most = Math.max(...[...found.values()].map(({ votes }) => votes), 1e-9);
    return [...found.values()]
      .map(({ page, nearest, phrase, votes, exact }) => ({
        page,
        nearest: Math.min(nearest, 1),
        phrase,
        score:
          (voteShare * votes) / most +
          wholeShare * dot(vector, this.#centres[page]) +
          nearest * nearest +
          (isSubject ? 0 : exactShare) * exact,
      }))
      .sort((one, other) => other.score - one.score);
  }
}

function unit(vector: Vector): Vector {
  let square = 0;
  for (const value of vector.values()) square += value * value;
  const length = Math.sqrt(square) || 1;
  for (const [feature, value] of vector) vector.set(feature, value / length);
  return vector;
}

function dot(one: Vector, other: Vector | undefined): number {
  let sum = 0;
  for (const [feature, value] of one) sum += value * (other?.get(feature) ?? 0);
  return sum;
}

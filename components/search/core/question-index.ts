import type { ArticleKind } from '../../../content/schema/kinds.ts';
import type { Language } from '../../../content/schema/languages.ts';

/** A page as the question index holds it: what it is called, what it answers, and how customers put it. */
export interface IndexedPage {
  url: string;
  /** The name the full-text index knows it by. */
  fragment: string;
  kind: ArticleKind;
  category: string;
  title: string;
  answer: string;
  asked: string[];
  /** Text and anchor of each heading. */
  headings: [text: string, anchor: string][];
}

export interface IndexedCategory {
  slug: string;
  name: string;
}

/** Pages that can be found by likeness, with what is known about their words. */
export interface QuestionIndex {
  language: Language;
  pages: IndexedPage[];
  /** How words with kanji are read, among them words that sound like one of ours: 保証, 補償. Empty in English. */
  readings: Record<string, string>;
  /** What customers say, and what the pages say instead. */
  synonyms: Record<string, string[]>;
}

interface AnyQuestionIndex {
  version: 2;
  language: Language;
  /** Those that have pages, in the portal's order. */
  categories: IndexedCategory[];
  /** What customers say, and what the pages say instead. */
  synonyms: Record<string, string[]>;
}

/** The one file of a small language: all that finds by likeness and gives the first answer. */
export interface WholeIndexFile extends AnyQuestionIndex, QuestionIndex {}

/** The first file of a large language: says which of the others have what a query asks for. */
export interface ShardedIndexFile extends AnyQuestionIndex {
  /** Folder of the shards, named by what they hold: `terms-<n>.json`, `pages-<n>.json`, `words.json`. */
  folder: string;
  /** The first term of each term shard; terms are in order of their characters. */
  terms: string[];
  /** How many phrases the pages of each page shard have: phrases are numbered through. */
  phrases: number[];
  /** How rare features are (see sketch.ts). */
  sketch: string;
}

export type QuestionIndexFile = WholeIndexFile | ShardedIndexFile;

/**
 * Which phrases have a term: their numbers, each as the difference to the one before, in lists by how much a term of the
 * phrase counts (`grades`).
 */
export type TermShard = Record<string, number[][]>;

/** Some pages, with the readings of their words. */
export interface PageShard {
  pages: IndexedPage[];
  readings: Record<string, string>;
}

/** What one of a phrase's terms counts, by the list the phrase is in. */
export const grades = [0.7, 0.45, 0.3, 0.12] as const;

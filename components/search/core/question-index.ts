import type { ArticleKind, Language } from '../../../content/schema.ts';

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

/** The one file per language that finds by likeness and gives the first answer. */
export interface QuestionIndexFile extends QuestionIndex {
  version: 1;
  /** Those that have pages, in the portal's order. */
  categories: IndexedCategory[];
}

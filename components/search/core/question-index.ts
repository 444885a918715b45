import type { ArticleKind, Language } from '../../../content/schema.ts';

/** A page as the question index holds it: what it is called, what it answers, and how customers put it. */
export interface IndexedPage {
  url: string;
  kind: ArticleKind;
  category: string;
  title: string;
  answer: string;
  asked: string[];
  /** Text and anchor of each heading. */
  headings: [text: string, anchor: string][];
}

/** The one file per language that finds by likeness and gives the first answer. */
export interface QuestionIndexFile {
  version: 1;
  language: Language;
  pages: IndexedPage[];
  /** How words with kanji are read, among them words that sound like one of ours: 保証, 補償. Empty in English. */
  readings: Record<string, string>;
  /** What customers say, and what the pages say instead. */
  synonyms: Record<string, string[]>;
}

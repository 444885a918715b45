import { normalise } from './normalise.ts';
import type { IndexedPage } from './question-index.ts';

/** What a page might be called by, and how much each of it says about the page. */
export interface Phrases {
  phrases: string[];
  weights: number[];
}

const weights = { title: 1.5, asked: 1, heading: 0.7, slug: 1.2, answer: 0.3 };

/** Everything somebody might call a page by: its title, how it is asked for, its headings, its address, its answer. */
export function phrasesOf({ url, title, answer, asked, headings }: IndexedPage): Phrases {
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

/** The anchor of a phrase of the page that is a heading, or `null`. */
export function anchorOf({ asked, headings }: IndexedPage, phrase: number): string | null {
  return headings[phrase - 1 - asked.length]?.[1] ?? null;
}

/** The words of an address name the page, too, in English whatever its language. */
function slugOf(url: string): string {
  return normalise(url.split('/').at(-2) ?? '').replaceAll(/[-_]/g, ' ');
}

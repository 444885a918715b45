import { createHash } from 'node:crypto';
import { featuresOf } from '../../components/search/core/features.ts';
import { phrasesOf } from '../../components/search/core/phrases.ts';
import {
  grades,
  type IndexedPage,
  type PageShard,
  type ShardedIndexFile,
  type TermShard,
  type WholeIndexFile,
} from '../../components/search/core/question-index.ts';
import { asHeard, makeReader } from '../../components/search/core/readings.ts';
import { drawSketch } from '../../components/search/core/sketch.ts';
import { asSound, soundTerms, writtenTerms } from '../../components/search/core/terms.ts';
import { latinWordsOf } from '../../components/search/core/typos.ts';

/** Characters of JSON in a shard; about a third of it is sent. */
const usualSizes = { terms: 12_000, pages: 12_000 };
/** Features that share a place of the sketch, and the longest sketch. */
const sharing = 4;
const longestSketch = 2 ** 14;

/** The files of a language that is too large for one: by their paths under `search/`, and the one that is loaded first. */
export function shardsOf(
  index: WholeIndexFile,
  sizes = usualSizes,
): { first: ShardedIndexFile; files: Map<string, unknown> } {
  const { version, language, categories, synonyms } = index;
  const read = makeReader(index.readings);
  const alike = homophonesIn(index.readings);
  // Two kana are too few to be found among others.
  const short = Object.entries(index.readings)
    .map(([word, sound]) => [word, asHeard(sound)] as const)
    .filter(([, sound]) => sound.length === 2);
  const terms = new Map<string, number[][]>();
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const shards = partPages(index.pages, sizes.pages);
  let number = 0;
  for (const page of shards.flat()) {
    const { phrases, weights } = phrasesOf(page);
    for (const [at, text] of phrases.entries()) {
      for (const name of featuresOf(text, language).keys()) count(name);
      const own = new Set(writtenTerms(text, language));
      if (language === 'ja') {
        const sound = read(text);
        for (const name of featuresOf(sound, language).keys()) count(asSound(name));
        for (const term of soundTerms(sound)) own.add(term);
        for (const [word, heard] of short) if (text.includes(word)) for (const term of soundTerms(heard)) own.add(term);
      }
      const grade = gradeOf(weights[at] ?? 1, writtenTerms(text, language).length);
      for (const [word, others] of alike) {
        if (text.includes(word))
          for (const other of others) for (const term of writtenTerms(other, language)) own.add(term);
      }
      for (const term of own) {
        const lists = terms.get(term) ?? grades.map((): number[] => []);
        lists[grade]?.push(number);
        terms.set(term, lists);
      }
      number += 1;
    }
  }

  const files = new Map<string, unknown>();
  const termShards = partTerms(terms, sizes.terms);
  for (const [at, shard] of termShards.entries()) files.set(`terms-${at}.json`, shard);
  for (const [at, pages] of shards.entries()) files.set(`pages-${at}.json`, pageShard(pages, index.readings));
  files.set('words.json', wordsOf(index));
  const digest = createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex')
    .slice(0, 10);
  const folder = `${language}-${digest}`;
  const size = Math.min(longestSketch, 2 ** Math.ceil(Math.log2(counts.size / sharing)));
  const first: ShardedIndexFile = {
    version,
    language,
    categories,
    synonyms,
    folder,
    terms: termShards.map((shard) => Object.keys(shard)[0] ?? ''),
    phrases: shards.map((pages) => pages.reduce((sum, page) => sum + phrasesOf(page).phrases.length, 0)),
    sketch: drawSketch(counts, size),
  };
  return { first, files: new Map([...files].map(([name, file]) => [`${folder}/${name}`, file])) };
}

/** The list for a phrase of this weight and so many terms: what one of them counts, as in a vector of length 1. */
function gradeOf(weight: number, terms: number): number {
  const value = weight / Math.sqrt(terms + 1);
  const nearest = grades.findIndex((grade, at) => value >= (grade + (grades[at + 1] ?? 0)) / 2);
  return nearest < 0 ? grades.length - 1 : nearest;
}

/** Neighbours in address stay together: pages about one thing are often wanted together. */
function partPages(pages: readonly IndexedPage[], most: number): IndexedPage[][] {
  const shards: IndexedPage[][] = [];
  let size = Infinity;
  for (const page of [...pages].sort((one, other) => (one.url < other.url ? -1 : 1))) {
    if (size > most) {
      shards.push([]);
      size = 0;
    }
    shards.at(-1)?.push(page);
    size += JSON.stringify(page).length;
  }
  return shards;
}

function partTerms(terms: ReadonlyMap<string, number[][]>, most: number): TermShard[] {
  const shards: TermShard[] = [];
  let size = Infinity;
  for (const [term, lists] of [...terms].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (size > most) {
      shards.push({});
      size = 0;
    }
    const steps = lists.map((list) => list.map((phrase, at) => phrase - (list[at - 1] ?? 0)));
    Object.assign(shards.at(-1) ?? {}, { [term]: steps });
    size += JSON.stringify(steps).length + term.length;
  }
  return shards;
}

/** The readings that these pages need: of their words, and of whatever sounds like one of them. */
function pageShard(pages: IndexedPage[], readings: Readonly<Record<string, string>>): PageShard {
  const text = pages.flatMap((page) => phrasesOf(page).phrases).join('\n');
  const sounds = new Set(Object.entries(readings).flatMap(([word, sound]) => (text.includes(word) ? [sound] : [])));
  return { pages, readings: Object.fromEntries(Object.entries(readings).filter(([, sound]) => sounds.has(sound))) };
}

/** Each word that has a reading, with the others that sound the same. */
function homophonesIn(readings: Readonly<Record<string, string>>): Map<string, string[]> {
  const bySound = Map.groupBy(Object.keys(readings), (word) => readings[word]);
  return new Map(
    [...bySound.values()]
      .filter((words) => words.length > 1)
      .flatMap((words) => words.map((word): [string, string[]] => [word, words.filter((other) => other !== word)])),
  );
}

/** Every word in letters, for mending others. */
function wordsOf({ pages, synonyms }: WholeIndexFile): string[] {
  const texts = [...pages.flatMap((page) => phrasesOf(page).phrases), ...Object.keys(synonyms)];
  return [...new Set(texts.flatMap(latinWordsOf))].sort();
}

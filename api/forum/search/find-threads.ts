import { sql } from 'drizzle-orm';
import { contentWords } from '../../../components/search/core/words.ts';
import type { Language } from '../../../content/schema/languages.ts';
import { excerptAround } from '../../desk/search/excerpt.ts';
import { folded, wantedIn } from '../../desk/search/terms.ts';
import type { Database } from '../../db/database.ts';
import type { Services } from '../../services.ts';
import { threadUrl } from '../addresses.ts';
import { titleOf } from '../thread-summary.ts';
import type { FoundThreads } from './contract.ts';
import { placeTerms } from './thread-index.ts';
import { type ThreadTexts, threadTexts } from './thread-texts.ts';

/** Words of a query that are looked at. */
const mostWords = 8;
const longestQuery = 200;
/** Threads that the index gives, of which the best are chosen by what stands in them now. */
const candidates = 24;
/** Of more threads than this with the same words, those are ranked that changed last. */
const mostRanked = 2000;
/** How much a word says, by where it stands: in the title, in the question or its answer, in another post. */
const worth = { title: 1, first: 0.7, elsewhere: 0.5 };
/** With less of its words in it, a thread is about something else. */
const leastScore = 0.3;

/**
 * Threads of a language that fit a query, best first. What was taken out of sight is not found from that moment on, for
 * each is looked at as it is now; what is new is found a few seconds after.
 */
export async function findThreads(
  { db }: Services,
  language: Language,
  query: string,
  { most, board }: { most: number; board?: string | undefined },
): Promise<FoundThreads['threads']> {
  const words = wordsIn(query, language);
  if (words.length === 0) return [];
  const place = placeTerms(language, board).at(-1) ?? '';
  const together = await candidatesFor(db, matchOf(words, ' AND ', place));
  const ids =
    together.length >= most || words.length === 1
      ? together
      : [...together, ...(await candidatesFor(db, matchOf(words, ' OR ', place)))];
  const texts = await threadTexts(db, [...new Set(ids)]);
  return [...texts.values()]
    .filter((thread) => thread.language === language && (board === undefined || thread.board === board))
    .map((thread) => fitting(thread, words))
    .filter(({ score }) => score >= leastScore)
    .sort((one, other) => other.score - one.score || other.thread.lastPostAt - one.thread.lastPostAt)
    .slice(0, most)
    .map(asFound);
}

/** The words that say what it is about, spelt as the index spells them. */
function wordsIn(query: string, language: Language): string[] {
  const words = contentWords(query.slice(0, longestQuery).toWellFormed(), language).map(folded);
  return [...new Set(words)].filter((word) => wantedIn(word) !== null).slice(0, mostWords);
}

function matchOf(words: readonly string[], between: ' AND ' | ' OR ', place: string): string {
  return `(${words.map((word) => `(${wantedIn(word)?.match ?? ''})`).join(between)}) AND "${place}"`;
}

async function candidatesFor({ read }: Database, match: string): Promise<string[]> {
  const rows = await read.values<[string]>(sql`select entry.thread_id from
    (select id, rank from (select rowid as id, bm25(thread_terms, 4.0, 1.0) as rank from thread_terms
        where thread_terms match ${match} order by rowid desc limit ${mostRanked}) as latest
      order by rank limit ${candidates}) as found
    inner join searched_threads as entry on entry.id = found.id order by found.rank`);
  return rows.map((row) => row[0]);
}

interface Fitting {
  thread: ThreadTexts;
  score: number;
  /** Where the first of the words stands that isn't only in the title. */
  shown: { text: string; word: string } | null;
}

function fitting(thread: ThreadTexts, words: readonly string[]): Fitting {
  const { title, said, isSolved } = thread;
  const spelt = { title: folded(title), said: said.map(folded) };
  let sum = 0;
  let shown: Fitting['shown'] = null;
  for (const word of words) {
    const place = spelt.said.findIndex((text) => holds(text, word));
    const isInTitle = holds(spelt.title, word);
    if (isInTitle) sum += worth.title;
    else if (place >= 0) sum += place <= (isSolved ? 1 : 0) ? worth.first : worth.elsewhere;
    if (shown === null && place >= 0) shown = { text: said[place] ?? '', word };
  }
  return { thread, score: sum / words.length, shown };
}

function asFound({ thread, score, shown }: Fitting): FoundThreads['threads'][number] {
  const { said, isSolved, board, lastPostAt } = thread;
  return {
    url: threadUrl(thread),
    title: titleOf(thread),
    excerpt: excerptAround(shown?.text ?? said[0] ?? '', shown?.word ?? ''),
    isSolved,
    board,
    lastPostAt,
    score,
  };
}

/** Whether a text has a word: Japanese anywhere, others from where they begin. */
function holds(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/^[a-z0-9]/.test(word) || !/[a-z0-9]/.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

import { eq, sql } from 'drizzle-orm';
import { accounts, teams } from '../../accounts/tables.ts';
import { customers } from '../../customers/tables.ts';
import type { Services } from '../../services.ts';
import type { TicketSummary } from '../../tickets/contract.ts';
import { summaryColumns, summaryOf } from '../../tickets/summary.ts';
import { conversations } from '../../tickets/tables.ts';
import type { SearchPage } from '../contract.ts';
import { excerptAround } from './excerpt.ts';
import { folded, phoneNumberIn, wantedIn, type Wanted } from './terms.ts';
import { type SearchedTexts, textsOf } from './texts.ts';

const pageSize = 20;
/** Candidates that are read at a time where the index alone does not know. */
const batchSize = 40;
/** So long a page is looked for; what is left then is on the next one. */
const patienceMs = 120;

interface Candidate {
  entry: number;
  id: string;
}

/**
 * Conversations in which everything of a query stands, those that changed last first. Each part of it between spaces
 * stands there in one piece: Japanese anywhere, a word of another script from its beginning. `after` is the `next` of the
 * page before. A page may have fewer than it could, and even none, and still have a next one.
 */
export async function searchConversations({ db }: Services, query: string, after: string | null): Promise<SearchPage> {
  const wanted = wantedIn(query);
  if (!wanted) return { results: [], next: null };
  const until = performance.now() + patienceMs;
  const found: { id: string; excerpt: string }[] = [];
  const most = wanted.isExact ? pageSize : batchSize;
  let place = /^\d{1,15}$/.test(after ?? '') ? Number(after) : Number.MAX_SAFE_INTEGER;
  let isAtEnd = false;
  while (found.length < pageSize && !isAtEnd) {
    const candidates = await candidatesBefore(db, wanted, place, most + 1);
    isAtEnd = candidates.length <= most;
    const looked = candidates.slice(0, most);
    const texts = await textsOf(
      db,
      looked.map(({ id }) => id),
    );
    for (const { entry, id } of looked) {
      if (found.length === pageSize) {
        isAtEnd = false;
        break;
      }
      place = entry;
      const excerpt = excerptOf(texts.get(id), wanted);
      if (excerpt !== null) found.push({ id, excerpt });
    }
    if (performance.now() > until) break;
  }
  const tickets = await summariesOf(
    db,
    found.map(({ id }) => id),
  );
  const results = found.flatMap(({ id, excerpt }) => {
    const ticket = tickets.get(id);
    return ticket ? [{ ticket, excerpt }] : [];
  });
  return { results, next: isAtEnd ? null : String(place) };
}

async function candidatesBefore(
  { read }: Services['db'],
  { match }: Wanted,
  place: number,
  most: number,
): Promise<Candidate[]> {
  const rows = await read.values<[number, string]>(sql`select s.id, s.conversation_id
    from search_terms cross join searched_conversations s on s.id = search_terms.rowid
    where search_terms match ${match} and search_terms.rowid < ${place}
    order by search_terms.rowid desc limit ${most}`);
  // On a shared database a row has places, but is no list.
  return rows.map((row) => ({ entry: row[0], id: row[1] }));
}

/** Where it was found, if it was: `null` where only the terms are there, and not in one piece. */
function excerptOf(texts: SearchedTexts | undefined, { chunks, isExact }: Wanted): string | null {
  if (!texts || texts.isGone) return null;
  const all = [...texts.said, ...texts.about];
  const places = chunks.map((chunk) => {
    const found = finder(chunk);
    return all.findIndex((text) => found(text));
  });
  if (!isExact && places.includes(-1)) return null;
  const [chunk = ''] = chunks;
  const [place = -1] = places;
  return excerptAround((place < 0 ? (texts.said[0] ?? texts.about[0]) : all[place]) ?? '', chunk);
}

/** Whether a text has a part of a query. */
function finder(chunk: string): (text: string) => boolean {
  const number = phoneNumberIn(chunk);
  const isWord =
    /^[\p{L}\p{N}]/u.test(chunk) && !/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(chunk);
  return (text) => {
    const spelt = folded(text);
    if (
      number !== null &&
      spelt
        .replaceAll(/[\s().-]/g, '')
        .replaceAll('+81', '0')
        .includes(number)
    )
      return true;
    for (let at = spelt.indexOf(chunk); at >= 0; at = spelt.indexOf(chunk, at + 1)) {
      if (!isWord || at === 0 || !isLetter(spelt, at)) return true;
    }
    return false;
  };
}

/** Whether a word goes on before a place, in the script of what stands there. */
function isLetter(text: string, at: number): boolean {
  return /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}]$/u.test(
    text.slice(Math.max(0, at - 2), at),
  );
}

async function summariesOf({ read }: Services['db'], ids: readonly string[]): Promise<Map<string, TicketSummary>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .select(summaryColumns)
    .from(conversations)
    .innerJoin(customers, eq(customers.id, conversations.customerId))
    .leftJoin(teams, eq(teams.id, conversations.teamId))
    .leftJoin(accounts, eq(accounts.id, conversations.assigneeId))
    .where(sql`${conversations.id} in (select value from json_each(${JSON.stringify(ids)}))`);
  return new Map(rows.map((row) => [row.conversation.id, summaryOf(row)]));
}

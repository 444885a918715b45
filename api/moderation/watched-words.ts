import { asc, eq, type SQL, sql } from 'drizzle-orm';
import type { By } from '../accounts/who.ts';
import { audited } from '../audit/audited.ts';
import { isUniqueViolation } from '../db/database.ts';
import { newId } from '../db/id.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import type { WatchedWord, WatchedWordInput } from './contract.ts';
import { foldedPattern, isTelling } from './reviewers/word-pattern.ts';
import { watchedWords } from './tables.ts';

/** Each post is compared with all of them. */
const most = 1000;

/** All watched words, by their patterns. */
export async function listWatchedWords({ db }: Services): Promise<WatchedWord[]> {
  const { id, language, pattern, action, note, hits } = watchedWords;
  return db.read
    .select({ id, language, pattern, action, note, hits })
    .from(watchedWords)
    .orderBy(asc(sql`coalesce(${language}, '')`), asc(pattern));
}

/**
 * Watches for a word, as it is compared: in small letters, half width and without accents. Throws `name-taken` for one that
 * is watched already, and `invalid-input` for a pattern that says too little, or when there are too many.
 */
export async function addWatchedWord(services: Services, input: WatchedWordInput, by: By): Promise<WatchedWord> {
  const { clock, random } = services;
  const id = newId(clock(), random);
  const word = { ...input, pattern: checkedPattern(input.pattern), note: input.note ?? null };
  const row = { id, ...word, accountId: by.accountId, createdAt: clock() };
  const [added] = await written(services, [
    insertWhere(watchedWords, row, sql`(select count(*) from ${watchedWords}) < ${most}`),
    recorded(services, 'added', id, by),
  ]);
  if (!added?.changes) throw wrongPattern(`${most}`);
  return { id, ...word, hits: 0 };
}

/** Changes a watched word; its hits go on. Throws what adding one throws, and `not-found`. */
export async function changeWatchedWord(
  services: Services,
  id: string,
  input: WatchedWordInput,
  by: By,
): Promise<WatchedWord> {
  const { db } = services;
  const word = { ...input, pattern: checkedPattern(input.pattern), note: input.note ?? null };
  const [changed] = await written(services, [
    db.read.update(watchedWords).set(word).where(eq(watchedWords.id, id)).returning({ hits: watchedWords.hits }),
    recorded(services, 'changed', id, by),
  ]);
  const [row] = changed?.returned ?? [];
  if (!row) throw new Problem('not-found');
  return { id, ...word, hits: Number(row[0]) };
}

/** Throws `not-found`. */
export async function deleteWatchedWord(services: Services, id: string, by: By): Promise<void> {
  const [record] = await services.db.write([
    recorded(services, 'deleted', id, by),
    services.db.read.delete(watchedWords).where(eq(watchedWords.id, id)),
  ]);
  if (!record?.changes) throw new Problem('not-found');
}

function checkedPattern(pattern: string): string {
  const asCompared = foldedPattern(pattern);
  if (!isTelling(asCompared)) throw wrongPattern('casino, *casino*, 副業');
  return asCompared;
}

/** What would be right stands in `detail`, the same in every language. */
function wrongPattern(detail: string): Problem {
  return new Problem('invalid-input', { errors: [{ pointer: '#/pattern', detail }] });
}

function recorded(services: Services, what: string, id: string, by: By): Statement {
  const isThere: SQL = sql`exists (select 1 from ${watchedWords} where ${watchedWords.id} = ${id})`;
  const target = { kind: 'watched-word', id };
  return audited(services, { ...by, action: 'watched-words:change', target, detail: { what } }, isThere);
}

async function written({ db }: Services, statements: Statement[]) {
  try {
    return await db.write(statements);
  } catch (error) {
    if (isUniqueViolation(error)) throw new Problem('name-taken');
    throw error;
  }
}

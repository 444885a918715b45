import { createHash } from 'node:crypto';
import { eq, getTableName, type SQL, sql } from 'drizzle-orm';
import { membersOf } from '../accounts/held.ts';
import { accounts } from '../accounts/tables.ts';
import { audited } from '../audit/audited.ts';
import { newId } from '../db/id.ts';
import { insertWhere, type Statement } from '../db/statements.ts';
import { mergedInto, withMerged } from '../customers/merged.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { conversations } from '../tickets/tables.ts';
import type { ErasureWay } from './contract.ts';
import { held } from './held.ts';
import { type Held, onlyConversations, type Subject } from './held-data.ts';
import { activeHolds, isHeld } from './holds.ts';
import { everythingOfPerson, isPresent, type Person } from './person.ts';
import { erasures } from './tables.ts';

/** Rows of one table that one write takes: longer ones would keep others waiting. */
const mostRows = 500;
const everyRow = 1_000_000;

type Erasable = Held & { erase: NonNullable<Held['erase']> };

/** Everything that holds something that can be erased, in order. */
export const erasable = held.filter((entry): entry is Erasable => entry.erase !== null);
const tables = erasable.map(({ table }) => getTableName(table));

export interface ErasureRequest {
  way: ErasureWay;
  /** Who of the staff; `null` for the customer. */
  accountId: string | null;
  /** The request in which it was asked for; none for what the log has done again. */
  requestId?: string;
  /** What else has to hold at the moment of writing: a token that is not used up. */
  guard?: SQL;
}

/** What the log knows an erased person by: the id of their customer, or of their account. */
export function subjectHashOf(id: string): string {
  return createHash('sha256').update(`erased-customer:${id}`).digest('hex');
}

/** Erases a customer, see `erasePerson`. */
export function eraseCustomer(
  services: Services,
  { customerId, ...request }: ErasureRequest & { customerId: string },
): Promise<Record<string, number>> {
  return erasePerson(services, { kind: 'customer', id: customerId }, request);
}

/**
 * Erases a person for ever: names, addresses, texts and mails are deleted, and of their conversations only times and
 * states stay. Whoever was merged into them goes along. Whoever writes to one of them meanwhile is either erased along or refused. The first write names them
 * erased and takes what most people have; the rest follows in batches, and the daily job finishes what was cut short.
 * Throws `legal-hold`, or `not-found` when the guard does not hold or there is no such person.
 */
export async function erasePerson(
  services: Services,
  person: Person,
  request: ErasureRequest,
): Promise<Record<string, number>> {
  const { way, accountId, requestId, guard = sql`true` } = request;
  const { db, clock, random, erasureLog, log } = services;
  const now = clock();
  const id = newId(now, random);
  const along = person.kind === 'customer' ? await mergedInto(db, person.id) : [];
  const [subjectHash = '', ...othersHashes] = [person.id, ...along].map(subjectHashOf);
  const target = { kind: person.kind === 'customer' ? 'customer' : 'account', id: person.id };
  const isAllowed = sql`${guard} and ${isPresent(person)} and ${areAlong(person, along.length)} and not ${way === 'restored' ? sql`false` : isHeld(person.id, now)}`;
  const ours = sql`exists (select 1 from ${erasures} where ${erasures.id} = ${id})`;

  const files = await filesOf(services, everythingOfPerson(person));
  const theirAccounts = await accountsOf(services, person);
  const [recorded, , ...results] = await db.write([
    insertWhere(erasures, { id, subjectHash, way, counts: {}, createdAt: now }, isAllowed),
    audited(services, { accountId, action: 'customers:erase', target, ...(requestId ? { requestId } : {}) }, ours),
    ...erasing(everythingOfPerson(person, ours), now),
    ...othersHashes.map((hash) =>
      insertWhere(
        erasures,
        { id: newId(now, random), subjectHash: hash, way, counts: {}, createdAt: now },
        sql`${ours} and not exists (select 1 from ${erasures} where ${erasures.subjectHash} = ${hash})`,
      ),
    ),
  ]);
  if (!recorded?.changes) {
    if (await isHeldNow(services, person)) throw new Problem('legal-hold');
    const isSame = person.kind === 'member' || (await mergedInto(db, person.id)).length === along.length;
    if (isSame) throw new Problem('not-found');
    // Somebody was merged into them, or taken out again, at this very moment.
    return erasePerson(services, person, request);
  }

  const counts = Object.fromEntries(tables.map((name, index) => [name, results[index]?.changes ?? 0]));
  // It is erased: a file that cannot be written is completed from the table later.
  const at = new Date(now).toISOString();
  await erasureLog
    .append(...[subjectHash, ...othersHashes].map((subject) => ({ subject, at, way })))
    .catch((error: unknown) => log.error({ err: error }, 'an erasure could not be written to its log'));
  await finishErasure(services, { ...everythingOfPerson(person), accounts: theirAccounts }, { counts, files });
  await db.write([db.read.update(erasures).set({ counts }).where(eq(erasures.id, id))]);
  return counts;
}

/** Whether as many are merged into a customer as are known, at the moment of writing: each is named in the log. */
function areAlong({ kind, id }: Person, known: number): SQL {
  if (kind === 'member') return sql`true`;
  return sql`(select count(*) from ${withMerged(sql`(select ${id} as id)`)}) = ${known + 1}`;
}

/** The ids of somebody's accounts, as a select that holds when nothing leads to them any more. */
async function accountsOf({ db }: Services, person: Person): Promise<SQL> {
  const rows = await db.read
    .select({ id: accounts.id })
    .from(accounts)
    .where(sql`${accounts.id} in ${membersOf(everythingOfPerson(person))}`);
  return sql`(select value from json_each(${JSON.stringify(rows.map(({ id }) => id))}))`;
}

/** The statements that erase what is meant, with the first rows of what there may be many of. */
export function erasing(subject: Subject, now: number, entries: readonly Erasable[] = erasable): Statement[] {
  return entries.map(({ erase, isMany }) => erase(subject, isMany ? mostRows : everyRow, now));
}

/** What has rows in the tables of files, by table, so that no file has to lie there for a while before it goes. */
async function filesOf(services: Services, subject: Subject): Promise<FilesByTable> {
  return new Map(
    await Promise.all(held.map(async (entry) => [entry, (await entry.filesOf?.(services, subject)) ?? []] as const)),
  );
}

type FilesByTable = ReadonlyMap<Held, readonly string[]>;

/**
 * Deletes the rest of what is meant, a batch at a time, with its files and what the database's journal still holds of it.
 * Counts up `counts`, by table.
 */
export async function finishErasure(
  services: Services,
  subject: Subject,
  { counts = {}, files }: { counts?: Record<string, number>; files?: FilesByTable } = {},
): Promise<void> {
  const { db, clock } = services;
  for (const { table, erase } of erasable.filter(({ isMany }) => isMany)) {
    for (let changes = mostRows; changes === mostRows;) {
      const [result] = await db.write([erase(subject, mostRows, clock())]);
      changes = result?.changes ?? 0;
      const name = getTableName(table);
      counts[name] = (counts[name] ?? 0) + changes;
    }
  }
  for (const entry of held) await entry.sweepFiles?.(services, files?.get(entry));
  // What was overwritten in the file still stands in its write-ahead log.
  await db.raw.execute('pragma wal_checkpoint(truncate)').catch(() => undefined);
}

/** Goes on with erasures that were cut short. */
export async function finishAllErasures(services: Services): Promise<void> {
  const erased = sql`(select gone.id from ${accounts} as gone where gone.role = 'member' and instr(gone.email, '@') = 0)`;
  await finishErasure(services, {
    ...onlyConversations(sql`${conversations.erasedAt} is not null`),
    accounts: erased,
  });
}

async function isHeldNow({ db, clock }: Services, { id }: Person): Promise<boolean> {
  return (await activeHolds(db, id, clock())).length > 0;
}

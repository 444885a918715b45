import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import type { Statement } from '../../db/statements.ts';
import type { Services } from '../../services.ts';

/** Something that is searched: the tables of its index, and what it is found by. */
export interface SearchIndex {
  /** One row for each subject; terms lie under its number. */
  entries: string;
  /** What names the subject, in `entries` and in `queue`. */
  subject: string;
  /** Subjects whose entry is to be made anew; filled by triggers. */
  queue: string;
  /** The terms (FTS5), and its columns. */
  terms: string;
  columns: readonly string[];
  /** Since when the index holds terms of what is gone. */
  purges: string;
  /** The terms of subjects, by the columns; nothing for one that nobody is to find any more. */
  termsOf(db: Database, ids: readonly string[]): Promise<Map<string, readonly string[]>>;
}

/** Subjects that one write takes: few enough that nobody waits for it. */
const batchSize = 20;
/** Pages of the index (4 kB) that one step of merging writes. */
const pagesPerStep = 100;

/**
 * Makes the entries of what changed, and gives back how many it made: 0 when nothing was to be done. Two processes may do
 * so at once: an entry is written only by whoever still finds the change that it was made for.
 */
export async function indexSome(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  index: SearchIndex,
  most = batchSize,
): Promise<number> {
  const { entries, subject, queue, terms, columns, purges } = namesOf(index);
  const queued = await db.read.values<[number, string]>(
    sql`select id, ${subject} from ${queue} order by id limit ${most}`,
  );
  if (queued.length === 0) return 0;
  const found = await index.termsOf(
    db,
    queued.map((row) => row[1]),
  );
  const statements = queued.flatMap((row): Statement[] => {
    const [id, subjectId] = [row[0], row[1]];
    const stillQueued = sql`exists (select 1 from ${queue} where id = ${id})`;
    const texts = found.get(subjectId);
    const old = sql`delete from ${entries} where ${subject} = ${subjectId} and ${stillQueued}`;
    const done = sql`delete from ${queue} where id = ${id}`;
    if (!texts) {
      // Terms of what is gone go from the file, too.
      const purge = sql`insert into ${purges} (id, asked_at) values (1, ${clock()})
        on conflict (id) do update set asked_at = max(asked_at + 1, excluded.asked_at)`;
      return [old, purge, done];
    }
    return [
      old,
      sql`insert into ${entries} (${subject}) select ${subjectId} where ${stillQueued}`,
      sql`insert into ${terms} (rowid, ${sql.join(columns, sql`, `)})
        select id, ${sql.join(
          texts.map((text) => sql`${text}`),
          sql`, `,
        )} from ${entries} where ${subject} = ${subjectId} and ${stillQueued}`,
      done,
    ];
  });
  await db.write(statements);
  return queued.length;
}

/**
 * One step of taking what is gone out of an index: it is not found from the moment it went, but its terms lie in the file
 * until the parts of the index are merged. Gives back whether there is more to do.
 */
export async function purgeSome({ db }: Pick<Services, 'db'>, index: SearchIndex): Promise<boolean> {
  const { terms, purges } = namesOf(index);
  const [asked] = await db.read.values<[number]>(sql`select asked_at from ${purges}`);
  if (!asked) return false;
  const before = await partsOf(db, index);
  await db.write([sql`insert into ${terms} (${terms}, rank) values ('merge', ${-pagesPerStep})`]);
  if ((await partsOf(db, index)) !== before) return true;
  await db.write([sql`delete from ${purges} where asked_at = ${asked[0]}`]);
  return false;
}

/** How an index is put together (FTS5 keeps it in row 10): the same before and after a step that had nothing to do. */
async function partsOf({ read }: Database, { terms }: SearchIndex): Promise<string> {
  const [row] = await read.values<[string]>(sql`select hex(block) from ${sql.raw(terms)}_data where id = 10`);
  return row?.[0] ?? '';
}

function namesOf({ entries, subject, queue, terms, columns, purges }: SearchIndex) {
  return {
    entries: sql.raw(entries),
    subject: sql.raw(subject),
    queue: sql.raw(queue),
    terms: sql.raw(terms),
    columns: columns.map((column) => sql.raw(column)),
    purges: sql.raw(purges),
  };
}

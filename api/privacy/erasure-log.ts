import { open, readFile } from 'node:fs/promises';
import { isNull } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import type { Services } from '../services.ts';
import { currentCustomer } from '../customers/merged.ts';
import { takeOut } from '../customers/undo-merge.ts';
import { customers } from '../customers/tables.ts';
import type { ErasureWay } from './contract.ts';
import { erasePerson, subjectHashOf } from './erase.ts';
import { erasureLogIn } from './erasure-log-file.ts';
import { isMemberWithAddress, type Person } from './person.ts';
import { erasures } from './tables.ts';

/** One erasure, without anything that says whose. */
export interface LoggedErasure {
  /** The hash of the id of the customer, or of the account of who was none. */
  subject: string;
  /** ISO 8601. */
  at: string;
  way: ErasureWay;
}

/**
 * The file `erasures.log` in the data folder, one line of JSON each. It is no part of a backup: restored with it, it would
 * forget what was erased since.
 */
export interface ErasureLog {
  /** Resolves when the line is on disk. */
  append(...entries: LoggedErasure[]): Promise<void>;
  /** Every line that is whole. */
  read(): Promise<LoggedErasure[]>;
}

export function createErasureLog(dataDir: string): ErasureLog {
  const file = erasureLogIn(dataDir);
  return {
    async append(...entries) {
      if (entries.length === 0) return;
      const handle = await open(file, 'a', 0o600);
      try {
        // A line that a crash cut off must not swallow the next one: empty lines are nothing.
        await handle.appendFile(entries.map((entry) => `\n${JSON.stringify(entry)}\n`).join(''));
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    async read() {
      const text = await readFile(file, 'utf8').catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
        throw error;
      });
      return text.split('\n').flatMap(parsed);
    },
  };
}

/**
 * Erases again whoever came back with a backup, and completes the file by what only the database knows. Gives back how
 * many were erased. Runs at start, before anybody is answered, and with the daily job.
 */
export async function applyErasureLog(services: Services): Promise<number> {
  const { db, erasureLog, log } = services;
  const logged = await erasureLog.read();
  const known = await db.read.select().from(erasures);
  const inFile = new Set(logged.map(({ subject }) => subject));
  const inDatabase = new Set(known.map(({ subjectHash }) => subjectHash));
  await erasureLog.append(
    ...known
      .filter(({ subjectHash }) => !inFile.has(subjectHash))
      .map(({ subjectHash, createdAt, way }) => ({ subject: subjectHash, at: new Date(createdAt).toISOString(), way })),
  );

  const missing = new Set([...inFile].filter((subject) => !inDatabase.has(subject)));
  if (missing.size === 0) return 0;
  const back = (await everybody(services)).filter(({ id }) => missing.has(subjectHashOf(id)));
  for (const person of back) await eraseAgain(services, person, missing);
  if (back.length > 0) log.warn({ customers: back.length }, 'customers who came back with a backup were erased again');
  return back.length;
}

/** Erases who came back. Who is part of somebody else again goes along with them, or is taken out of there before. */
async function eraseAgain(services: Services, person: Person, missing: ReadonlySet<string>): Promise<void> {
  if (person.kind === 'customer') {
    const now = await currentCustomer(services.db, person.id);
    if (!now) return;
    if (now.id !== person.id) {
      if (missing.has(subjectHashOf(now.id))) return;
      await takeOut(services, person.id);
    }
  }
  await erasePerson(services, person, { way: 'restored', accountId: null });
}

async function everybody({ db }: Services): Promise<Person[]> {
  const present = await db.read.select({ id: customers.id }).from(customers).where(isNull(customers.erasedAt));
  const members = await db.read.select({ id: accounts.id }).from(accounts).where(isMemberWithAddress);
  return [
    ...present.map(({ id }): Person => ({ kind: 'customer', id })),
    ...members.map(({ id }): Person => ({ kind: 'member', id })),
  ];
}

function parsed(line: string): LoggedErasure[] {
  try {
    const entry = JSON.parse(line) as LoggedErasure;
    return /^[0-9a-f]{64}$/.test(entry.subject) ? [entry] : [];
  } catch {
    return [];
  }
}

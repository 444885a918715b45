import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Statement } from '../db/statements.ts';
import type { Services } from '../services.ts';
import { withMerged } from '../customers/merged.ts';
import { customers, identities } from '../customers/tables.ts';
import { conversations } from '../tickets/tables.ts';

/** Whose data is meant, as sub-selects: they hold at the moment of reading or writing. */
export interface Subject {
  customers: SQL;
  conversations: SQL;
  /** In small letters. */
  addresses: SQL;
  /** Accounts by their ids, beside those with the addresses: once one is erased, no address leads to it. */
  accounts?: SQL;
}

/** What one table holds of people: which rows are whose, what they get to see, and how it is erased. */
export interface Held {
  table: SQLiteTable;
  name: { ja: string; en: string };
  of: (subject: Subject) => SQL;
  /** Which of its rows are in an export: all, unless said. */
  isTold?: (now: number) => SQL;
  /** Columns that are in no export: hashes and secrets, and what says nothing to anybody. */
  withheld?: readonly string[];
  /** Columns that whoever has a private link does not get: it proves no address. */
  withheldByLink?: readonly string[];
  /** What staff say among themselves: in no copy that the portal makes, see decisions/privacy.md. */
  isInternal?: true;
  /** There may be more of them than one write should take. */
  isMany?: true;
  /**
   * Deletes or empties rows, `most` at a time; its `changes` are fewer when nothing is left. `null` where a row says
   * nothing about anybody any more once the others are erased.
   */
  erase: ((subject: Subject, most: number, now: number) => Statement) | null;
  /** The files that rows name, by their ids; asked before the rows are erased. */
  filesOf?: (services: Services, subject: Subject) => Promise<string[]>;
  /** Deletes files that no row names any more, `known` and all that have lain there for a while. */
  sweepFiles?: (services: Services, known?: readonly string[]) => Promise<void>;
}

/** Everything of a customer; nothing if the guard does not hold. */
export function everythingOf(customerId: string, guard: SQL = sql`true`): Subject {
  return everythingOfAll(
    sql`(select ${customers.id} as id from ${customers} where ${customers.id} = ${customerId} and ${guard})`,
  );
}

/** Everything of the customers that a sub-select names as `id`, and of whoever was merged into them. */
export function everythingOfAll(roots: SQL): Subject {
  const them = withMerged(roots);
  return {
    customers: them,
    conversations: sql`(select ${conversations.id} as id from ${conversations} where ${conversations.customerId} in ${them})`,
    addresses: sql`(select ${identities.value} as address from ${identities} where ${identities.customerId} in ${them} and ${identities.kind} = 'email')`,
  };
}

/** Conversations that a condition names, and nothing else of their customers: whoever has a link has proven no more. */
export function onlyConversations(condition: SQL): Subject {
  return {
    customers: sql`(select '' as id where false)`,
    conversations: sql`(select ${conversations.id} as id from ${conversations} where ${condition})`,
    addresses: sql`(select '' as address where false)`,
  };
}

/** What is found by addresses that a select names as `address`, of people who are no customers. */
export function onlyAddresses(addresses: SQL): Subject {
  return {
    customers: sql`(select '' as id where false)`,
    conversations: sql`(select '' as id where false)`,
    addresses: sql`(${addresses})`,
  };
}

/** Deletes rows of a table with an id, `most` at a time. */
export function deleteSome(table: SQLiteTable, where: SQL, most: number): Statement {
  return sql`delete from ${table} where rowid in (select rowid from ${table} where ${where} limit ${most})`;
}

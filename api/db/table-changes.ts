import type { CompiledStatement } from './statements.ts';

/** How often tables were written to by this process: what was read of them holds as long as the figure stays. */
export interface TableChanges {
  of(tables: readonly string[]): number;
  /** Counts what statements write to, whatever came of it. */
  count(statements: readonly Pick<CompiledStatement, 'sql'>[]): void;
}

const written = /^\s*(?:insert(?: or \w+)? into|replace into|update(?: or \w+)?|delete from)\s+["`]?(\w+)/i;

/** A statement that doesn't begin with what it writes to counts for every table. */
export function countTableChanges(): TableChanges {
  const counts = new Map<string, number>();
  let elsewhere = 0;
  return {
    of: (tables) => tables.reduce((sum, table) => sum + (counts.get(table) ?? 0), elsewhere),
    count(statements) {
      for (const { sql } of statements) {
        const table = written.exec(sql)?.[1]?.toLowerCase();
        if (table === undefined) elsewhere += 1;
        else counts.set(table, (counts.get(table) ?? 0) + 1);
      }
    },
  };
}

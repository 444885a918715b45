import { DatabaseSync } from 'node:sqlite';

/** What an independent reader found in a copy of the database. */
export interface CheckedCopy {
  tables: number;
  rows: number;
}

/**
 * Reads a copy with another SQLite than the one that wrote it: structure, references, every row counted. Only ever for
 * files that no libSQL in this process has open. Throws with the first thing that is wrong.
 */
export function checkCopy(file: string): CheckedCopy {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const [integrity] = database.prepare('pragma integrity_check').all();
    if (integrity?.['integrity_check'] !== 'ok') throw new Error(`${file} is damaged: ${JSON.stringify(integrity)}`);
    const [orphan] = database.prepare('pragma foreign_key_check').all();
    if (orphan) throw new Error(`${file} has rows that refer to nothing: ${JSON.stringify(orphan)}`);
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
    const rows = tables.map(({ name }) => {
      const [counted] = database.prepare(`select count(*) as rows from "${String(name)}"`).all();
      return Number(counted?.['rows']);
    });
    return { tables: tables.length, rows: rows.reduce((sum, count) => sum + count, 0) };
  } finally {
    database.close();
  }
}

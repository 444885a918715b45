import { DatabaseSync } from 'node:sqlite';

/*
 * Reads a database file with an independent SQLite, in a process of its own: `node database-checker.ts <file> <query>`
 * prints the rows as JSON, after the checks of integrity and of foreign keys have passed.
 */
const [, , file = '', query = ''] = process.argv;
const database = new DatabaseSync(file);
const [check] = database.prepare('pragma integrity_check').all();
if (check?.['integrity_check'] !== 'ok') throw new Error(`The database is damaged: ${JSON.stringify(check)}`);
const orphans = database.prepare('pragma foreign_key_check').all();
if (orphans.length > 0) throw new Error(`Rows refer to nothing: ${JSON.stringify(orphans)}`);
process.stdout.write(JSON.stringify(database.prepare(query).all()));

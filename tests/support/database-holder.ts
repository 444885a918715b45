import { DatabaseSync } from 'node:sqlite';

/* Holds a database file as a foreign program would, until it is killed: `node database-holder.ts <file>`. */
const database = new DatabaseSync(process.argv[2] ?? '');
database.exec('create table if not exists foreigners (id integer); begin exclusive');
process.stdout.write('holding\n');
setInterval(() => undefined, 60_000);

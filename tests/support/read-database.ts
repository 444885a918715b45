import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const checker = join(import.meta.dirname, 'database-checker.ts');

/** Rows of a database file as an independent SQLite reads them, in a process of its own, after it has checked the file. */
export async function readDatabase<T>(file: string, query: string): Promise<T[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [checker, file, query]);
  return JSON.parse(stdout) as T[];
}

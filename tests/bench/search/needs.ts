import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A table cannot be made without a file that is not there. */
export class MissingData extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MissingData';
  }
}

/** The path of a file in the data folder. Throws `MissingData` that names it. */
export function dataFile(path: string): string {
  const folder = process.env['BENCH_DATA'];
  if (!folder) throw new MissingData(`BENCH_DATA is not set: the folder that holds ${path}`);
  const file = join(folder, path);
  if (!existsSync(file)) throw new MissingData(`${file} is not there`);
  return file;
}

import { inArray } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { forumPictures } from '../forum/pictures/tables.ts';
import { attachments } from './tables.ts';

/** Every table whose rows name files in the uploads folder: a file that none of them names is nobody's. */
export const fileTables = [attachments, forumPictures] as const;

/** Which of these files some row names. */
export async function namedOf({ read }: Database, ids: readonly string[]): Promise<Set<string>> {
  const named = new Set<string>();
  for (const table of fileTables) {
    const rows = await read
      .select({ id: table.id })
      .from(table)
      .where(inArray(table.id, [...ids]));
    for (const { id } of rows) named.add(id);
  }
  return named;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { onTestFinished } from 'vitest';
import { openTestDatabase } from '../../support/test-database.ts';

/** A table with a column of every sort that the portal uses. */
export const notes = sqliteTable('notes', {
  id: text('id').primaryKey(),
  body: text('body').notNull(),
  isRead: integer('is_read', { mode: 'boolean' }).notNull().default(false),
  tags: text('tags', { mode: 'json' }).$type<string[]>().notNull().default([]),
  parentId: text('parent_id'),
  writtenAt: integer('written_at'),
});

/** A file for a database, in a folder that goes when the test is over. */
export async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-db-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'notes.db');
}

/** An open database with an empty table of notes. */
export async function openNotes() {
  const file = await temporaryFile();
  const db = await openTestDatabase(file);
  onTestFinished(() => db.close());
  await db.raw.execute(
    `create table notes (
      id text primary key not null,
      body text not null,
      is_read integer not null default 0,
      tags text not null default '[]',
      parent_id text references notes (id),
      written_at integer
    ) strict`,
  );
  const ids = async () => (await db.read.select({ id: notes.id }).from(notes).orderBy(notes.id)).map(({ id }) => id);
  return { db, file, ids };
}

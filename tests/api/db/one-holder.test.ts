import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { DatabaseHeldError, openDatabase } from '../../../api/db/database.ts';
import { notes, openNotes, temporaryFile } from '../support/notes.ts';

const run = promisify(execFile);
const database = pathToFileURL(join(import.meta.dirname, '../../../api/db/database.ts')).href;

/** What becomes of opening a file in a process of its own. */
async function openElsewhere(file: string): Promise<string> {
  const script = `
    import { DatabaseHeldError, openDatabase } from ${JSON.stringify(database)};
    try {
      await (await openDatabase(${JSON.stringify(file)})).close();
      process.stdout.write('opened');
    } catch (error) {
      process.stdout.write(error instanceof DatabaseHeldError ? error.message : String(error));
    }`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  return stdout;
}

describe('a database file', () => {
  it('belongs to one process: another is told so, and changes nothing', { timeout: 60_000 }, async () => {
    const { db, file, ids } = await openNotes();
    await db.write([db.read.insert(notes).values({ id: 'ours', body: '' })]);
    expect(await openElsewhere(file)).toBe(`${file} is in use by another process`);
    await db.write([db.read.insert(notes).values({ id: 'still ours', body: '' })]);
    expect(await ids()).toEqual(['ours', 'still ours']);
    const { rows } = await db.raw.execute('pragma integrity_check');
    expect(rows).toMatchObject([{ integrity_check: 'ok' }]);
  });

  it('is held from the moment it is opened, before anything is written', { timeout: 60_000 }, async () => {
    const file = await temporaryFile();
    const db = await openDatabase(file);
    expect(await openElsewhere(file)).toBe(`${file} is in use by another process`);
    await db.close();
  });

  it('is free again when the process that had it has ended', { timeout: 60_000 }, async () => {
    const file = await temporaryFile();
    expect(await openElsewhere(file)).toBe('opened');
    expect(await openElsewhere(file)).toBe('opened');
  });

  it('cannot be opened twice by one process either', async () => {
    const { file } = await openNotes();
    await expect(openDatabase(file)).rejects.toThrow(DatabaseHeldError);
  });

  it('that cannot be opened at all is not said to be in use', async () => {
    const file = join(await temporaryFile(), 'no such folder', 'portal.db');
    const failure = await openDatabase(file).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(DatabaseHeldError);
  });

  it('is kept safe: every commit on disk, references checked, writes ahead', async () => {
    const { db } = await openNotes();
    const setting = async (name: string) => {
      const { rows } = await db.raw.execute(`pragma ${name}`);
      return rows[0]?.[name];
    };
    expect(await setting('journal_mode')).toBe('wal');
    expect(await setting('synchronous')).toBe(2);
    expect(await setting('foreign_keys')).toBe(1);
    expect(await setting('locking_mode')).toBe('exclusive');
  });
});

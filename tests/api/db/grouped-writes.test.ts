import { copyFile } from 'node:fs/promises';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { isUniqueViolation, openDatabase } from '../../../api/db/database.ts';
import { insertWhere } from '../../../api/db/statements.ts';
import { onlyOnFile } from '../../support/test-database.ts';
import { notes, openNotes, temporaryFile } from '../support/notes.ts';

describe('writes asked for at the same time', () => {
  it('are all stored, and each gets its own results', async () => {
    const { db, ids } = await openNotes();
    const add = (id: string) => db.read.insert(notes).values({ id, body: id });
    const results = await Promise.all([
      db.write([add('a'), add('b')]),
      db.write([db.read.update(notes).set({ body: 'changed' })]),
      db.write([db.read.delete(notes).where(eq(notes.id, 'nobody')), add('c'), db.read.delete(notes)]),
      db.write([add('d')]),
    ]);
    expect(results.map((result) => result.map(({ changes }) => changes))).toEqual([[1, 1], [2], [0, 1, 3], [1]]);
    expect(await ids()).toEqual(['d']);
  });

  it('do not fail with a bad one among them: it fails alone, and says why', async () => {
    const { db, ids } = await openNotes();
    const add = (id: string, parentId: string | null = null) =>
      db.read.insert(notes).values({ id, body: id, parentId });
    await db.write([add('taken')]);
    const outcomes = await Promise.allSettled([
      db.write([add('before')]),
      db.write([add('half of a pair'), add('taken')]),
      db.write([add('between')]),
      db.write([add('orphan', 'nobody')]),
      db.write([sql`insert into nowhere values (1)`]),
      db.write([add('after')]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(reasons.map(isUniqueViolation)).toEqual([true, false, false]);
    expect(reasons.map(String)).toEqual([
      expect.stringContaining('UNIQUE'),
      expect.stringContaining('FOREIGN KEY'),
      expect.stringContaining('no such table'),
    ]);
    expect(await ids()).toEqual(['after', 'before', 'between', 'taken']);
  });

  it('are stored in the order they were asked for', async () => {
    const { db } = await openNotes();
    await db.write([db.read.insert(notes).values({ id: 'a', body: '' })]);
    await Promise.all(
      ['m', 'a', 'd', 'o'].map((letter) =>
        db.write([db.read.update(notes).set({ body: sql`${notes.body} || ${letter}` })]),
      ),
    );
    expect(await db.read.select({ body: notes.body }).from(notes)).toEqual([{ body: 'mado' }]);
  });

  it('may be more than fit into one group', async () => {
    const { db, ids } = await openNotes();
    const add = (id: string) => db.read.insert(notes).values({ id, body: '' });
    const long = Array.from({ length: 1500 }, (_, index) => add(`long ${index}`));
    const results = await Promise.all([
      db.write([add('first')]),
      db.write(long),
      ...Array.from({ length: 1100 }, (_, index) => db.write([add(`short ${index}`)])),
    ]);
    expect(results.flat()).toHaveLength(2601);
    expect(await ids()).toHaveLength(2601);
  });

  it('see what those before them did: a guard holds for one of two', async () => {
    const { db, ids } = await openNotes();
    const onlyIfEmpty = sql`not exists (select 1 from ${notes})`;
    const add = (id: string) => db.write([insertWhere(notes, { id, body: '' }, onlyIfEmpty)]);
    const results = await Promise.all([add('a'), add('b')]);
    expect(results.flat().map(({ changes }) => changes)).toEqual([1, 0]);
    expect(await ids()).toEqual(['a']);
  });

  it(
    'are in the file itself when the database is closed, even if nobody waited',
    onlyOnFile('a database at a server has no file here'),
    async () => {
      const { db, file } = await openNotes();
      const written = db.write([db.read.insert(notes).values({ id: 'last words', body: '' })]);
      await db.close();
      expect(await written).toEqual([{ changes: 1 }]);
      const copy = await temporaryFile();
      await copyFile(file, copy);
      const copied = await openDatabase(copy);
      const rows = await copied.read.select({ id: notes.id }).from(notes);
      await copied.close();
      expect(rows).toEqual([{ id: 'last words' }]);
    },
  );

  it('with nothing in them do nothing', async () => {
    const { db } = await openNotes();
    expect(await db.write([])).toEqual([]);
  });
});

it('yes and no may stand in any statement: one and nought are what the database gets', async () => {
  const { db } = await openNotes();
  await db.write([db.read.insert(notes).values({ id: 'a', body: 'a' })]);
  expect(await db.read.select({ yes: sql`${true}`, no: sql`${false}` }).from(notes)).toEqual([{ yes: 1, no: 0 }]);
  const [changed] = await db.write([sql`update notes set body = 'b' where ${true}`]);
  expect(changed?.changes).toBe(1);
});

it('a write that gives rows back says how many it changed', async () => {
  const { db } = await openNotes();
  const adding = ['a', 'b'].map(
    (id) => sql`${insertWhere(notes, { id, body: id }, sql`${id} = 'a'`)} returning ${sql.identifier('id')}`,
  );
  const [done, refused] = await db.write(adding);
  expect([done, refused]).toEqual([{ changes: 1, returned: [['a']] }, { changes: 0 }]);
});

import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { compiled, insertWhere } from '../../../api/db/statements.ts';
import { notes, openNotes } from '../support/notes.ts';

const always = sql`1`;
const never = sql`0`;

describe('an insert with a guard', () => {
  it('writes the row when the guard holds, and says that it changed one', async () => {
    const { db } = await openNotes();
    const [result] = await db.write([insertWhere(notes, { id: 'a', body: 'text' }, always)]);
    expect(result).toEqual({ changes: 1 });
    expect(await db.read.select().from(notes)).toMatchObject([{ id: 'a', body: 'text' }]);
  });

  it('writes nothing when the guard does not hold, and says so', async () => {
    const { db, ids } = await openNotes();
    const [result] = await db.write([insertWhere(notes, { id: 'a', body: 'text' }, never)]);
    expect(result).toEqual({ changes: 0 });
    expect(await ids()).toEqual([]);
  });

  it('looks at the guard at the moment of writing', async () => {
    const { db, ids } = await openNotes();
    const hasFirst = sql`exists (select 1 from ${notes} where ${eq(notes.id, 'first')})`;
    const results = await db.write([
      insertWhere(notes, { id: 'too early', body: '' }, hasFirst),
      insertWhere(notes, { id: 'first', body: '' }, always),
      insertWhere(notes, { id: 'second', body: '' }, hasFirst),
    ]);
    expect(results.map(({ changes }) => changes)).toEqual([0, 1, 1]);
    expect(await ids()).toEqual(['first', 'second']);
  });

  it('writes lists as JSON, yes and no as numbers, nothing as null', async () => {
    const { db } = await openNotes();
    const row = { id: 'a', body: '', isRead: true, tags: ['靴', "'; drop table notes"], parentId: null, writtenAt: 7 };
    await db.write([insertWhere(notes, row, always)]);
    expect(await db.read.select().from(notes)).toEqual([row]);
    const { rows } = await db.raw.execute('select is_read, tags, parent_id, written_at from notes');
    expect(rows).toMatchObject([{ is_read: 1, tags: JSON.stringify(row.tags), parent_id: null, written_at: 7 }]);
  });

  it('leaves what is not given to the defaults of the schema', async () => {
    const { db } = await openNotes();
    await db.write([insertWhere(notes, { id: 'a', body: '', isRead: undefined, tags: undefined }, always)]);
    expect(await db.read.select().from(notes)).toEqual([
      { id: 'a', body: '', isRead: false, tags: [], parentId: null, writtenAt: null },
    ]);
  });

  it('takes SQL for a value, such as what another row has', async () => {
    const { db } = await openNotes();
    await db.write([
      insertWhere(notes, { id: 'a', body: 'of a' }, always),
      insertWhere(
        notes,
        {
          id: 'b',
          body: sql`(select ${notes.body} || '!' from ${notes} where ${eq(notes.id, 'a')})`,
          writtenAt: sql`1 + 1`,
        },
        always,
      ),
    ]);
    expect(await db.read.select().from(notes).where(eq(notes.id, 'b'))).toMatchObject([
      { body: 'of a!', writtenAt: 2 },
    ]);
  });

  it('never puts a value into the text of the statement', () => {
    const { sql: text, args } = compiled(insertWhere(notes, { id: "o'clock", body: '; --', isRead: false }, always));
    expect(text).toBe('insert into "notes" ("id", "body", "is_read") select ?, ?, ? where 1');
    expect(args).toEqual(["o'clock", '; --', 0]);
  });
});

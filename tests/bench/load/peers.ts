import { DatabaseSync } from 'node:sqlite';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { createClient } from '@libsql/client';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import fastify from 'fastify';
import { Hono } from 'hono';
import { type Database, openDatabase } from '../../../api/db/database.ts';
import { prepared } from '../../../api/db/statements.ts';

/*
 * What the portal is held against, each bare and in a process of its own: `node peers.ts <name> <port> <file or folder>`.
 * Databases are as safe as the portal's: written ahead, and on disk before the answer.
 */

const rows = sqliteTable('tickets', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  subject: text('subject').notNull(),
  message: text('message').notNull(),
  createdAt: integer('created_at').notNull(),
});
const schema = `create table if not exists tickets (
  id text primary key not null, email text not null, subject text not null, message text not null, created_at integer not null
) strict`;
const settings = ['pragma journal_mode = wal', 'pragma synchronous = full'];

interface Sent {
  email: string;
  subject: string;
  message: string;
}

const peers: Record<string, (port: number, place: string) => Promise<void>> = {
  /** Bare Hono; each request inserts one row with Drizzle on libSQL and waits for its own commit. */
  async 'hono-libsql'(port, file) {
    const client = createClient({ url: `file:${file}`, concurrency: 1 });
    for (const setting of [...settings, schema]) await client.execute(setting);
    const db = drizzle(client);
    await db.insert(rows).values(asRow('one', { email: 'emma@example.jp', subject: 'The row', message: 'to be read' }));
    const app = new Hono()
      .post('/tickets', async (c) => {
        const row = asRow(crypto.randomUUID(), await c.req.json<Sent>());
        await db.insert(rows).values(row);
        return c.json({ id: row.id }, 201);
      })
      .get('/tickets/:id', async (c) => {
        const [row] = await db
          .select()
          .from(rows)
          .where(eq(rows.id, c.req.param('id')));
        return row ? c.json(row) : c.notFound();
      });
    serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, ready);
  },
  /** The same row by the portal's own writes: waiting requests share a commit. What of the difference is grouping. */
  async 'hono-grouped'(port, file) {
    const db = await openDatabase(file);
    await db.raw.execute(schema);
    const insert = prepared(
      ({ read }: Database, { id, email, subject, message, createdAt }: ReturnType<typeof asRow>) => [
        read.insert(rows).values({ id, email, subject, message, createdAt }),
      ],
    );
    const app = new Hono().post('/tickets', async (c) => {
      const row = asRow(crypto.randomUUID(), await c.req.json<Sent>());
      await db.write(insert(db, row));
      return c.json({ id: row.id }, 201);
    });
    serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, ready);
  },
  /** Fastify with Node's own SQLite and a prepared statement; a commit for each request. */
  async 'fastify-sqlite'(port, file) {
    const database = new DatabaseSync(file);
    for (const setting of [...settings, schema]) database.exec(setting);
    const insert = database.prepare('insert into tickets values (?, ?, ?, ?, ?)');
    const app = fastify().post<{ Body: Sent }>('/tickets', (request, reply) => {
      const { id, email, subject, message, createdAt } = asRow(crypto.randomUUID(), request.body);
      insert.run(id, email, subject, message, createdAt);
      return reply.status(201).send({ id });
    });
    await app.listen({ port, host: '127.0.0.1' });
    ready();
  },
  /** Hono's own way to serve a folder, with compressed copies beside the files. */
  async 'hono-static'(port, folder) {
    const app = new Hono().use(serveStatic({ root: folder, precompressed: true }));
    serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, ready);
  },
};

const [, , name = '', port = '', place = ''] = process.argv;
await peers[name]?.(Number(port), place);

function asRow(id: string, { email, subject, message }: Sent) {
  return { id, email, subject, message, createdAt: Date.now() };
}

function ready(): void {
  process.stdout.write('ready\n');
}

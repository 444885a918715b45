import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readStatements } from '../../../api/db/reading.ts';
import { shownTables } from '../../../api/forum/kept.ts';
import { makePortal } from '../../support/services.ts';
import { onlyOnFile } from '../../support/test-database.ts';
import { sendJson } from '../support/ask.ts';
import { forumShells } from './pages/shells.ts';
import { answerIn, askIn, memberOf, seenBy, trust } from './support.ts';

type Portal = Awaited<ReturnType<typeof makePortal>>;

const forum = () => makePortal({ pages: forumShells });

/** Every address at which everybody reads what members wrote. */
const addresses = (number: number, member: string) => [
  '/en/forum/',
  '/en/forum/returns/',
  `/en/forum/${number}/`,
  `/en/forum/members/${member}/`,
  '/en/forum/feed.xml',
  '/en/forum/returns/feed.xml',
  `/en/forum/${number}/feed.xml`,
  '/api/forum/threads?language=en',
  `/api/forum/threads/${number}`,
  `/api/forum/members/${member}`,
];

async function textAt({ app }: Portal, path: string): Promise<string> {
  return (await app.request(path, { headers: { Accept: 'text/html' } })).text();
}

/** How many statements were read with meanwhile. */
async function readsOf(work: () => Promise<unknown>): Promise<string[]> {
  const read: string[] = [];
  const note = (statement: unknown) => read.push((statement as { sql: string }).sql);
  readStatements.subscribe(note);
  onTestFinished(() => {
    readStatements.unsubscribe(note);
  });
  await work();
  readStatements.unsubscribe(note);
  return read;
}

async function withThread() {
  const portal = await forum();
  const rose = await memberOf(portal, 'Rose');
  const ben = await memberOf(portal, 'Ben');
  await trust(portal, rose, ben);
  const { thread } = await askIn(rose, { title: 'Worn insoles', body: 'A question about xylophones' });
  const reply = await answerIn(ben, thread, 'An answer about zithers');
  return { portal, rose, ben, thread, reply };
}

const whyNotShared = 'of a shared database, which others write to, nothing is kept';

describe('what everybody reads of the forum', () => {
  it(
    'is read from the database once for all who are not signed in, until somebody writes',
    onlyOnFile(whyNotShared),
    async () => {
      const { portal, rose, ben, thread } = await withThread();
      for (const path of addresses(thread, rose.id)) {
        const first = await textAt(portal, path);
        const reads = await readsOf(async () => expect(await textAt(portal, path)).toBe(first));
        expect(reads, path).toEqual([]);
      }
      await answerIn(ben, thread, 'One more about oboes');
      for (const path of [`/en/forum/${thread}/`, `/en/forum/${thread}/feed.xml`, `/api/forum/threads/${thread}`]) {
        expect(await textAt(portal, path), path).toContain('oboes');
      }
    },
  );

  it('is without a post from the very next request on that follows its being hidden, and has it back when that is undone', async () => {
    const { portal, rose, ben, thread, reply } = await withThread();
    const moderator = await memberOf(portal, 'Mo', 'moderator');
    const shown = addresses(thread, rose.id);
    for (const path of shown) await textAt(portal, path);
    await ben.ask(`/api/forum/threads/${thread}`);

    const hide = async (post: string) => {
      const flagger = await memberOf(portal, 'Fay');
      await trust(portal, flagger);
      await sendJson(flagger.ask, `/api/moderation/posts/${post}/flags`, { reason: 'rude' });
      const queue = await moderator.ask('/api/moderation/reviewables?state=pending');
      const { reviewables } = (await queue.json()) as {
        reviewables: { id: string; version: number; post: { id: string } | null }[];
      };
      const items = reviewables.filter((one) => one.post?.id === post).map(({ id, version }) => ({ id, version }));
      const decided = await sendJson(moderator.ask, '/api/moderation/decisions', { items, action: 'hide' });
      expect(decided.status).toBe(201);
      return ((await decided.json()) as { id: string }).id;
    };
    const decision = await hide(reply.id);
    for (const path of shown) expect(await textAt(portal, path), path).not.toContain('zithers');
    expect((await seenBy(portal.app, thread)).replies).toBe(0);

    await moderator.ask(`/api/moderation/decisions/${decision}`, { method: 'DELETE' });
    expect(await textAt(portal, `/en/forum/${thread}/`)).toContain('zithers');

    await hide((await seenBy(portal.app, thread)).opening.id);
    for (const path of shown) expect(await textAt(portal, path), path).not.toContain('xylophones');
    const answer = await portal.app.request(`/en/forum/${thread}/`, { headers: { Accept: 'text/html' } });
    expect(answer.status).toBe(404);
  });

  it('is not what somebody sees who is signed in, nor the other way round', async () => {
    const { portal, rose, thread } = await withThread();
    const path = `/en/forum/${thread}/`;
    const read = async () => (await rose.ask(path, { headers: { Accept: 'text/html' } })).text();
    const [everybody, hers] = [await textAt(portal, path), await read()];
    expect(hers).toContain('id="reply"');
    expect(everybody).not.toContain('/edit"');
    expect(hers).toContain('/edit"');
    expect(await textAt(portal, path)).toBe(everybody);
  });

  it('is asked for once by many who ask at the same moment', onlyOnFile(whyNotShared), async () => {
    const { portal, thread } = await withThread();
    const one = await readsOf(() => textAt(portal, `/en/forum/${thread}/?a`));
    const many = await readsOf(() =>
      Promise.all(Array.from({ length: 10 }, () => textAt(portal, `/en/forum/${thread}/?b`))),
    );
    expect(many).toHaveLength(one.length);
  });

  it('comes from the tables whose changes are watched, and from no others', onlyOnFile(whyNotShared), async () => {
    const { portal, rose, thread } = await withThread();
    const reads = await readsOf(async () => {
      for (const path of [...addresses(thread, rose.id), '/forum/sitemap.xml', '/forum/sitemap-1.xml']) {
        await textAt(portal, path);
      }
    });
    const tables = reads.flatMap((text) =>
      [...text.matchAll(/\b(?:from|join)\s+"?([a-z]\w+)"?/g)].map(([, table = '']) => table),
    );
    const { rows } = await portal.services.db.raw.execute("select name from sqlite_schema where type = 'table'");
    const known = new Set(rows.map(({ name }) => name));
    const read = new Set(tables.filter((table) => known.has(table)));
    expect([...read].filter((table) => !(shownTables as readonly string[]).includes(table))).toEqual([]);
    expect(read.size).toBeGreaterThan(3);
  });

  it('is asked for anew after any write to those tables, by whatever statement', async () => {
    const { portal, rose, thread } = await withThread();
    const { db } = portal.services;
    const path = `/en/forum/${thread}/`;
    for (const [name, statement] of [
      ['Anna', sql`update accounts set name = 'Anna' where id = ${rose.id}`],
      ['Lily', sql` UPDATE "accounts" set name = 'Lily' where id = ${rose.id}`],
      [
        'Iris',
        sql`with who as (select ${rose.id} as id) update accounts set name = 'Iris' where id in (select id from who)`,
      ],
    ] as const) {
      await db.write([statement]);
      expect(await textAt(portal, path)).toContain(name);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { dataOfPerson } from '../../../api/privacy/export.ts';
import { erasePerson, finishAllErasures } from '../../../api/privacy/erase.ts';
import { makePortal } from '../../support/services.ts';
import { sendJson } from '../support/ask.ts';
import { fileOf, photo, sendFiles } from '../support/files.ts';
import { answerIn, askIn, memberOf, seenBy } from './support.ts';

/** Rose asked twice, answered Tom, and edited what she had said. */
async function talkedAbout() {
  const portal = await makePortal();
  const [rose, tom] = [await memberOf(portal, 'Rose Hidcote'), await memberOf(portal, 'Tom')];
  const uploaded = await sendFiles(rose.ask, '/api/forum/pictures', {}, [fileOf(await photo(), 'my-feet.jpg')]);
  const { id: picture, url } = (await uploaded.json()) as { id: string; url: string };
  await askIn(rose, { title: 'My bunions and your shoes', body: 'I live in Hidcote.', pictures: [picture] });
  await askIn(rose, { title: 'Nobody answers me', body: 'Anybody in Hidcote?' });
  await answerIn(tom, 1, 'Take the wide ones.');
  await askIn(tom, { title: 'Laces?', body: 'Which laces?' });
  const { id } = await answerIn(rose, 3, 'The waxed ones, says my sister.');
  const edit = { version: 1, body: 'The waxed ones.', reason: 'Left my sister out' };
  await sendJson(rose.ask, `/api/forum/posts/${id}`, edit, { method: 'PUT' });
  await sendJson(rose.ask, '/api/forum/threads/3/me-too', { wording: 'Laces for Rose?' }, { method: 'PUT' });
  await seenBy(rose, 3);
  return { portal, rose, tom, url };
}

describe('what a member wrote in the forum', () => {
  it('is in the copy of their data, and in nobody else’s', async () => {
    const { portal, rose, tom } = await talkedAbout();
    const { data } = await dataOfPerson(portal.services, { kind: 'member', id: rose.id });
    const text = JSON.stringify(data);
    for (const words of ['My bunions', 'I live in Hidcote.', 'says my sister', 'Laces for Rose?', 'my-feet.jpg']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Take the wide ones.');
    expect(data['forum_posts']).toHaveLength(3);
    expect(data['forum_members']).toMatchObject([{ posts: 3 }]);
    const others = JSON.stringify(await dataOfPerson(portal.services, { kind: 'member', id: tom.id }));
    expect(others).not.toContain('Hidcote');
  });

  it('goes when they are erased; their place and what others said stays', async () => {
    const { portal, rose, url } = await talkedAbout();
    expect((await portal.app.request(url)).status).toBe(200);
    await erasePerson(portal.services, { kind: 'member', id: rose.id }, { way: 'staff', accountId: null });
    const everything = await Promise.all(
      [
        'forum_threads',
        'forum_posts',
        'forum_revisions',
        'forum_me_toos',
        'forum_members',
        'forum_pictures',
        'accounts',
      ].map(async (table) => (await portal.services.db.raw.execute(`select * from ${table}`)).rows),
    );
    expect(JSON.stringify(everything)).not.toMatch(/Hidcote|bunions|sister|Rose|my-feet/);
    expect(await seenBy(portal.app, 1)).toMatchObject({
      title: '(A question that was erased)',
      opening: { author: { name: '' }, html: '' },
      posts: [{ html: '<p>Take the wide ones.</p>', author: { name: 'Tom' } }],
    });
    // Nobody had answered it.
    expect((await portal.app.request('/api/forum/threads/2')).status).toBe(404);
    expect(await seenBy(portal.app, 3)).toMatchObject({ replies: 1, meToos: 1, posts: [{ html: '' }] });
    expect((await portal.app.request(url)).status).toBe(404);
    expect((await portal.app.request(`/api/forum/members/${rose.id}`)).status).toBe(404);
  });

  it('goes with the thread that only its author wrote in, and solves nobody’s question any more', async () => {
    const portal = await makePortal();
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    const alone = await askIn(rose, { title: 'Nobody answers me', body: 'Anybody?' });
    await answerIn(rose, alone.thread, 'Still nobody?');
    const asked = await askIn(tom, { title: 'Laces?', body: 'Which laces?' });
    const { id } = await answerIn(rose, asked.thread, 'The waxed ones.');
    const path = `/api/forum/threads/${asked.thread}/accepted`;
    await sendJson(tom.ask, path, { post: id }, { method: 'PUT' });
    expect(await seenBy(portal.app, asked.thread)).toMatchObject({ lane: 'solved' });
    await erasePerson(portal.services, { kind: 'member', id: rose.id }, { way: 'staff', accountId: null });
    expect((await portal.app.request(`/api/forum/threads/${alone.thread}`)).status).toBe(404);
    expect(await seenBy(portal.app, asked.thread)).toMatchObject({ lane: 'answered', accepted: null });
    // Nor once something else in the thread is counted.
    await answerIn(tom, asked.thread, 'Thank you.');
    expect(await seenBy(portal.app, asked.thread)).toMatchObject({ lane: 'answered', accepted: null });
  });

  it.each(['member', 'customer'] as const)('goes however much it is, of a %s', async (kind) => {
    const portal = await makePortal();
    const { raw } = portal.services.db;
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    await askIn(tom);
    const { id } = await answerIn(rose, 1, 'I live in Hidcote.');
    await raw.execute({
      sql: `with recursive many (n) as (select 1 union all select n + 1 from many where n < 1200)
        insert into forum_posts (id, thread_id, author_id, body, html, rendered_as, visibility, created_at)
        select 'many-' || n, thread_id, author_id, body, html, 1, 'visible', created_at from many, forum_posts where id = ?`,
      args: [id],
    });
    if (kind === 'customer') {
      await raw.batch(
        [
          { sql: `insert into customers (id, language, created_at) values (?, 'en', 0)`, args: ['rose'] },
          {
            sql: `insert into identities (id, customer_id, kind, value, created_at) values ('rose', 'rose', 'email', ?, 0)`,
            args: [rose.email],
          },
        ],
        'write',
      );
    }
    const person = { kind, id: kind === 'member' ? rose.id : 'rose' };
    await erasePerson(portal.services, person, { way: 'staff', accountId: null });
    const { rows } = await raw.execute(`select count(*) as left from forum_posts where body like '%Hidcote%'`);
    expect(rows).toMatchObject([{ left: 0 }]);
  });

  it('goes when a crash cut its erasure short', async () => {
    const portal = await makePortal();
    const [rose, tom] = [await memberOf(portal, 'Rose'), await memberOf(portal, 'Tom')];
    await askIn(tom);
    await answerIn(rose, 1, 'I live in Hidcote.');
    await portal.services.db.raw.execute({
      sql: `update accounts set email = 'erased-' || id, name = '', state = 'suspended' where id = ?`,
      args: [rose.id],
    });
    await finishAllErasures(portal.services);
    const { rows } = await portal.services.db.raw.execute('select * from forum_posts');
    expect(JSON.stringify(rows)).not.toContain('Hidcote');
  });
});

import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { tellOfPosts } from '../../../../api/forum/subscriptions/tell.ts';
import { hostileTexts } from '../../../support/payloads.ts';
import { problemOf, sendJson } from '../../support/ask.ts';
import { answerIn, askIn } from '../support.ts';
import { asked, hourMs, makeFollowedForum, stopLink, subjects } from './subscribing.ts';

describe('whoever asks', () => {
  it('hears of each answer, once, in their language, with the answer and its address', async () => {
    const forum = await makeFollowedForum();
    const { rose, mia, number } = await asked(forum);
    const answer = await answerIn(mia, number, 'Yes, **within 30 days**.');
    const [mail, ...others] = await forum.send();
    expect(others).toEqual([]);
    expect(mail?.to).toEqual([rose.email]);
    expect(mail?.headers['subject']).toEqual(['Aruku: your question was answered: Can I return worn insoles?']);
    expect(mail?.text).toContain('Yes, within 30 days.');
    expect(mail?.text).toContain(`http://localhost:4321/en/forum/${number}/#post-${answer.id}`);
    expect(await forum.send()).toEqual([]);
    await forum.speaks(rose, 'ja');
    await answerIn(mia, number, 'One more thing.');
    expect(subjects(await forum.send())).toEqual(['【アルク】ご質問に回答がつきました：Can I return worn insoles?']);
  });

  it('can stop that by one click, and is not asked to follow it again', async () => {
    const forum = await makeFollowedForum();
    const { mia, number } = await asked(forum);
    await answerIn(mia, number, 'Yes.');
    const [mail] = await forum.send();
    const stop = stopLink(mail);
    expect(mail?.headers['list-unsubscribe-post']).toEqual(['List-Unsubscribe=One-Click']);
    expect(mail?.text).toContain(stop);
    expect(await (await forum.app.request(stop)).text()).toContain('Stop these e-mails?');
    expect(await forum.subscriptions()).toHaveLength(1);
    const clicked = await forum.app.request(stop, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(clicked.headers.get('Location')).toBe('/en/forum/mail/stopped/');
    expect(await (await forum.app.request('/ja/forum/mail/stopped/')).text()).toContain('メールを停止しました');
    await answerIn(mia, number, 'Really.');
    expect(await forum.send()).toEqual([]);
    expect(await forum.subscriptions()).toEqual([]);
  });

  it('is stopped by nobody else’s link', async () => {
    const forum = await makeFollowedForum();
    await asked(forum);
    const [{ id } = { id: '' }] = await forum.subscriptions();
    for (const link of [id, `${id}.`, `${id}.${'A'.repeat(32)}`, '.x']) {
      const path = `/en/forum/mail/stop/one/${link}/`;
      await problemOf(forum.app.request(path, { method: 'POST' }), 'link-unknown', 404);
    }
    expect(await forum.subscriptions()).toHaveLength(1);
  });
});

describe('a post', () => {
  it('is told of when it is approved, not when it was sent', async () => {
    const forum = await makeFollowedForum();
    const { number } = await asked(forum);
    const tom = await forum.member('Tom');
    const answer = await answerIn(tom, number, 'I did, last year.');
    await forum.show(answer.id, 'pending');
    expect(subjects(await forum.send()).length).toBeLessThanOrEqual(1);
    await forum.services.db.raw.execute('update forum_subscriptions set told_until = 0, mails = 0');
    await forum.services.db.raw.execute('delete from forum_news');
    await forum.show(answer.id);
    expect(await forum.send()).toHaveLength(1);
    // Hidden and shown again, it is no news.
    await forum.show(answer.id, 'hidden');
    await forum.show(answer.id);
    expect(await forum.send()).toEqual([]);
  });

  it('that was hidden before its mail left is mailed to nobody', async () => {
    const forum = await makeFollowedForum();
    const { mia, number } = await asked(forum);
    const answer = await answerIn(mia, number, 'Something rude.');
    await tellOfPosts(forum.services);
    await forum.show(answer.id, 'hidden');
    expect(await forum.send()).toEqual([]);
    expect((await forum.rows()).at(-1)).toMatchObject({ kind: 'forum-post', state: 'cancelled' });
  });

  it('is not mailed to its author, nor to whoever is suspended or was erased', async () => {
    const forum = await makeFollowedForum();
    const { rose, mia, number } = await asked(forum);
    const [tom, ken] = [await forum.member('Tom'), await forum.member('Ken')];
    for (const who of [mia, tom, ken]) expect((await forum.follow(who, number)).status).toBe(200);
    const { raw } = forum.services.db;
    await raw.execute({
      sql: 'insert into forum_members (account_id, suspended_until, created_at) values (?, ?, 0)',
      args: [tom.id, forum.time.now + hourMs],
    });
    await raw.execute({ sql: `update accounts set state = 'suspended' where id = ?`, args: [ken.id] });
    await answerIn(mia, number, 'Yes.');
    expect((await forum.send()).flatMap(({ to }) => to)).toEqual([rose.email]);
    // Suspended between the mail and its sending.
    await answerIn(mia, number, 'And one more.');
    await tellOfPosts(forum.services);
    await raw.execute({ sql: `update accounts set state = 'suspended' where id = ?`, args: [rose.id] });
    expect(await forum.send()).toEqual([]);
  });

  it('is mailed once to whoever follows both its thread and its board', async () => {
    const forum = await makeFollowedForum();
    const { mia, number } = await asked(forum);
    const tom = await forum.member('Tom');
    await forum.follow(tom, number);
    const path = '/api/forum/boards/en/returns/subscription';
    expect((await sendJson(tom.ask, path, { every: 'post' }, { method: 'PUT' })).status).toBe(200);
    await answerIn(mia, number, 'Yes.');
    expect((await forum.send()).filter(({ to }) => to[0] === tom.email)).toHaveLength(1);
    const talk = await askIn(mia, { kind: 'talk', title: 'Where do you walk?' });
    expect(subjects(await forum.send())).toEqual(['Aruku: Returns: Where do you walk?']);
    expect((await tom.ask(path, { method: 'DELETE' })).status).toBe(204);
    await answerIn(mia, talk.thread, 'I like the hills.');
    expect(await forum.send()).toEqual([]);
  });

  it('reaches many in batches, each once, also when two processes are at it', async () => {
    const forum = await makeFollowedForum();
    const { mia, number } = await asked(forum);
    const { raw } = forum.services.db;
    const thread = (await raw.execute({ sql: 'select id from forum_threads where number = ?', args: [number] }))
      .rows[0];
    await raw.batch(
      Array.from({ length: 450 }, (_, index) => [
        {
          sql: `insert into accounts (id, email, name, language, role, state, created_at) values (?, ?, 'x', 'en', 'member', 'active', 0)`,
          args: [`many-${index}`, `many-${index}@example.com`],
        },
        {
          sql: `insert into forum_subscriptions (id, account_id, thread_id, every, told_until, created_at) values (?, ?, ?, 'post', 0, 0)`,
          args: [`many-${index}`, `many-${index}`, thread?.['id'] as string],
        },
      ]).flat(),
      'write',
    );
    await answerIn(mia, number, 'Yes.');
    await Promise.all([tellOfPosts(forum.services), tellOfPosts(forum.services), tellOfPosts(forum.services)]);
    const told = (await forum.rows()).filter(
      ({ kind, recipient }) => kind === 'forum-post' && recipient.startsWith('many-'),
    );
    expect(told.map(({ recipient }) => recipient)).toHaveLength(new Set(told.map(({ recipient }) => recipient)).size);
    expect(new Set(told.map(({ recipient }) => recipient)).size).toBe(450);
  });
});

describe('an answer', () => {
  it('that is accepted brings its author a mail, once, and not what they accepted themselves', async () => {
    const forum = await makeFollowedForum();
    const { rose, number } = await asked(forum);
    const tom = await forum.member('Tom');
    const answer = await answerIn(tom, number, 'I did, last year.');
    await forum.show(answer.id);
    await forum.send();
    const accept = (post: string) =>
      sendJson(rose.ask, `/api/forum/threads/${number}/accepted`, { post }, { method: 'PUT' });
    expect((await accept(answer.id)).status).toBe(200);
    await rose.ask(`/api/forum/threads/${number}/accepted`, { method: 'DELETE' });
    await accept(answer.id);
    expect(await forum.send()).toEqual([]);
    forum.time.now += 3 * 60_000;
    const mails = await forum.send();
    expect(mails.map(({ to }) => to[0])).toEqual([tom.email]);
    expect(subjects(mails)).toEqual(['Aruku: your answer was accepted: Can I return worn insoles?']);
  });

  it('whose acceptance was taken back within two minutes brings none', async () => {
    const forum = await makeFollowedForum();
    const { rose, mia, number } = await asked(forum);
    const answer = await answerIn(mia, number, 'Yes.');
    await forum.send();
    await sendJson(rose.ask, `/api/forum/threads/${number}/accepted`, { post: answer.id }, { method: 'PUT' });
    await rose.ask(`/api/forum/threads/${number}/accepted`, { method: 'DELETE' });
    forum.time.now += 3 * 60_000;
    expect(await forum.send()).toEqual([]);
  });
});

it('whoever follows something sees what, and only their own', async () => {
  const forum = await makeFollowedForum();
  const { rose, number } = await asked(forum);
  const answer = await rose.ask('/api/forum/subscriptions');
  expect(await answer.json()).toEqual({
    subscriptions: [
      {
        every: 'post',
        language: 'en',
        board: 'returns',
        thread: { number, title: 'Can I return worn insoles?' },
        url: `/en/forum/${number}/`,
      },
    ],
  });
  const tom = await forum.member('Tom');
  expect(await (await tom.ask('/api/forum/subscriptions')).json()).toEqual({ subscriptions: [] });
  await problemOf(forum.follow(tom, 999), 'not-found', 404);
  const nowhere = '/api/forum/boards/en/nowhere/subscription';
  await problemOf(sendJson(tom.ask, nowhere, { every: 'day' }, { method: 'PUT' }), 'not-found', 404);
});

it('whatever hostile stands in titles, posts and names stays text in mails, and one line in their subjects', async () => {
  const forum = await makeFollowedForum();
  const [mia, rose] = [await forum.staff('Mia'), await forum.member('Rose')];
  const board = '/api/forum/boards/en/returns/subscription';
  await sendJson(rose.ask, board, { every: 'post' }, { method: 'PUT' });
  const tom = await forum.member('Tom');
  await sendJson(tom.ask, board, { every: 'day' }, { method: 'PUT' });
  const { raw } = forum.services.db;
  for (const text of hostileTexts) {
    await raw.execute('update forum_subscriptions set mails = 0');
    await raw.execute({ sql: 'update accounts set name = ? where id = ?', args: [text, mia.id] });
    await askIn(mia, { title: text.slice(0, 120), body: `${text}\n\nIs that right?` });
    const [mail] = await forum.send();
    expect(mail?.headers['subject'], text).toHaveLength(1);
    expectHarmless(mail?.html ?? '');
    expect(mail?.headers['bcc']).toBeUndefined();
  }
  forum.untilMorning();
  const [summary] = await forum.digest();
  expect(summary?.to).toEqual([tom.email]);
  expectHarmless(summary?.html ?? '');
});

function expectHarmless(html: string): void {
  const elements = parse(html).querySelectorAll('*');
  expect(elements.length).toBeGreaterThan(10);
  for (const { rawTagName, attributes } of elements) {
    expect(rawTagName).not.toMatch(/^(?:script|img|iframe|svg|object|textarea|form|input)$/i);
    expect(Object.keys(attributes).filter((name) => /^on/i.test(name))).toEqual([]);
    expect(attributes['href'] ?? 'http://localhost:4321/').toMatch(/^http:\/\/localhost:4321\//);
  }
}

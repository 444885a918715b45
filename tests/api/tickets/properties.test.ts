import { describe, expect, it } from 'vitest';
import { accounts } from '../../../api/accounts/tables.ts';
import { problemOf } from '../support/ask.ts';
import { article, mondayMorning } from '../../support/services.ts';
import { makeDesk } from './desk.ts';

const hourMs = 3_600_000;

async function staffed() {
  const desk = await makeDesk();
  const { services } = desk;
  const account = { name: 'Ichiro', language: 'ja', createdAt: services.clock() } as const;
  await services.db.write([
    services.db.read.insert(accounts).values([
      { ...account, id: 'ichiro', email: 'ichiro@aruku.example', role: 'agent' },
      { ...account, id: 'gone', email: 'gone@aruku.example', role: 'agent', state: 'suspended' },
      { ...account, id: 'editor', email: 'editor@aruku.example', role: 'editor' },
    ]),
  ]);
  await services.db.raw.execute("insert into teams (id, name, created_at) values ('laces', 'Laces', 1)");
  return { ...desk, reference: (await desk.received()).reference };
}

describe('the properties of a conversation', () => {
  it('change one by one, each with a line of the history under today’s names', async () => {
    const { set, read, reference, services } = await staffed();
    const until = services.clock() + hourMs;
    const wish = {
      subject: 'Left boot',
      category: 'returns',
      priority: 'urgent',
      team: 'laces',
      assignee: 'ichiro',
      tags: ['Two Left', 'VIP'],
      snoozedUntil: until,
    };
    expect((await set(reference, wish)).status).toBe(200);
    const { events, ...ticket } = await read(reference);
    expect(ticket).toMatchObject({
      ...wish,
      version: 2,
      tags: ['two-left', 'vip'],
      team: { id: 'laces', name: 'Laces' },
      assignee: { id: 'ichiro', name: 'Ichiro' },
    });
    expect(events.slice(1).map(({ kind, detail }) => [kind, detail])).toEqual([
      ['subject-changed', { from: 'Left boot, please', to: 'Left boot' }],
      ['category-changed', { to: 'returns' }],
      ['priority-changed', { from: 'normal', to: 'urgent' }],
      ['handed-over', { to: 'Laces' }],
      ['assigned', { to: 'Ichiro' }],
      ['snoozed', { until: new Date(until).toISOString() }],
      ['tagged', { tag: 'two-left' }],
      ['tagged', { tag: 'vip' }],
    ]);
    expect(events.at(-1)?.by).toBe('Emma Clark');
  });

  it('give it to nobody who stopped answering in the same moment', async () => {
    const { set, read, reference, services } = await staffed();
    const write = services.db.write.bind(services.db);
    services.db.write = async (statements) => {
      // The one with all of the change, not what a request writes by itself.
      if (statements.length < 4) return write(statements);
      services.db.write = write;
      await services.db.raw.execute("update accounts set state = 'suspended' where id = 'ichiro'");
      return write(statements);
    };
    expect((await set(reference, { assignee: 'ichiro', priority: 'high' })).status).toBe(409);
    expect(await read(reference)).toMatchObject({ version: 1, assignee: null, priority: 'normal' });
    expect((await set(reference, { assignee: 'ichiro' })).status).toBe(422);
  });

  it('are taken away by null, and what is left out stays', async () => {
    const { set, read, reference } = await staffed();
    await set(reference, { assignee: 'ichiro', team: 'laces', tags: ['vip'] });
    await set(reference, { assignee: null, tags: [] });
    expect(await read(reference)).toMatchObject({ assignee: null, tags: [], team: { id: 'laces' } });
  });

  it('that are so already change nothing', async () => {
    const { set, read, reference } = await staffed();
    await set(reference, { priority: 'normal', tags: [] });
    expect(await read(reference)).toMatchObject({ version: 1, events: [{ kind: 'opened' }] });
  });

  it.each([
    { assignee: 'gone' },
    { assignee: 'editor' },
    { assignee: 'nobody' },
    { team: 'nobody' },
    { category: 'nonsense' },
    { snoozedUntil: mondayMorning },
  ])('cannot be %o', async (wish) => {
    const { set, read, reference } = await staffed();
    const { errors } = await problemOf(set(reference, wish), 'invalid-input', 422);
    expect(errors?.map(({ pointer }) => pointer)).toEqual([`#/${Object.keys(wish)[0]}`]);
    expect((await read(reference)).version).toBe(1);
  });

  it('are not overwritten by who saw an older version', async () => {
    const { send, set, read, reference } = await staffed();
    await set(reference, { priority: 'high' });
    await problemOf(send(`${reference}/properties`, { version: 1, priority: 'low' }, 'PUT'), 'state-changed', 409);
    expect(await read(reference)).toMatchObject({ priority: 'high', version: 2 });
  });
});

describe('by when an answer is due', () => {
  it('follows the priority, in opening hours, for as long as somebody waits', async () => {
    const { set, read, reply, reference } = await staffed();
    const due = async () => (await read(reference)).dueAt;
    expect(await due()).toBe(mondayMorning + 8 * hourMs);
    await set(reference, { priority: 'urgent' });
    expect(await due()).toBe(mondayMorning + hourMs);
    await set(reference, { priority: 'low' });
    expect(await due()).toBe(mondayMorning + 24 * hourMs + 8 * hourMs);
    await reply(reference, 'One moment, please.');
    expect(await due()).toBeNull();
  });

  it('is reckoned anew from the customer’s next message, by the priority that holds then', async () => {
    const { set, read, reply, received, time, rows, reference } = await staffed();
    await set(reference, { priority: 'high' });
    await reply(reference, 'One moment, please.');
    time.now += hourMs;
    const [row] = await rows('select id from conversations');
    await received({ conversationId: row?.['id'] as string });
    expect((await read(reference)).dueAt).toBe(mondayMorning + hourMs + 4 * hourMs);
  });
});

describe('a note', () => {
  it('is for staff only, kept once for one key, and leaves the version as it is', async () => {
    const { staff, read, reference } = await staffed();
    const note = () =>
      staff.ask(`/api/tickets/${reference}/notes`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'a-key-of-notes' },
        body: JSON.stringify({ body: 'The last pair is put aside.' }),
      });
    expect([(await note()).status, (await note()).status]).toEqual([201, 201]);
    expect(await read(reference)).toMatchObject({
      version: 1,
      notes: [{ author: { name: 'Emma Clark' }, body: 'The last pair is put aside.' }],
    });
  });
});

describe('an article that a customer was led to', () => {
  it('is noted once, by its title; what is no article is refused', async () => {
    const { send, read, reference } = await staffed();
    for (const _ of [1, 2]) expect((await send(`${reference}/articles`, { url: article.url })).status).toBe(201);
    const { articles, events } = await read(reference);
    expect(articles).toEqual([{ url: article.url, title: article.title }]);
    expect(events.filter(({ kind }) => kind === 'article-linked')).toHaveLength(1);
    await problemOf(send(`${reference}/articles`, { url: '/ja/nowhere/' }), 'invalid-input', 422);
  });
});

describe('several conversations at once', () => {
  it('are changed where they are as they were seen; the rest is named with its reason, and all goes back', async () => {
    const { received, bulk, send, read, set, undo, reference } = await staffed();
    const other = (await received({ subject: 'Another' })).reference;
    const third = (await received({ subject: 'A third' })).reference;
    await set(other, { tags: ['old'], priority: 'low' });
    const seen = [await read(reference), await read(other), await read(third)];
    const tickets = seen.map(({ reference: each, version }) => ({ reference: each, version }));
    await set(third, { priority: 'high' });
    const answer = await send('bulk', {
      tickets: [...tickets, { reference: 'M-2222', version: 1 }],
      state: 'solved',
      assignee: 'ichiro',
      addTags: ['batch'],
      removeTags: ['old'],
    });
    const result = (await answer.json()) as Awaited<ReturnType<typeof bulk>>;
    expect(result).toMatchObject({
      changed: [reference, other],
      refused: [
        { reference: third, problem: 'state-changed' },
        { reference: 'M-2222', problem: 'not-found' },
      ],
    });
    expect(await read(other)).toMatchObject({
      state: 'solved',
      tags: ['batch'],
      assignee: { id: 'ichiro' },
      waitingSince: null,
    });
    await set(reference, { priority: 'urgent' });
    expect(await (await undo(result.undo)).json()).toEqual({
      changed: [other],
      refused: [{ reference, problem: 'state-changed' }],
      undo: null,
    });
    const before = seen[1];
    const unlike = { events: [], version: 0, otherTickets: [] };
    expect({ ...(await read(other)), ...unlike }).toEqual({ ...before, ...unlike });
    expect(await read(reference)).toMatchObject({ state: 'solved' });
    await problemOf(undo(result.undo), 'state-changed', 409);
    await problemOf(undo('nobody'), 'not-found', 404);
  });

  it('are not filed under a category that the portal does not have, and the problem names those it has', async () => {
    const { send, read, reference } = await staffed();
    const sent = send('bulk', { tickets: [{ reference, version: 1 }], category: 'nonsense' });
    const { errors } = await problemOf(sent, 'invalid-input', 422);
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['#/category']);
    expect(errors?.[0]?.detail).toContain('returns');
    expect(await read(reference)).toMatchObject({ category: null, version: 1 });
  });

  it('that may not go to a state are refused one by one', async () => {
    const { received, bulk, move, reference } = await staffed();
    const other = (await received({ subject: 'Another' })).reference;
    await move(other, 'spam');
    expect(await bulk([reference, other], { state: 'solved' })).toMatchObject({
      changed: [reference],
      refused: [{ reference: other, problem: 'state-refused' }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { ReceivedMessage } from '../../../api/tickets/receive.ts';
import type { Incoming } from '../../../api/tickets/incoming.ts';
import { receive } from '../../../api/tickets/receive.ts';
import type { TicketState } from '../../../api/tickets/contract.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { rowCounts } from '../support/stored.ts';
import { fromGrace, onceOf } from './incoming.ts';

async function makePortal() {
  const portal = await makeStaffedPortal();
  let keys = 0;
  const { raw } = portal.services.db;
  const receiveAny = (changes: Partial<Incoming> = {}, key = `key-${(keys += 1)}`) =>
    receive(portal.services, { ...fromGrace, ...changes }, onceOf(key));
  return {
    ...portal,
    raw,
    receiveAny,
    received: async (changes: Partial<Incoming> = {}, key?: string): Promise<ReceivedMessage> => {
      const received = await receiveAny(changes, key);
      if (received.isBlocked) throw new Error('the sender is blocked');
      return received;
    },
    rows: async (sql: string) => (await raw.execute(sql)).rows.map((row) => ({ ...row })),
  };
}

const grace: NonNullable<Incoming['sender']> = fromGrace.sender;

describe('what comes in through any channel', () => {
  it('opens a conversation of a new customer, with everything that was said', async () => {
    const { received, staff, rows, services } = await makePortal();
    const { reference, isNew } = await received({ quoted: '> Hello', category: 'returns' });
    expect(isNew).toBe(true);
    expect(await staff.read(reference)).toMatchObject({
      subject: fromGrace.subject,
      state: 'new',
      channel: 'pigeon',
      category: 'returns',
      name: 'Grace Hill',
      language: 'en',
      waitingSince: services.clock(),
      messages: [{ channel: 'pigeon', body: fromGrace.body, quoted: '> Hello', isSenderProven: false }],
    });
    expect(await rows('select kind, value, verified_at from identities')).toEqual([
      { kind: 'post', value: '1 Harbour Lane', verified_at: null },
    ]);
    expect(await rows('select detail from conversation_events')).toEqual([{ detail: '{"channel":"pigeon"}' }]);
  });

  it('has one customer for one identity, whom only a proof verifies', async () => {
    const { received, rows, services } = await makePortal();
    await received();
    await received({ sender: { ...grace, isProven: true }, subject: 'Another' });
    expect(await rows('select count(*) as count from customers')).toEqual([{ count: 1 }]);
    expect(await rows('select verified_at from identities')).toEqual([{ verified_at: services.clock() }]);
    expect(await rows('select is_sender_proven from messages order by rowid')).toEqual([
      { is_sender_proven: 0 },
      { is_sender_proven: 1 },
    ]);
  });

  it('is told that it has arrived only at an address, and only if that is wished', async () => {
    const { received, rows } = await makePortal();
    const email = { kind: 'email', value: 'grace@example.com', name: null, isProven: false } as const;
    await received();
    await received({ sender: email, isAcknowledged: false });
    expect(await rows('select recipient from outbox')).toEqual([]);
    await received({ sender: email });
    expect(await rows('select recipient from outbox')).toEqual([{ recipient: email.value }]);
  });

  it('sent again with the same key leads to the same, and other content is refused', async () => {
    const { received, services } = await makePortal();
    const first = await received({}, 'one-key');
    expect(await received({}, 'one-key')).toEqual(first);
    const answer = { conversationId: first.conversationId, body: 'And the laces.' };
    const second = await received(answer, 'two-key');
    expect(second).toEqual({ ...first, messageId: expect.not.stringMatching(first.messageId), isNew: false });
    expect(await received(answer, 'two-key')).toEqual(second);
    await expect(receive(services, fromGrace, { ...onceOf('one-key'), fingerprint: 'other' })).rejects.toMatchObject({
      slug: 'key-reused',
    });
    expect(await rowCounts(services.db)).toMatchObject({ conversations: 1, messages: 2 });
  });

  it('sent twenty times at once with one key is there once', async () => {
    const { received, services } = await makePortal();
    const { conversationId } = await received();
    const opening = await Promise.all(Array.from({ length: 20 }, () => received({ subject: 'Once' }, 'in-a-hurry')));
    const going = await Promise.all(Array.from({ length: 20 }, () => received({ conversationId }, 'in-haste')));
    expect(new Set(opening.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(new Set(going.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await rowCounts(services.db)).toMatchObject({ conversations: 2, messages: 3 });
  });
});

describe('what continues a conversation', () => {
  it.each<[TicketState, TicketState]>([
    ['new', 'new'],
    ['open', 'open'],
    ['waiting', 'open'],
    ['on-hold', 'open'],
    ['solved', 'open'],
    ['spam', 'spam'],
  ])('finds it %s and leaves it %s', async (from, to) => {
    const { received, staff, raw, rows, time, services } = await makePortal();
    const { reference, conversationId } = await received();
    const isOurs = from === 'new' || from === 'open' || from === 'on-hold';
    const since = isOurs ? services.clock() : null;
    await raw.execute({
      sql: 'update conversations set state = ?, waiting_since = ?, solved_at = 1',
      args: [from, since],
    });
    time.now += 60_000;
    expect(await received({ conversationId })).toMatchObject({ conversationId, reference, isNew: false });
    const ticket = await staff.read(reference);
    expect(ticket).toMatchObject({ state: to, version: 2, lastMessageAt: services.clock() });
    expect(ticket.waitingSince).toBe(to === 'spam' ? null : isOurs ? since : services.clock());
    const moved = await rows("select detail from conversation_events where kind = 'state-changed'");
    expect(moved).toEqual(from === to ? [] : [{ detail: JSON.stringify({ from, to }) }]);
  });

  it('wakes it when it sleeps', async () => {
    const { received, staff, raw, rows, services } = await makePortal();
    const { reference, conversationId } = await received();
    await raw.execute({ sql: 'update conversations set snoozed_until = ?', args: [services.clock() + 1000] });
    await received({ conversationId });
    expect((await staff.read(reference)).snoozedUntil).toBeNull();
    expect(await rows("select count(*) as count from conversation_events where kind = 'woken'")).toEqual([
      { count: 1 },
    ]);
  });

  it('opens one that is linked to it when it is closed, of the same customer', async () => {
    const { received, raw, rows } = await makePortal();
    const { conversationId, reference } = await received({ category: 'returns' });
    await raw.execute("update conversations set state = 'closed'");
    const other = { kind: 'post', value: '2 Harbour Lane', name: null, isProven: false } as const;
    const next = await received({ conversationId, subject: '', sender: other });
    expect(next).toMatchObject({ isNew: true });
    expect(next.conversationId).not.toBe(conversationId);
    expect(
      await rows(`select state, continues_id, subject, category, (select count(*) from customers) as customers,
        (select detail from conversation_events where kind = 'continued' and conversation_id = conversations.id) as detail
        from conversations order by rowid`),
    ).toEqual([
      {
        state: 'closed',
        continues_id: null,
        subject: fromGrace.subject,
        category: 'returns',
        customers: 1,
        detail: null,
      },
      {
        state: 'new',
        continues_id: conversationId,
        subject: fromGrace.subject,
        category: 'returns',
        customers: 1,
        detail: JSON.stringify({ from: reference }),
      },
    ]);
    expect(await rows('select count(distinct customer_id) as count from identities')).toEqual([{ count: 1 }]);
  });

  it('goes to where it went when it was merged', async () => {
    const { received, raw } = await makePortal();
    const into = await received();
    const gone = await received({ subject: 'The same again' });
    await raw.execute({
      sql: "update conversations set merged_into_id = ?, state = 'closed' where id = ?",
      args: [into.conversationId, gone.conversationId],
    });
    expect(await received({ conversationId: gone.conversationId })).toMatchObject({
      conversationId: into.conversationId,
      reference: into.reference,
      isNew: false,
    });
  });

  it('is refused where the conversation is erased, or never was', async () => {
    const { received, raw } = await makePortal();
    const { conversationId } = await received();
    await expect(received({ conversationId: 'nobody' })).rejects.toMatchObject({ slug: 'not-found' });
    await raw.execute('update conversations set erased_at = 1');
    await expect(received({ conversationId })).rejects.toMatchObject({ slug: 'request-erased' });
  });

  it('of whoever has the link says nothing about who that is', async () => {
    const portal = await makePortal();
    const { reference, requestUrl } = await openTicket(portal, lateParcel);
    const answer = await portal.app.request(`${requestUrl}messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ message: '追記です。' }),
    });
    expect(answer.status).toBe(201);
    expect((await portal.staff.read(reference)).messages).toMatchObject([
      { isSenderProven: false, sender: lateParcel.email },
      { isSenderProven: null, sender: lateParcel.email },
    ]);
  });

  it('leads whoever has the link to the new page when the request is closed', async () => {
    const portal = await makePortal();
    const { reference, requestUrl } = await openTicket(portal, lateParcel);
    await portal.raw.execute("update conversations set state = 'closed'");
    const answer = await portal.app.request(`${requestUrl}messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ message: 'また壊れました。' }),
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('Content-Location')).toMatch(/^\/ja\/requests\/[\w-]{32}\/$/);
    expect(answer.headers.get('Content-Location')).not.toBe(requestUrl);
    const request = (await answer.json()) as { reference: string; messages: object[] };
    expect(request.reference).not.toBe(reference);
    expect(request.messages).toMatchObject([{ body: 'また壊れました。' }]);
  });
});

describe('a blocked sender', () => {
  const email = { kind: 'email', value: 'noise@spam.example', name: null, isProven: true } as const;

  it.each(['noise@spam.example', '@spam.example'])(
    'blocked as %s opens nothing and continues nothing',
    async (value) => {
      const { received, receiveAny, raw, services } = await makePortal();
      const { conversationId } = await received();
      await raw.execute({
        sql: "insert into blocked_senders (id, kind, value, reason, created_at) values ('b', 'email', ?, 'noise', 1)",
        args: [value],
      });
      const before = await rowCounts(services.db);
      expect(await receiveAny({ sender: email })).toEqual({ isBlocked: true });
      expect(await receiveAny({ sender: email, conversationId })).toEqual({ isBlocked: true });
      expect(await rowCounts(services.db)).toEqual(before);
      expect(await receiveAny({ sender: { ...email, value: 'noise@other.example' } })).toMatchObject({ isNew: true });
      expect(await receiveAny({ sender: { ...email, kind: 'account' } })).toMatchObject({ isNew: true });
    },
  );

  it('is refused by the contact form and on the page of their request', async () => {
    const portal = await makePortal();
    const { requestUrl } = await openTicket(portal, lateParcel);
    await portal.raw.execute(
      "insert into blocked_senders (id, kind, value, reason, created_at) values ('b', 'email', 'hanako@example.jp', 'noise', 1)",
    );
    await expect(openTicket(portal, lateParcel)).rejects.toThrow('sender-blocked');
    const answer = await portal.app.request(`${requestUrl}messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ message: '追記です。' }),
    });
    expect(answer.status).toBe(403);
  });
});

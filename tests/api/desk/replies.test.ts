import { describe, expect, it } from 'vitest';
import type { CustomerRequest, TicketState } from '../../../api/tickets/contract.ts';
import { cast } from '../../support/cast.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { rowCounts } from '../support/stored.ts';

async function makeTicket(state: TicketState = 'new') {
  const portal = await makeStaffedPortal();
  const { reference, requestUrl } = await openTicket(portal, lateParcel);
  await portal.services.db.raw.execute({ sql: 'update conversations set state = ?', args: [state] });
  portal.time.now += 60_000;
  return {
    ...portal,
    reference,
    read: () => portal.staff.read(reference),
    reply: (message: string, key?: string) =>
      portal.staff.reply(reference, message, key === undefined ? {} : { 'Idempotency-Key': key }),
    writeAsCustomer: (message: string) => sendJson(portal.app.request, `${requestUrl}messages`, { message }),
    events: async () => {
      const { rows } = await portal.services.db.raw.execute(
        'select kind, detail, account_id from conversation_events order by created_at, id',
      );
      return rows.map((row) => ({
        kind: row['kind'],
        detail: JSON.parse(row['detail'] as string) as unknown,
        isStaff: row['account_id'] !== null,
      }));
    },
  };
}

describe('a reply', () => {
  it('reaches the customer under the agent’s name, and the ticket waits for them', async () => {
    const { reply, reference, staff, events, services } = await makeTicket();
    const answer = await reply('  本日お届けします。  ');
    expect(answer.status).toBe(201);
    const ticket = await staff.read(reference);
    expect(await answer.json()).toEqual(ticket);
    expect(ticket).toMatchObject({
      state: 'waiting',
      version: 2,
      lastMessageAt: services.clock(),
      messages: [
        { direction: 'in', body: lateParcel.message },
        { direction: 'out', author: cast.emma.name, body: '本日お届けします。', channel: 'web', trail: [] },
      ],
    });
    const detail = { from: 'new', to: 'waiting', message: ticket.messages[1]?.id };
    expect((await events()).at(-1)).toEqual({ kind: 'state-changed', detail, isStaff: true });
  });

  it.each<[TicketState, TicketState]>([
    ['new', 'waiting'],
    ['open', 'waiting'],
    ['on-hold', 'waiting'],
    ['solved', 'waiting'],
    ['closed', 'waiting'],
    ['waiting', 'waiting'],
    ['spam', 'spam'],
  ])('turns %s into %s', async (from, to) => {
    const { reply, read, events } = await makeTicket(from);
    const before = (await events()).length;
    await reply('ご連絡ありがとうございます。');
    expect((await read()).state).toBe(to);
    expect(await events()).toHaveLength(before + (from === to ? 0 : 1));
  });

  it('sent again with the same key is one reply', async () => {
    const { reply, read } = await makeTicket();
    const first = await (await reply('確認します。', 'a-key-of-the-desk')).json();
    const again = await reply('確認します。', 'a-key-of-the-desk');
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(first);
    expect((await read()).messages).toHaveLength(2);
  });

  it('sent ten times at once with the same key is one reply', async () => {
    const { reply, read } = await makeTicket();
    const answers = await Promise.all(Array.from({ length: 10 }, () => reply('確認します。', 'a-key-in-a-hurry')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await read()).toMatchObject({ version: 2, messages: [{}, { body: '確認します。' }] });
  });

  it('of two texts that race with one key one is stored and the other is told', async () => {
    const { reply, read } = await makeTicket();
    const texts = ['明日お届けします。', '明後日お届けします。'];
    const answers = await Promise.all(texts.map((text) => reply(text, 'one-key-for-two')));
    const stored = (await read()).messages.find(({ direction }) => direction === 'out');
    const winner = texts.indexOf(stored?.body ?? '');
    expect(answers[winner]?.status).toBe(201);
    await problemOf(answers[1 - winner] ?? Response.error(), 'key-reused', 422);
    expect((await read()).messages).toHaveLength(2);
  });

  it('without a key is a new one each time', async () => {
    const { reply, read } = await makeTicket();
    await reply('確認します。');
    await reply('確認します。');
    expect((await read()).messages).toHaveLength(3);
  });

  it('and the customer’s message that race are both kept', async () => {
    const { reply, writeAsCustomer, read } = await makeTicket();
    await Promise.all([reply('確認します。'), writeAsCustomer('まだですか。')]);
    const { messages, version } = await read();
    expect(messages.map(({ body }) => body).sort()).toEqual(
      [lateParcel.message, '確認します。', 'まだですか。'].sort(),
    );
    expect(version).toBe(3);
  });
});

describe('a customer’s message', () => {
  it.each<[TicketState, TicketState]>([
    ['waiting', 'open'],
    ['on-hold', 'open'],
    ['solved', 'open'],
    ['new', 'new'],
    ['open', 'open'],
    ['spam', 'spam'],
  ])('turns %s into %s', async (from, to) => {
    const { writeAsCustomer, read, events } = await makeTicket(from);
    const before = (await events()).length;
    expect((await writeAsCustomer('まだ届きません。')).status).toBe(201);
    expect(await read()).toMatchObject({ state: to, version: 2, messages: [{}, { direction: 'in' }] });
    const since = (await events()).slice(before);
    expect(since).toEqual(from === to ? [] : [{ kind: 'state-changed', detail: { from, to }, isStaff: false }]);
  });

  it('is answered with the conversation as the customer may see it', async () => {
    const { writeAsCustomer, reply, reference, time } = await makeTicket();
    await reply('いつ頃のご注文でしょうか。');
    time.now += 10_000;
    const request = (await (await writeAsCustomer('三月です。')).json()) as CustomerRequest;
    expect(Object.keys(request).sort()).toEqual([
      'answers',
      'createdAt',
      'language',
      'messages',
      'promisedBy',
      'reference',
      'state',
      'subject',
    ]);
    expect(request).toMatchObject({ reference, state: 'open' });
    expect(request.messages).toHaveLength(3);
    for (const message of request.messages) {
      expect(Object.keys(message).sort()).toEqual([
        'attachments',
        'author',
        'body',
        'channel',
        'createdAt',
        'direction',
        'id',
      ]);
    }
  });

  it('changes no other conversation', async () => {
    const portal = await makeTicket('solved');
    const other = await openTicket(portal, { ...lateParcel, subject: 'もう一件' });
    const before = await portal.read();
    await sendJson(portal.app.request, `${other.requestUrl}messages`, { message: '追記です。' });
    expect(await portal.read()).toEqual(before);
    expect((await rowCounts(portal.services.db)).messages).toBe(3);
  });
});

import { describe, expect, it } from 'vitest';
import type { TicketPage } from '../../../api/tickets/contract.ts';
import { sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';

const minuteMs = 60_000;

async function makeTicket() {
  const portal = await makeStaffedPortal();
  const { reference, requestUrl } = await openTicket(portal, lateParcel);
  const address = `/api/tickets/${reference}/messages`;
  return {
    ...portal,
    read: () => portal.staff.read(reference),
    replyHavingSeen: async (message: string, version: number) => {
      portal.time.now += minuteMs;
      return sendJson(portal.staff.ask, address, { message, version });
    },
    writeAsCustomer: async (message: string) => {
      portal.time.now += minuteMs;
      return sendJson(portal.app.request, `${requestUrl}messages`, { message });
    },
    toAnswer: async () => {
      const { tickets } = (await (await portal.staff.ask('/api/tickets')).json()) as TicketPage;
      return tickets.map((ticket) => ticket.subject);
    },
  };
}

describe('a reply by an agent who says what they have seen', () => {
  it('makes the ticket wait when they have seen everything', async () => {
    const { read, replyHavingSeen, writeAsCustomer } = await makeTicket();
    await writeAsCustomer('追記です。');
    const { version } = await read();
    expect((await replyHavingSeen('本日お届けします。', version)).status).toBe(201);
    expect((await read()).state).toBe('waiting');
  });

  it('is stored and leaves the ticket to be answered when the customer wrote meanwhile', async () => {
    const { read, replyHavingSeen, writeAsCustomer, toAnswer } = await makeTicket();
    const { version } = await read();
    await writeAsCustomer('もう一つ質問があります。');
    expect((await replyHavingSeen('本日お届けします。', version)).status).toBe(201);
    const ticket = await read();
    expect(ticket.state).toBe('new');
    expect(ticket.messages.map(({ body }) => body)).toEqual([
      lateParcel.message,
      'もう一つ質問があります。',
      '本日お届けします。',
    ]);
    expect(await toAnswer()).toEqual([lateParcel.subject]);
  });
});

describe('how long a customer has waited', () => {
  it('begins anew with the first message after an answer, and decides who is next', async () => {
    const portal = await makeTicket();
    portal.time.now += minuteMs;
    await openTicket(portal, { ...lateParcel, subject: 'later' });
    expect(await portal.toAnswer()).toEqual([lateParcel.subject, 'later']);

    await portal.replyHavingSeen('いつのご注文ですか。', 1);
    expect(await portal.toAnswer()).toEqual(['later']);
    await portal.writeAsCustomer('三月です。');
    expect(await portal.toAnswer()).toEqual(['later', lateParcel.subject]);
  });

  it('is not shortened by writing again', async () => {
    const portal = await makeTicket();
    portal.time.now += minuteMs;
    await openTicket(portal, { ...lateParcel, subject: 'later' });
    await portal.writeAsCustomer('まだでしょうか。');
    expect(await portal.toAnswer()).toEqual([lateParcel.subject, 'later']);
  });
});

describe('the promise of a first reply', () => {
  it('is kept by the first reply, and not made again', async () => {
    const { read, replyHavingSeen, writeAsCustomer } = await makeTicket();
    expect((await read()).promisedBy).not.toBeNull();
    await replyHavingSeen('確認します。', 1);
    expect((await read()).promisedBy).toBeNull();
    await writeAsCustomer('お願いします。');
    expect((await read()).promisedBy).toBeNull();
  });
});

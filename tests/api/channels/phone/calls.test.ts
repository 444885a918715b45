import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../../../api/tickets/contract.ts';
import { problemOf, sendJson } from '../../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../../support/portal.ts';
import { lateParcel } from '../../support/samples.ts';

const call = { caller: '090-1234-5678', subject: 'サイズの相談', message: '足の長さは24.5cm。', language: 'ja' };

async function makePortal() {
  const portal = await makeStaffedPortal();
  const log = (changes: object = {}, headers = {}) =>
    sendJson(portal.staff.ask, '/api/calls', { ...call, ...changes }, { headers });
  const logged = async (changes: object = {}, headers = {}) => (await (await log(changes, headers)).json()) as Ticket;
  return { ...portal, log, logged };
}

describe('a call that an agent logs', () => {
  it('opens a conversation of whoever has the number, which nothing leaves from by itself', async () => {
    const { logged, services } = await makePortal();
    const ticket = await logged({ name: '鈴木 健' });
    expect(ticket).toMatchObject({
      channel: 'phone',
      state: 'new',
      name: '鈴木 健',
      replyChannels: [],
      messages: [{ channel: 'phone', body: call.message, sender: '+819012345678', isSenderProven: null }],
    });
    expect((await services.db.raw.execute('select * from outbox')).rows).toEqual([]);
  });

  it.each([
    ['0120-000-417', '+81120000417'],
    ['０３（１２３４）５６７８', '+81312345678'],
    ['+81 90-1234-5678', '+819012345678'],
    ['+44 20 7946 0000', '+442079460000'],
  ])('knows %s as %s', async (caller, value) => {
    const { logged } = await makePortal();
    expect((await logged({ caller })).messages).toMatchObject([{ sender: value }]);
  });

  it('is of the same customer however the number is written', async () => {
    const { logged } = await makePortal();
    const first = await logged();
    const second = await logged({ caller: '+81 90 1234 5678', subject: 'もう一度' });
    expect(second.customerId).toBe(first.customerId);
    expect(second.otherTickets).toMatchObject([{ reference: first.reference }]);
  });

  it('continues the conversation that is named: the number is then known as its customer’s', async () => {
    const { logged, staff, ...portal } = await makePortal();
    const { reference } = await openTicket({ ...portal }, lateParcel);
    await staff.reply(reference, '本日お届けします。');
    portal.time.now += 60_000;
    const ticket = await logged({ reference });
    expect(ticket).toMatchObject({ reference, state: 'open', messages: [{}, {}, { channel: 'phone' }] });
    expect(ticket.replyChannels).toEqual(['web']);
    expect((await logged({ subject: 'また' })).customerId).toBe(ticket.customerId);
  });

  it('of somebody with an address is theirs', async () => {
    const { logged, ...portal } = await makePortal();
    const { reference } = await openTicket(portal, lateParcel);
    const { customerId } = await portal.staff.read(reference);
    expect(await logged({ caller: 'Hanako@example.jp' })).toMatchObject({
      customerId,
      replyChannels: ['web'],
    });
  });

  it('may be solved at once', async () => {
    const { logged } = await makePortal();
    expect(await logged({ isSolved: true })).toMatchObject({ state: 'solved', waitingSince: null, dueAt: null });
  });

  it('sent again with the same key is one call', async () => {
    const { logged, services } = await makePortal();
    const headers = { 'Idempotency-Key': 'a-key-of-calls' };
    const first = await logged({ isSolved: true }, headers);
    expect(await logged({ isSolved: true }, headers)).toEqual(first);
    expect((await services.db.raw.execute('select * from messages')).rows).toHaveLength(1);
  });

  it('needs a caller that is a number or an address, and a conversation that is there', async () => {
    const { log } = await makePortal();
    expect((await problemOf(log({ caller: 'a man from Kobe' }), 'invalid-input', 422)).errors).toMatchObject([
      { pointer: '#/caller' },
    ]);
    await problemOf(log({ reference: 'M-2222' }), 'not-found', 404);
  });
});

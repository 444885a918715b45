import { describe, expect, it } from 'vitest';
import type { CustomerRequest, Ticket } from '../../../api/tickets/contract.ts';
import { requestDataOf } from '../../../api/privacy/export.ts';
import { readRequest } from '../../../api/tickets/read.ts';
import { problemOf } from '../support/ask.ts';
import { openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { makeDesk, standing } from './desk.ts';

async function replied() {
  const desk = await makeDesk();
  const { reference } = await openTicket(desk, lateParcel);
  const before = await desk.read(reference);
  desk.time.now += 60_000;
  const after = await desk.reply(reference, '本日お届けします。');
  const reply = after.messages.at(-1);
  const id = (await desk.rows('select id from conversations'))[0]?.['id'] as string;
  return {
    ...desk,
    reference,
    before,
    after,
    reply,
    answer: (message: string) => desk.reply(reference, message),
    id: reply?.id ?? '',
    conversationId: id,
    seenByCustomer: async (): Promise<CustomerRequest['messages']> =>
      (await readRequest(desk.services.db, id, desk.services.clock())).messages,
    mails: () => desk.rows("select state from outbox where kind = 'ticket-replied'"),
  };
}

describe('a reply of one’s own', () => {
  it('can be taken back for ten seconds: nothing leaves, nobody sees it, and the ticket stands as it did', async () => {
    const { takeBack, reference, before, reply, id, read, seenByCustomer, mails, services, time, conversationId } =
      await replied();
    expect(reply).toMatchObject({ delivery: 'waiting', takeBackUntil: services.clock() + 10_000, isTakenBack: false });
    expect(await seenByCustomer()).toHaveLength(1);
    expect(JSON.stringify(await requestDataOf(services, conversationId))).not.toContain('本日お届けします。');
    expect((await takeBack(reference, id)).status).toBe(200);
    const after = await read(reference);
    expect(after.messages.at(-1)).toMatchObject({ delivery: 'cancelled', takeBackUntil: null, isTakenBack: true });
    expect(standing({ ...after, messages: before.messages })).toEqual(standing(before));
    expect(after.version).toBe(before.version + 2);
    expect(await mails()).toEqual([{ state: 'cancelled' }]);
    time.now += 60_000;
    expect(await seenByCustomer()).toHaveLength(1);
  });

  it('cannot be taken back once it has left, and is then seen', async () => {
    const { takeBack, reference, id, read, seenByCustomer, mails, time } = await replied();
    time.now += 10_000;
    await problemOf(takeBack(reference, id), 'state-refused', 409);
    expect((await read(reference)).messages.at(-1)).toMatchObject({ takeBackUntil: null, isTakenBack: false });
    expect(await mails()).toEqual([{ state: 'waiting' }]);
    expect(await seenByCustomer()).toHaveLength(2);
  });

  it('cannot be taken back while it is being sent', async () => {
    const { takeBack, reference, id, services } = await replied();
    await services.db.raw.execute("update outbox set lease = 'somebody', attempts = 1");
    await problemOf(takeBack(reference, id), 'state-refused', 409);
  });

  it('leaves the ticket open where the customer wrote meanwhile, and they wait since their first message', async () => {
    const { takeBack, reference, id, before, received, conversationId, read } = await replied();
    await received({ conversationId });
    await takeBack(reference, id);
    expect(await read(reference)).toMatchObject({ state: 'open', waitingSince: before.waitingSince });
  });

  it('leaves the ticket waiting where a colleague’s still stands, and as it was once both are taken back', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { takeBack, reference, id, before, read, answer, time } = await replied();
      time.now += 1000;
      const second = (await answer('追ってご連絡します。')).messages.at(-1)?.id ?? '';
      const [first, then] = order.map((index) => [id, second][index] ?? '');
      await takeBack(reference, first ?? '');
      expect(await read(reference)).toMatchObject({ state: 'waiting', waitingSince: null });
      await takeBack(reference, then ?? '');
      expect(standing({ ...(await read(reference)), messages: before.messages })).toEqual(standing(before));
    }
  });

  it('opens the ticket that it was split off into, if the customer has no answer there then', async () => {
    const { takeBack, reference, id, received, conversationId, read, answer, send, time } = await replied();
    await takeBack(reference, id);
    time.now += 60_000;
    const { messageId } = await received({ conversationId, body: '別の靴もお願いします。' });
    time.now += 1000;
    const answered = await answer('承りました。');
    const reply = answered.messages.at(-1)?.id ?? '';
    const wish = { version: answered.version, messages: [messageId, reply], subject: '別の靴' };
    const part = (await (await send(`${reference}/split`, wish)).json()) as { ticket: Ticket };
    expect(part.ticket.state).toBe('waiting');
    await takeBack(part.ticket.reference, reply);
    expect(await read(part.ticket.reference)).toMatchObject({ state: 'open', waitingSince: time.now - 1000 });
  });

  it('taken back twice at once is taken back once', async () => {
    const { takeBack, reference, id, rows } = await replied();
    const answers = await Promise.all([takeBack(reference, id), takeBack(reference, id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await rows("select count(*) as count from conversation_events where kind = 'reply-taken-back'")).toEqual([
      { count: 1 },
    ]);
  });
});

describe('a message that is not one’s own reply', () => {
  it('is not taken back', async () => {
    const { takeBack, reference, before, id, services } = await replied();
    await problemOf(takeBack(reference, before.messages[0]?.id ?? ''), 'not-found', 404);
    await services.db.raw.execute('update messages set author_account_id = null');
    await problemOf(takeBack(reference, id), 'state-refused', 409);
  });
});

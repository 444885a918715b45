import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../../api/tickets/contract.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { openTicket } from '../support/portal.ts';
import { lateParcel, wrongColour } from '../support/samples.ts';
import { makeDesk, standing } from './desk.ts';

async function makeTwo() {
  const desk = await makeDesk();
  const first = await openTicket(desk, lateParcel);
  desk.time.now += 60_000;
  const second = await openTicket(desk, { ...lateParcel, subject: 'まだ届きません' });
  desk.time.now += 60_000;
  await desk.send(`${second.reference}/notes`, { body: '倉庫に確認中です。' });
  await desk.set(second.reference, { tags: ['急ぎ'] });
  const merge = async (one: string, other: string) =>
    desk.send(`${one}/merge`, { version: await desk.versionOf(one), other });
  return { ...desk, first, second, merge };
}

describe('two conversations that are one', () => {
  it('become one, with everything that was said and noted, and the other’s link opens it', async () => {
    const { first, second, merge, read, app } = await makeTwo();
    const answer = (await (await merge(first.reference, second.reference)).json()) as { ticket: Ticket };
    expect(answer.ticket).toMatchObject({
      reference: first.reference,
      messages: [{ body: lateParcel.message }, { body: lateParcel.message }],
      notes: [{ body: '倉庫に確認中です。' }],
      tags: ['急ぎ'],
      otherTickets: [],
    });
    expect(answer.ticket.events.at(-1)).toMatchObject({ kind: 'merged', detail: { from: second.reference } });
    expect(await read(second.reference)).toMatchObject({
      state: 'closed',
      mergedInto: { reference: first.reference },
      messages: [],
      nextStates: [],
      replyChannels: [],
    });
    const posted = await sendJson(app.request, `${second.requestUrl}messages`, { message: '追記です。' });
    expect(await posted.json()).toMatchObject({ reference: first.reference, messages: [{}, {}, {}] });
  });

  it('come apart again as they were, unless somebody has changed one of them', async () => {
    const { first, second, merge, read, undo, set } = await makeTwo();
    const before = [await read(first.reference), await read(second.reference)];
    const merged = (await (await merge(first.reference, second.reference)).json()) as { undo: string };
    expect((await undo(merged.undo)).status).toBe(200);
    const after = [await read(first.reference), await read(second.reference)];
    expect(after.map(standing)).toEqual(before.map(standing));
    expect(after.map(({ version }) => version)).toEqual(before.map(({ version }) => version + 2));
    await problemOf(undo(merged.undo), 'state-changed', 409);

    const again = (await (await merge(first.reference, second.reference)).json()) as { undo: string };
    await set(first.reference, { priority: 'urgent' });
    await problemOf(undo(again.undo), 'state-changed', 409);
    expect((await read(second.reference)).mergedInto).not.toBeNull();
  });

  it('of which one goes on into a third lead there from wherever one comes', async () => {
    const desk = await makeTwo();
    const third = await openTicket(desk, { ...lateParcel, subject: '三件目' });
    await desk.merge(desk.first.reference, desk.second.reference);
    await desk.merge(third.reference, desk.first.reference);
    const posted = await sendJson(desk.app.request, `${desk.second.requestUrl}messages`, { message: '追記です。' });
    expect(await posted.json()).toMatchObject({ reference: third.reference });
    expect((await desk.read(third.reference)).messages).toHaveLength(4);
  });

  it('are not merged when they are of different customers, gone, the same, or already somewhere else', async () => {
    const desk = await makeTwo();
    const { first, second, merge } = desk;
    const foreign = await openTicket(desk, wrongColour);
    await problemOf(merge(first.reference, foreign.reference), 'other-customer', 409);
    await problemOf(merge(first.reference, 'M-2222'), 'not-found', 404);
    await problemOf(merge(first.reference, first.reference), 'invalid-input', 422);
    await merge(first.reference, second.reference);
    await problemOf(merge(first.reference, second.reference), 'merged', 409);
    await problemOf(desk.set(second.reference, { priority: 'low' }), 'merged', 409);
    await problemOf(desk.move(second.reference, 'open'), 'merged', 409);
  });
});

async function makeTwofold() {
  const desk = await makeDesk();
  const { reference, requestUrl } = await openTicket(desk, lateParcel);
  await desk.reply(reference, '本日お届けします。');
  desk.time.now += 60_000;
  await sendJson(desk.app.request, `${requestUrl}messages`, { message: '別件ですが、靴紐はありますか。' });
  const ticket = await desk.read(reference);
  const split = async (messages: string[]) =>
    desk.send(`${reference}/split`, { version: await desk.versionOf(reference), messages, subject: '靴紐について' });
  return { ...desk, reference, ticket, split, last: ticket.messages.at(-1)?.id ?? '' };
}

describe('a conversation about two things', () => {
  it('is split: what is chosen becomes one of its own, in which the customer waits', async () => {
    const { split, last, read, reference, ticket } = await makeTwofold();
    const made = (await (await split([last])).json()) as { ticket: Ticket };
    expect(made.ticket).toMatchObject({
      subject: '靴紐について',
      state: 'open',
      customer: ticket.customer,
      waitingSince: ticket.waitingSince,
      messages: [{ id: last }],
    });
    expect(made.ticket.reference).not.toBe(reference);
    const rest = await read(reference);
    expect(rest).toMatchObject({ waitingSince: null, dueAt: null, messages: [{}, {}] });
    expect(rest.events.at(-1)).toMatchObject({ kind: 'split', detail: { into: made.ticket.reference } });
  });

  it('is one again when that is undone', async () => {
    const { split, last, read, reference, ticket, undo } = await makeTwofold();
    const made = (await (await split([last])).json()) as { ticket: Ticket; undo: string };
    expect((await undo(made.undo)).status).toBe(200);
    expect(standing(await read(reference))).toEqual(standing(ticket));
    expect(await read(made.ticket.reference)).toMatchObject({ mergedInto: { reference }, messages: [] });
  });

  it('is not split by messages of another, or by all that the customer wrote', async () => {
    const { split, ticket } = await makeTwofold();
    await problemOf(split(['nobody']), 'invalid-input', 422);
    await problemOf(split(ticket.messages.map(({ id }) => id)), 'invalid-input', 422);
  });
});

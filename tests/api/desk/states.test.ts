import { describe, expect, it } from 'vitest';
import { type TicketState, ticketStates } from '../../../api/tickets/contract.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';
import { rowCounts } from '../support/stored.ts';

/** Every move that staff may make; all others are refused. */
const moves: Record<TicketState, readonly TicketState[]> = {
  new: ['open', 'waiting', 'on-hold', 'solved', 'spam'],
  open: ['waiting', 'on-hold', 'solved', 'spam'],
  waiting: ['open', 'on-hold', 'solved', 'spam'],
  'on-hold': ['open', 'waiting', 'solved', 'spam'],
  solved: ['open', 'closed'],
  closed: ['open'],
  spam: ['open'],
};

async function makeTicket() {
  const portal = await makeStaffedPortal();
  const { reference } = await openTicket(portal, lateParcel);
  portal.time.now += 60_000;
  return {
    ...portal,
    reference,
    read: () => portal.staff.read(reference),
    move: (state: string, version: number) => portal.staff.move(reference, state, version),
    put: (state: TicketState) =>
      portal.services.db.raw.execute({ sql: 'update conversations set state = ?, version = 1', args: [state] }),
  };
}

describe('the state of a ticket', () => {
  it.each(ticketStates)('moves from %s to where it may, and nowhere else', async (from) => {
    const { put, move, read } = await makeTicket();
    for (const to of ticketStates) {
      await put(from);
      const answer = await move(to, 1);
      if (moves[from].includes(to)) {
        expect(answer.status, `${from} to ${to}`).toBe(200);
        expect(await answer.json()).toMatchObject({ state: to, version: 2, nextStates: moves[to] });
        expect(await read()).toMatchObject({ state: to, version: 2 });
      } else {
        expect((await problemOf(answer, 'state-refused', 409)).detail).toBe(`${from} → ${to}`);
        expect(await read()).toMatchObject({ state: from, version: 1, nextStates: moves[from] });
      }
    }
  });

  it('leaves a line in the history: who moved it, from where, and when', async () => {
    const { move, services } = await makeTicket();
    await move('on-hold', 1);
    const { rows } = await services.db.raw.execute(
      "select detail, conversation_events.created_at, email from conversation_events join accounts on accounts.id = account_id where kind = 'state-changed'",
    );
    expect(rows).toMatchObject([{ email: 'emma@aruku.example', created_at: services.clock() }]);
    expect(JSON.parse(rows[0]?.['detail'] as string)).toEqual({ from: 'new', to: 'on-hold' });
  });

  it('is not a message: the ticket keeps its place in the lists', async () => {
    const { move, read } = await makeTicket();
    const { lastMessageAt } = await read();
    await move('open', 1);
    expect(await read()).toMatchObject({ lastMessageAt, messages: [{}] });
  });
});

describe('a change by somebody who saw an older version', () => {
  it('is refused, and overwrites nothing', async () => {
    const { move, read, services } = await makeTicket();
    await move('open', 1);
    const before = { ticket: await read(), counts: await rowCounts(services.db) };
    expect(await problemOf(move('solved', 1), 'state-changed', 409)).toMatchObject({
      title: 'ほかの人が先に更新しました',
    });
    expect({ ticket: await read(), counts: await rowCounts(services.db) }).toEqual(before);
    expect((await move('solved', before.ticket.version)).status).toBe(200);
  });

  it('is refused for a version that has not been yet', async () => {
    const { move, read } = await makeTicket();
    await problemOf(move('open', 2), 'state-changed', 409);
    expect(await read()).toMatchObject({ state: 'new', version: 1 });
  });

  it('is refused when the customer has written since', async () => {
    const portal = await makeStaffedPortal();
    const { reference, requestUrl } = await openTicket(portal, lateParcel);
    const seen = await portal.staff.read(reference);
    await sendJson(portal.app.request, `${requestUrl}messages`, { message: '大切なことを忘れていました。' });
    await problemOf(portal.staff.move(reference, 'solved', seen.version), 'state-changed', 409);
    expect(await portal.staff.read(reference)).toMatchObject({ state: 'new' });
  });

  it('is told apart from a move that is not allowed: what is newest comes first', async () => {
    const { move } = await makeTicket();
    await move('spam', 1);
    await problemOf(move('closed', 1), 'state-changed', 409);
    await problemOf(move('closed', 2), 'state-refused', 409);
  });

  it('loses a race: of two agents one moves it, the other is told', async () => {
    const { move, read, services } = await makeTicket();
    const wishes: TicketState[] = ['solved', 'on-hold'];
    const answers = await Promise.all(wishes.map((state) => move(state, 1)));
    const { state, version } = await read();
    expect(version).toBe(2);
    const winner = wishes.indexOf(state);
    expect(answers[winner]?.status).toBe(200);
    await problemOf(answers[1 - winner] ?? Response.error(), 'state-changed', 409);
    const { rows } = await services.db.raw.execute(
      "select detail from conversation_events where kind = 'state-changed'",
    );
    expect(rows.map((row) => JSON.parse(row['detail'] as string) as unknown)).toEqual([{ from: 'new', to: state }]);
  });
});

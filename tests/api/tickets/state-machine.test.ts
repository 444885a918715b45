import { describe, expect, it } from 'vitest';
import { changeState, closeByCustomer, reopenByCustomer } from '../../../api/tickets/change-state.ts';
import { closeSolved, wakeSnoozed } from '../../../api/tickets/by-the-clock.ts';
import { type TicketState, ticketStates } from '../../../api/tickets/contract.ts';
import { mayMove, type Mover, movers } from '../../../api/tickets/states.ts';
import { Problem } from '../../../api/problem.ts';
import { makeDesk } from './desk.ts';

/** The whole table once more, in other words: who may move a conversation from where to where. */
const allowed: Record<Mover, readonly `${TicketState} → ${TicketState}`[]> = {
  staff: [
    'new → open',
    'new → waiting',
    'new → on-hold',
    'new → solved',
    'new → spam',
    'open → waiting',
    'open → on-hold',
    'open → solved',
    'open → spam',
    'waiting → open',
    'waiting → on-hold',
    'waiting → solved',
    'waiting → spam',
    'on-hold → open',
    'on-hold → waiting',
    'on-hold → solved',
    'on-hold → spam',
    'solved → open',
    'solved → closed',
    'closed → open',
    'spam → open',
  ],
  reply: ['new → waiting', 'open → waiting', 'on-hold → waiting', 'solved → waiting', 'closed → waiting'],
  customer: ['new → solved', 'open → solved', 'waiting → solved', 'on-hold → solved', 'solved → open'],
  message: ['waiting → open', 'on-hold → open', 'solved → open'],
  portal: ['solved → closed'],
};
const dayMs = 86_400_000;

describe.each(movers)('moved by %s', (mover) => {
  it.each(ticketStates)('a conversation goes from %s to where the table says, and nowhere else', async (from) => {
    const desk = await makeDesk();
    const { services, received } = desk;
    const { conversationId: id, reference } = await received();
    const accountId = (await desk.rows('select id from accounts'))[0]?.['id'] as string;
    const by = { accountId, requestId: 'a-request' };
    for (const to of ticketStates) {
      expect(mayMove(from, to, mover), `${from} → ${to}`).toBe(allowed[mover].includes(`${from} → ${to}`));
      await services.db.raw.execute({
        sql: 'update conversations set state = ?, version = 1, merged_into_id = null, solved_at = 1, waiting_since = null',
        args: [from],
      });
      await services.db.raw.execute("delete from conversation_events where kind <> 'opened'");
      const tries: Partial<Record<Mover, () => Promise<unknown>>> = {
        staff: () => changeState(services, id, { state: to, version: 1 }, by),
        ...(to === 'waiting' ? { reply: () => desk.reply(reference, 'One moment, please.') } : {}),
        ...(to === 'solved' ? { customer: () => closeByCustomer(services, id) } : {}),
        ...(to === 'open'
          ? {
              customer: () => reopenByCustomer(services, id),
              message: () => received({ conversationId: id }),
            }
          : {}),
        ...(to === 'closed' ? { portal: () => closeSolved(services) } : {}),
      };
      const attempt = tries[mover];
      // Nothing that they can do would move it there.
      if (!attempt) continue;
      const refused = await attempt().then(
        () => null,
        (error: unknown) => error,
      );
      const { state, solvedAt, version } = await stateOf(desk, id);
      const moves = (await desk.rows("select detail from conversation_events where kind = 'state-changed'")).map(
        ({ detail }) => JSON.parse(detail as string) as object,
      );
      if (mayMove(from, to, mover)) {
        expect({ refused, state }, `${from} → ${to}`).toEqual({ refused: null, state: to });
        expect(moves).toMatchObject([{ from, to }]);
        expect(version).toBe(2);
        if (to === 'solved') expect(solvedAt).toBe(services.clock());
        if (to !== 'solved' && to !== 'closed') expect(solvedAt).toBeNull();
      } else {
        expect(state, `${from} → ${to}`).toBe(from);
        expect(moves).toEqual([]);
        if (mover === 'staff' || (mover === 'customer' && from !== to)) {
          expect((refused as Problem).slug).toBe('state-refused');
        }
      }
    }
  });
});

describe('how long somebody waits', () => {
  it('goes on where it was when a conversation is opened again without an answer', async () => {
    const { received, move, read, services, time } = await makeDesk();
    const { reference } = await received();
    const { waitingSince, dueAt } = await read(reference);
    time.now += 60_000;
    for (const state of ['spam', 'open', 'solved', 'open']) await move(reference, state);
    expect(await read(reference)).toMatchObject({ waitingSince, dueAt });
    expect(waitingSince).not.toBe(services.clock());
  });

  it('begins when a customer opens it again', async () => {
    const { received, reply, read, services, time } = await makeDesk();
    const { reference, conversationId } = await received();
    await reply(reference, 'Done.');
    await closeByCustomer(services, conversationId);
    expect(await read(reference)).toMatchObject({ state: 'solved', waitingSince: null, dueAt: null });
    time.now += 60_000;
    await reopenByCustomer(services, conversationId);
    expect(await read(reference)).toMatchObject({ state: 'open', waitingSince: services.clock() });
  });
});

describe('what the portal does by the clock', () => {
  it('closes what has been solved for as many days as it says, not a moment earlier', async () => {
    const desk = await makeDesk();
    const { services, received, move, time } = desk;
    const { reference, conversationId } = await received();
    const other = await received({ subject: 'Another' });
    await move(reference, 'solved');
    time.now += 7 * dayMs;
    await closeSolved(services);
    expect((await stateOf(desk, conversationId)).state).toBe('solved');
    time.now += 1;
    await closeSolved(services);
    expect((await stateOf(desk, conversationId)).state).toBe('closed');
    expect((await stateOf(desk, other.conversationId)).state).toBe('new');
  });

  it('wakes what sleeps when it is time, and says so', async () => {
    const { services, received, set, rows, time } = await makeDesk();
    const { reference } = await received();
    await set(reference, { snoozedUntil: services.clock() + 3_600_000 });
    const slept = () => rows('select snoozed_until, version from conversations');
    await wakeSnoozed(services);
    expect(await slept()).toEqual([{ snoozed_until: services.clock() + 3_600_000, version: 2 }]);
    time.now += 3_600_000;
    await wakeSnoozed(services);
    expect(await slept()).toEqual([{ snoozed_until: null, version: 3 }]);
    expect(
      await rows("select kind from conversation_events where kind in ('snoozed', 'woken') order by rowid"),
    ).toEqual([{ kind: 'snoozed' }, { kind: 'woken' }]);
  });
});

async function stateOf({ services }: Pick<Awaited<ReturnType<typeof makeDesk>>, 'services'>, id: string) {
  const { rows } = await services.db.raw.execute({
    sql: 'select state, solved_at, version from conversations where id = ?',
    args: [id],
  });
  const [row] = rows;
  return { state: row?.['state'], solvedAt: row?.['solved_at'], version: row?.['version'] };
}

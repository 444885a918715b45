import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  oneof,
  record,
  subarray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketStates } from '../../../api/tickets/contract.ts';
import { makeDesk } from './desk.ts';

/** What two agents and a customer may do to a conversation, each having seen what it was before the round. */
const deed = oneof(
  record({ kind: constant('move' as const), state: constantFrom(...ticketStates) }),
  record({ kind: constant('priority' as const), priority: constantFrom('low', 'high', 'urgent') }),
  record({ kind: constant('tags' as const), tags: subarray(['a', 'b', 'c']) }),
  record({ kind: constant('reply' as const) }),
  record({ kind: constant('note' as const) }),
  record({ kind: constant('write' as const) }),
  record({ kind: constant('bulk' as const), priority: constantFrom('low', 'high') }),
);
type Deed = typeof deed extends Arbitrary<infer T> ? T : never;

describe('whatever two agents and a customer do in the same moment', () => {
  it('loses nothing: each is either done, once and with its line in the history, or told of', async () => {
    const rounds = array(array(deed, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    await assert(
      asyncProperty(rounds, async (list) => {
        const desk = await makeDesk();
        const { reference, conversationId } = await desk.received();
        const done = { messages: 1, notes: 0 };
        for (const deeds of list) {
          desk.time.now += 60_000;
          const before = await desk.read(reference);
          const counts = await history(desk);
          const results = await Promise.all(
            deeds.map((each) => act(desk, reference, conversationId, before.version, each)),
          );
          const after = await desk.read(reference);
          // Each that says so was done; whoever saw an older version was told.
          const written = deeds.filter((_, index) => results[index] === 'done');
          done.messages += written.filter(({ kind }) => kind === 'reply' || kind === 'write').length;
          done.notes += written.filter(({ kind }) => kind === 'note').length;
          const grown = written.filter(({ kind }) => kind !== 'note').length;
          expect(after.messages.length + (await continued(desk, conversationId))).toBe(done.messages);
          expect(after.notes).toHaveLength(done.notes);
          expect(after.version).toBeGreaterThanOrEqual(before.version);
          expect(after.version - before.version).toBeLessThanOrEqual(grown);
          // At most one that had to be the first was.
          const guarded = written.filter(({ kind }) => kind === 'move');
          expect(guarded.length).toBeLessThanOrEqual(1);
          // What is otherwise than before stands in the history.
          const kinds = (await history(desk)).slice(counts.length).map(({ kind }) => kind as string);
          if (after.state !== before.state) expect(kinds).toContain('state-changed');
          if (after.priority !== before.priority) expect(kinds).toContain('priority-changed');
          if (after.tags.join() !== before.tags.join())
            expect(kinds.some((kind) => kind.endsWith('tagged'))).toBe(true);
          const last = (await history(desk)).findLast(({ kind }) => kind === 'state-changed');
          if (last) expect(JSON.parse(last['detail'] as string)).toMatchObject({ to: after.state });
          // Nobody waits without a time by which they are to be answered, and the other way round.
          expect(after.dueAt === null).toBe(after.waitingSince === null);
        }
      }),
      { numRuns: 15, seed: 20_261_116 },
    );
  }, 180_000);
});

type Desk = Awaited<ReturnType<typeof makeDesk>>;

/** Does one thing; `done` or the problem that was told. */
async function act(desk: Desk, reference: string, id: string, version: number, deed: Deed): Promise<string> {
  if (deed.kind === 'write') {
    await desk.received({ conversationId: id });
    return 'done';
  }
  const answer = await sent(desk, reference, version, deed);
  if (!answer.ok) {
    expect(answer.status).toBe(409);
    return ((await answer.json()) as { type: string }).type;
  }
  if (deed.kind !== 'bulk') return 'done';
  const { changed } = (await answer.json()) as { changed: string[] };
  return changed.length === 1 ? 'done' : 'refused';
}

function sent({ send }: Desk, reference: string, version: number, deed: Exclude<Deed, { kind: 'write' }>) {
  switch (deed.kind) {
    case 'move':
      return send(`${reference}/state`, { state: deed.state, version }, 'PUT');
    case 'priority':
      return send(`${reference}/properties`, { priority: deed.priority, version }, 'PUT');
    case 'tags':
      return send(`${reference}/properties`, { tags: deed.tags, version }, 'PUT');
    case 'reply':
      return send(`${reference}/messages`, { message: 'One moment, please.', version });
    case 'note':
      return send(`${reference}/notes`, { body: 'Asked the warehouse.' });
    case 'bulk':
      return send('bulk', { tickets: [{ reference, version }], priority: deed.priority });
  }
}

function history(desk: Desk) {
  return desk.rows(`select kind, detail from conversation_events where conversation_id =
    (select id from conversations order by rowid limit 1) order by rowid`);
}

/** Messages that opened conversations which go on from it, since it was closed. */
async function continued(desk: Desk, id: string): Promise<number> {
  const [row] = await desk.rows(`select count(*) as count from messages where conversation_id <> '${id}'`);
  return row?.['count'] as number;
}

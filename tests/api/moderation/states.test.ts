import { describe, expect, it } from 'vitest';
import { visibilities, type Visibility } from '../../../api/forum/contract.ts';
import { decisionActions, reviewableStates } from '../../../api/moderation/contract.ts';
import { actionsFrom, effects, mayDecide, mayMove, movers } from '../../../api/moderation/states.ts';
import { undoDecision } from '../../../api/moderation/undo.ts';
import { makeModeration } from './some-moderation.ts';

/** The whole table, as it is meant: from, to, and by whom. */
const meant = [
  'pending pending flag withdrawal author portal',
  'pending approved moderator withdrawal answer',
  'pending rejected moderator answer',
  'pending ignored moderator withdrawal',
  'pending removed moderator author answer',
  'approved pending undo flag author portal',
  'approved rejected moderator undo',
  'approved ignored undo',
  'approved removed moderator undo author',
  'rejected pending undo author appeal',
  'rejected approved moderator undo',
  'rejected rejected moderator undo',
  'rejected ignored undo',
  'rejected removed moderator author',
  'ignored pending undo flag author portal',
  'ignored approved moderator',
  'ignored rejected moderator',
  'ignored removed moderator author',
  'removed pending undo appeal',
  'removed approved moderator undo',
  'removed rejected undo',
  'removed ignored undo',
];

/** Lines, and the words of each, in one order. */
function sorted(lines: readonly string[]): string[] {
  return lines.map((line) => line.split(' ').toSorted().join(' ')).toSorted();
}

describe('what moderators look at', () => {
  it('goes from state to state as the table says, and no other way', () => {
    const found = reviewableStates.flatMap((from) =>
      reviewableStates.flatMap((to) => {
        const who = movers.filter((mover) => mayMove(from, to, mover));
        return who.length === 0 ? [] : [[from, to, ...who].join(' ')];
      }),
    );
    expect(sorted(found)).toEqual(sorted(meant));
  });

  it('is decided on by nothing that the table does not know', () => {
    for (const action of decisionActions) {
      const { from, to } = effects[action];
      for (const state of from) {
        const changes = visibilities.some((visibility) => mayDecide(action, { kind: 'post', state, visibility }));
        if (changes) expect(mayMove(state, to, 'moderator'), `${action} from ${state}`).toBe(true);
        // Undoing it leads back.
        if (changes) expect(mayMove(to, state, 'undo'), `undoing ${action} from ${state}`).toBe(true);
      }
    }
  });

  const standings = reviewableStates.flatMap((state) =>
    (visibilities as readonly Visibility[]).map((visibility) => ({ state, visibility })),
  );

  it.each(decisionActions)(
    'is changed by the action where it may be, refuses it elsewhere, and comes back: %s',
    async (action) => {
      const forum = await makeModeration();
      const thread = await forum.thread();
      for (const { state, visibility } of standings) {
        const post = await forum.queued(thread.id);
        const { db } = forum.services;
        const verdict = state === 'pending' ? null : state;
        await db.raw.execute({ sql: 'update forum_posts set visibility = ? where id = ?', args: [visibility, post] });
        await db.raw.execute({
          sql: 'update reviewables set state = ?, verdict = ? where subject_id = ?',
          args: [state, verdict, post],
        });
        const { id, decided, refused } = await forum.verdict(action, [post]);
        const name = `${action} on ${state}, ${visibility}`;
        const isAllowed = actionsFrom({ kind: 'post', state, visibility }, false).includes(action);
        expect(decided.length === 1, name).toBe(isAllowed);
        if (!isAllowed) {
          expect(refused, name).toEqual([{ id: (await forum.of(post)).id, why: 'state-refused' }]);
          expect(await forum.of(post), name).toMatchObject({ state, version: 1 });
          continue;
        }
        expect(await forum.of(post), name).toMatchObject({ state: effects[action].to, version: 2 });
        expect(await forum.visibility(post), name).toBe(effects[action].visibility);
        await undoDecision(forum.services, id, forum.max);
        expect(await forum.of(post), name).toMatchObject({ state, version: 3, row: { verdict, score: 1 } });
        expect(await forum.visibility(post), name).toBe(visibility);
      }
    },
  );
});

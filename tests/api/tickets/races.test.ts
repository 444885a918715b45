import { array, assert, asyncProperty } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actAsAgent, actAsCustomer, type Outcome } from './racing/act.ts';
import { round, type Round } from './racing/deeds.ts';
import {
  expectAuthors,
  expectConsistent,
  expectNothingLost,
  expectReadByCustomers,
  expectRightDepartures,
  expectUndone,
  expectVersions,
} from './racing/what-holds.ts';
import { makeRacingDesk, passTime, type RacingDesk, type Run } from './racing/world.ts';

describe('whatever two or three agents and a customer do in the same moment', () => {
  it('loses nothing: each is either done, once and with its line in the history, or told of', async () => {
    const desk = await makeRacingDesk();
    const seen = { accepted: 0, refused: 0 };
    await assert(
      asyncProperty(array(round, { minLength: 1, maxLength: 10, size: 'max' }), async (rounds) => {
        const run = await desk.begin();
        let before = await run.read();
        for (const one of rounds) {
          await passTime(desk, one.pauseMs);
          const now = await run.read();
          const outcomes = await race(desk, run, one, { before, now });
          const after = await run.read();
          for (const change of run.accepted.undoable.values()) change.after ??= after;
          expectNothingLost(after, run.accepted);
          expectRightDepartures(after);
          expectVersions(now, after, outcomes);
          expectAuthors(now, after, outcomes);
          expectUndone(now, after, outcomes, run.accepted);
          expectConsistent(after);
          await expectReadByCustomers(desk, after, run.accepted);
          for (const { isAccepted } of outcomes) seen[isAccepted ? 'accepted' : 'refused'] += 1;
          before = now;
        }
      }),
      { numRuns: 60, seed: 20_261_116 },
    );
    // Both have been met, often.
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(100);
  }, 180_000);
});

function race(
  desk: RacingDesk,
  run: Run,
  { agents, customer }: Round,
  then: Parameters<typeof actAsAgent>[4],
): Promise<Outcome[]> {
  return Promise.all([
    ...agents.flatMap((deed, index) => {
      const agent = desk.agents[index];
      return deed && agent ? [actAsAgent(desk, run, agent, deed, then)] : [];
    }),
    ...(customer ? [actAsCustomer(desk, run, customer, then.now)] : []),
  ]);
}

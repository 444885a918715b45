import { beforeAll, describe, expect, it } from 'vitest';
import { busy } from '../bench/faults/busy.ts';
import { clock } from '../bench/faults/clock.ts';
import { foreignProcess } from '../bench/faults/foreign-process.ts';
import { fullDisk } from '../bench/faults/full-disk.ts';
import { kills } from '../bench/faults/kills.ts';
import { logCuts } from '../bench/faults/log-cuts.ts';
import type { Outcome } from '../bench/faults/outcome.ts';
import { buildOnce } from '../support/build-once.ts';

/*
 * The short form of `npm run bench:faults`. How long a start takes is left to that: this machine may be busy.
 */

const isTimed = /^ready again after|^a file that is held at start/;

async function expectHeld(skip: (reason: string) => void, provoke: () => Promise<Outcome>): Promise<void> {
  const { held, notRun } = await provoke();
  if (notRun !== undefined) skip(notRun);
  expect(held.filter(({ what, isMet }) => !isMet && !isTimed.test(what)).map(({ what }) => what)).toEqual([]);
  expect(held.length).toBeGreaterThan(1);
}

beforeAll(buildOnce);

describe('the portal', () => {
  it('loses nothing that was acknowledged, halves nothing and doubles nothing when it is killed', ({ skip }) =>
    expectHeld(skip, () => kills(4)));

  it('opens a log that was cut or damaged as far as it is whole', ({ skip }) => expectHeld(skip, () => logCuts(12)));

  it('goes on answering when the disk is full, and writes again when there is room', ({ skip }) =>
    expectHeld(skip, fullDisk));

  it('lets no foreign program write, and names the one that has its file', ({ skip }) =>
    expectHeld(skip, foreignProcess));

  it('renews a connection that met a busy file, with all its settings', ({ skip }) => expectHeld(skip, busy));

  it('goes on while the clock goes forward and back', ({ skip }) => expectHeld(skip, clock));
});

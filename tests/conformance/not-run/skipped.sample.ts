import { describe, expect, it } from 'vitest';
import { runOnlyIf } from '../../support/not-run.ts';

const nothing = () => expect(1).toBe(1);

describe('a machine', runOnlyIf(false, 'it is switched off'), () => {
  it('hums', nothing);
});
it('flies', runOnlyIf(false, 'there is no sky'), nothing);
it('swims', ({ skip }) => skip('there is no sea'));
it('is skipped by a skip without a reason', ({ skip }) => skip());
it('walks', runOnlyIf(true, 'there is no ground'), nothing);

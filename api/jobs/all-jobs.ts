import { forgetOldKeys } from '../db/idempotency.ts';
import { forgetOldTokens } from '../tokens/one-time-tokens.ts';
import type { Job } from './jobs.ts';

const day = 86_400_000;

/** Everything the portal does by itself, by the clock. */
export const allJobs: readonly Job[] = [
  {
    name: 'forget-what-has-ended',
    everyMs: day,
    run: async ({ db, clock, sessions }) => {
      await forgetOldKeys(db, clock());
      await forgetOldTokens(db, clock());
      await sessions.forgetExpired();
    },
  },
];

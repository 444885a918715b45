import type { z } from 'zod';
import type { ProblemSlug } from '../problem.ts';

/** What the description of a route says beyond what its handlers say about themselves. */
export interface Operation {
  /** What it does, in a few words: `Open a ticket`. */
  summary: string;
  description?: string;
  /** The answer when all went well. */
  answer: { status: 200 | 201 | 202 | 204 | 303 | 308; body?: z.ZodType; type?: string };
  /** What can go wrong here, beyond what follows from the handlers: who may, what a body has to be. */
  problems?: readonly ProblemSlug[];
  /** What may stand after the question mark, where nothing wrong is refused. */
  query?: z.ZodObject;
  /** Takes an Idempotency-Key: sent again with the same key, it happens once. */
  isOnce?: true;
  /** A request that succeeds. The tests send it; ids in it stand for some that exist. */
  example: {
    /** The test that sends it, where it needs what only a mail or a device holds: a token, a code. */
    isSentIn?: string;
    params?: Readonly<Record<string, string>>;
    query?: Readonly<Record<string, string>>;
    body?: unknown;
  };
}

/** The operations of a feature, by route: `PUT /api/tickets/:reference/state`. */
export type Operations = Readonly<Record<string, Operation>>;

import { createHmac } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Language } from '../../content/schema/languages.ts';
import type { Database } from '../db/database.ts';
import { Problem } from '../problem.ts';
import { createSharedCounts } from './shared-counts.ts';
import { SharedLimiter } from './shared-limiter.ts';
import { type LimitName, limits } from './table.ts';

/** How somebody stands with a limit after a try. */
export interface Standing {
  most: number;
  windowSeconds: number;
  remaining: number;
  /** Until all of it may be done again. */
  resetSeconds: number;
  isBeyond: boolean;
}

/** How often who may do what. `whom` is an address, an e-mail address, an id: whatever the limit is of. */
export interface Limits {
  /** Counts a try. */
  take(name: LimitName, whom: string): Promise<Standing>;
  /** Counts a try. Throws `too-many-tries` with the seconds to wait. */
  count(name: LimitName, whom: string): Promise<void>;
  /** Takes a try back. */
  giveBack(name: LimitName, whom: string): Promise<void>;
  /** Forgets all tries. */
  forget(name: LimitName, whom: string): Promise<void>;
  /** Writes down what has been counted so far. */
  flush(): Promise<void>;
}

interface Needs {
  db: Database;
  clock: () => number;
  secret: string;
  /** How many times the usual number may be done. */
  factor?: number;
}

export function createLimits({ db, clock, secret, factor = 1 }: Needs): Limits {
  const counts = createSharedCounts(db, clock);
  const limiters = new Map(
    Object.entries(limits).map(([name, { most, seconds, counted }]) => {
      const scaled = { most: Math.floor(most * factor), seconds };
      const limiter =
        counted === 'shared'
          ? new SharedLimiter({ counts, clock }, scaled)
          : new RateLimiterMemory({ points: scaled.most, duration: seconds, keyPrefix: name });
      return [name, limiter];
    }),
  );

  function limiterOf(name: LimitName) {
    const limiter = limiters.get(name);
    if (!limiter) throw new Error(`There is no limit named ${name}`);
    return limiter;
  }

  /** Whom is counted is nobody's business: what is stored is a keyed hash. */
  const keyOf = (name: LimitName, whom: string) =>
    limits[name].counted === 'process'
      ? whom
      : createHmac('sha256', secret).update(`limit:${name}:${whom}`).digest().subarray(0, 16).toString('base64url');

  async function take(name: LimitName, whom: string): Promise<Standing> {
    const limiter = limiterOf(name);
    const result = await limiter.consume(keyOf(name, whom)).catch((refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) return refusal;
      throw refusal;
    });
    return {
      most: limiter.points,
      windowSeconds: limiter.duration,
      remaining: result.remainingPoints,
      resetSeconds: Math.max(Math.ceil(result.msBeforeNext / 1000), 1),
      isBeyond: result.consumedPoints > limiter.points,
    };
  }

  return {
    take,
    async count(name, whom) {
      refuseBeyond(await take(name, whom));
    },
    async giveBack(name, whom) {
      await limiterOf(name).reward(keyOf(name, whom));
    },
    async forget(name, whom) {
      await limiterOf(name).delete(keyOf(name, whom));
    },
    flush: counts.flush,
  };
}

/** Throws `too-many-tries` where a limit is passed, with the time to wait, in words too where a language is given. */
export function refuseBeyond({ isBeyond, resetSeconds }: Standing, language?: Language): void {
  if (!isBeyond) return;
  const detail = language && waitText[language](Math.ceil(resetSeconds / 60));
  throw new Problem('too-many-tries', { retryAfterSeconds: resetSeconds, ...(detail ? { detail } : {}) });
}

const waitText: Record<Language, (minutes: number) => string> = {
  ja: (minutes) =>
    `短い時間に送信が続いたため、受け付けを止めています。${minutes}分ほどたってから、もう一度お試しください。`,
  en: (minutes) =>
    `That was a lot in a short time, so this was not accepted. Please try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
};

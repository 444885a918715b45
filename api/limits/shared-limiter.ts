import { RateLimiterRes } from 'rate-limiter-flexible';
import RateLimiterStoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js';
import type { Count, SharedCounts } from './shared-counts.ts';

/** A limiter whose counts all processes share (`SharedCounts`), in the shape that rate-limiter-flexible gives a store. */
export class SharedLimiter extends RateLimiterStoreAbstract {
  readonly #counts: SharedCounts;
  readonly #clock: () => number;

  constructor(
    { counts, clock }: { counts: SharedCounts; clock: () => number },
    { most, seconds }: { most: number; seconds: number },
  ) {
    super({ storeClient: counts, points: most, duration: seconds, keyPrefix: '' });
    this.#counts = counts;
    this.#clock = clock;
  }

  /** Asked by the library for each try. */
  protected async _upsert(key: string, points: number, milliseconds: number, isForced: boolean): Promise<Count> {
    if (isForced) return this.#counts.set(key, points, milliseconds);
    await this.#counts.read(key, this.points);
    return this.#counts.add(key, points, milliseconds, this.points);
  }

  protected _get(key: string): Promise<Count | null> {
    return this.#counts.read(key, this.points);
  }

  protected _delete(key: string): Promise<boolean> {
    return this.#counts.forget(key);
  }

  protected _getRateLimiterRes(_key: string, changed: number, { points, expiresAt }: Count): RateLimiterRes {
    const wait = Math.max(expiresAt - this.#clock(), 0);
    return new RateLimiterRes(Math.max(this.points - points, 0), wait, points, points === changed);
  }
}

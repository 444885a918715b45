import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../problem.ts';

/** Limits on guessing passwords, per network address and per e-mail address, known or not. */
export interface SignInLimits {
  /** Counts a try. Throws `too-many-tries` with the seconds to wait. */
  count(remoteAddress: string, email: string): Promise<void>;
  /** Forgets the tries for an e-mail address, after a sign-in that succeeded. */
  forgive(email: string): Promise<void>;
}

export function createSignInLimits(): SignInLimits {
  const perAddress = new RateLimiterMemory({ points: 30, duration: 900 });
  const perEmail = new RateLimiterMemory({ points: 8, duration: 900 });
  return {
    async count(remoteAddress, email) {
      try {
        await perAddress.consume(remoteAddress);
        await perEmail.consume(email.toLowerCase());
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw new Problem('too-many-tries', { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
      }
    },
    async forgive(email) {
      await perEmail.delete(email.toLowerCase());
    },
  };
}

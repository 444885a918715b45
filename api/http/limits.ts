import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../problem.ts';

/** Limits on guessing passwords, per network address and per e-mail address, known or not. */
export interface SignInLimits {
  /** Counts a try. Throws `too-many-tries` with the seconds to wait. */
  count(remoteAddress: string, email: string): Promise<void>;
  /** Forgets the tries, after a sign-in that succeeded. */
  forgive(remoteAddress: string, email: string): Promise<void>;
}

/** Per network address and e-mail address together it is strict; for either alone it only slows guessing down. */
export function createSignInLimits(): SignInLimits {
  const perPair = new RateLimiterMemory({ points: 8, duration: 900 });
  const perEmail = new RateLimiterMemory({ points: 60, duration: 900 });
  const perAddress = new RateLimiterMemory({ points: 100, duration: 900 });
  return {
    async count(remoteAddress, email) {
      try {
        await perAddress.consume(remoteAddress);
        await perEmail.consume(email.toLowerCase());
        await perPair.consume(pairOf(remoteAddress, email));
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw new Problem('too-many-tries', { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
      }
    },
    async forgive(remoteAddress, email) {
      await perPair.delete(pairOf(remoteAddress, email));
      await perEmail.delete(email.toLowerCase());
      await perAddress.reward(remoteAddress);
    },
  };
}

function pairOf(remoteAddress: string, email: string): string {
  return `${remoteAddress} ${email.toLowerCase()}`;
}

import { networkOf } from '../http/remote-address.ts';
import type { Limits } from './limits.ts';

/** Limits on guessing passwords, per network address and per e-mail address, known or not. */
export interface SignInLimits {
  /** Counts a try. Throws `too-many-tries` with the seconds to wait. */
  count(remoteAddress: string, email: string): Promise<void>;
  /** Forgets the tries, after a sign-in that succeeded. */
  forgive(remoteAddress: string, email: string): Promise<void>;
}

/** Per network address and e-mail address together it is strict; for either alone it only slows guessing down. */
export function createSignInLimits(limits: Limits): SignInLimits {
  return {
    async count(remoteAddress, email) {
      await limits.count('sign-in-by-address', networkOf(remoteAddress));
      await limits.count('sign-in-by-email', email.toLowerCase());
      await limits.count('sign-in', pairOf(remoteAddress, email));
    },
    async forgive(remoteAddress, email) {
      await limits.forget('sign-in', pairOf(remoteAddress, email));
      await limits.forget('sign-in-by-email', email.toLowerCase());
      await limits.giveBack('sign-in-by-address', networkOf(remoteAddress));
    },
  };
}

function pairOf(remoteAddress: string, email: string): string {
  return `${networkOf(remoteAddress)} ${email.toLowerCase()}`;
}

import type { SignedIdentity } from '../between.ts';

/** Who the host says is writing, as long as this page stands in its frame. */
let kept: SignedIdentity | null = null;

export function keepIdentity(identity: SignedIdentity | null): void {
  kept = identity;
}

/** What proves an address; nothing for any other than the host has named. */
export function identityFor(email: string): SignedIdentity | null {
  return kept?.email.toLowerCase() === email.toLowerCase() ? kept : null;
}

import type { SignedIdentity } from '../between.ts';

/** Who the host says is writing, as long as this page stands in its frame. */
let kept: SignedIdentity | null = null;

/** One that the API could not even read is none: it proves nothing, and stops nobody. */
export function keepIdentity(identity: SignedIdentity | null): void {
  const isReadable = Number.isInteger(identity?.at) && /^[0-9a-f]{64}$/.test(identity?.signature ?? '');
  if (!identity || !isReadable || typeof identity.email !== 'string') {
    kept = null;
    return;
  }
  const { email, name, at, signature } = identity;
  kept = { email, at, signature, ...(typeof name === 'string' ? { name: name.slice(0, 80) } : {}) };
}

/** What proves an address; nothing for any other than the host has named. */
export function identityFor(email: string): SignedIdentity | null {
  return kept?.email.toLowerCase() === email.toLowerCase() ? kept : null;
}

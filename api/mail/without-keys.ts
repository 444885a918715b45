import type { Services } from '../services.ts';

/**
 * The same services with a key that is nobody's: whoever looks at a mail of somebody else, or at an example, sees links
 * that open nothing. A mail for a new password must not sign in the colleague who reads the outbox.
 */
export function withoutKeys(services: Services): Services {
  return { ...services, secret: services.random(32).toString('hex') };
}

import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type Env } from '../http/env.ts';
import { countAddress } from '../limits/counted.ts';
import type { LimitName } from '../limits/table.ts';
import { Problem } from '../problem.ts';
import type { ChallengePurpose } from './contract.ts';
import { hasProof } from './proof-of-work.ts';

/** How often each may be done without a sign of a person. */
const limitsWithoutProof = {
  ticket: 'unproven-tickets',
  registration: 'unproven-registrations',
  subscription: 'unproven-subscriptions',
  'data-request': 'unproven-data-requests',
} as const satisfies Record<ChallengePurpose, LimitName>;

/** What speaks for a person behind a request. */
export type HumanSign = 'session' | 'proof' | 'none';

/**
 * Slows programs down and lets people through: who is signed in or brings a proof of work passes; everybody else, such as
 * who has no JavaScript, passes as well, but only so often. `usedFor` names the request, so that a retry of it may bring
 * the same proof. Throws `too-many-tries`.
 */
export async function requireHuman<E extends Env>(
  c: Context<E>,
  purpose: ChallengePurpose,
  usedFor: string = c.get('requestId'),
): Promise<HumanSign> {
  const services = c.get('services');
  if (await services.sessions.current(c)) return 'session';
  if (await hasProof(services, purpose, c.req.header('Mado-Proof') ?? c.get('proof'), usedFor)) return 'proof';
  await countAddress(c, limitsWithoutProof[purpose]);
  return 'none';
}

/**
 * Stands behind `fromForm`: a page's script puts the proof into the field `proof` of a form that the browser then sends
 * by itself.
 */
export const proofOfForm = createMiddleware<Env>(async (c, next) => {
  const typed = c.get('typed');
  if (typed?.['proof'] !== undefined) {
    c.set('proof', typed['proof']);
    delete typed['proof'];
  }
  await next();
});

/** The name of a field that people do not see, and programs fill in. */
const trap = 'website';

/**
 * Stands behind `fromForm`: a form whose hidden field was filled in comes back with that field empty and says why, so that
 * a person whose browser filled it in can send it again. Throws `invalid-input`.
 */
export const emptyTrap = createMiddleware<Env>(async (c, next) => {
  const typed = c.get('typed');
  if (typed?.[trap]) {
    delete typed[trap];
    throw new Problem('invalid-input', {
      detail:
        c.get('language') === 'ja'
          ? '自動入力と判断したため、まだ送信していません。お手数ですが、もう一度送信してください。'
          : 'This looked like an automatic entry and has not been sent. Please send it once more.',
    });
  }
  await next();
});

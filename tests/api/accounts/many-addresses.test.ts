import { describe, expect, it } from 'vitest';
import { createLimits } from '../../../api/limits/limits.ts';
import { createSignInLimits } from '../../../api/limits/sign-in.ts';
import { cast } from '../../support/cast.ts';
import { makePortal, makeServices } from '../../support/services.ts';
import { setUpOwner } from '../support/portal.ts';

const { email, password } = cast.emma;

/** How many tries pass before one is refused. */
async function triesUntilRefused(tryOnce: (index: number) => Promise<void>): Promise<number> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const refusal = await tryOnce(tries).then(
      () => null,
      (error: unknown) => error,
    );
    if (refusal === null) continue;
    expect(refusal).toMatchObject({ slug: 'too-many-tries', status: 429 });
    return tries;
  }
  return Number.POSITIVE_INFINITY;
}

async function makeLimits() {
  const { services } = await makeServices();
  return createSignInLimits(createLimits(services));
}

describe('limits on guessing', () => {
  it('are eight tries for one e-mail address from one network address', async () => {
    const limits = await makeLimits();
    expect(await triesUntilRefused(() => limits.count('192.0.2.1', email))).toBe(8);
  });

  it('are sixty tries for one e-mail address from wherever', async () => {
    const limits = await makeLimits();
    expect(await triesUntilRefused((index) => limits.count(`192.0.2.${index}`, email))).toBe(60);
  });

  it('are a hundred tries from one network address for whomever', async () => {
    const limits = await makeLimits();
    expect(await triesUntilRefused((index) => limits.count('192.0.2.1', `${index}@aruku.example`))).toBe(100);
  });

  it('do not wear out for an office where everybody signs in rightly', async () => {
    const limits = await makeLimits();
    const signInRightly = async () => {
      await limits.count('192.0.2.1', email);
      await limits.forgive('192.0.2.1', email);
    };
    expect(await triesUntilRefused(signInRightly)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('somebody who guesses a password from elsewhere', () => {
  it('does not lock its owner out', { timeout: 60_000 }, async () => {
    const portal = await makePortal();
    await setUpOwner(portal);
    const signInFrom = async (remoteAddress: string, tried: string) => {
      const headers = { 'Content-Type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify({ email, password: tried }) };
      const bindings = { incoming: { socket: { remoteAddress } } };
      return (await portal.app.request('/api/session', init, bindings)).status;
    };
    for (let tries = 0; tries < 8; tries += 1) expect(await signInFrom('203.0.113.9', 'a guess')).toBe(401);
    expect(await signInFrom('203.0.113.9', password)).toBe(429);
    expect(await signInFrom('192.0.2.1', password)).toBe(201);
  });
});

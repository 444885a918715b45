import { describe, expect, it } from 'vitest';
import { auditLog } from '../../../api/audit/tables.ts';
import { outbox } from '../../../api/outbox/tables.ts';
import { oneTimeTokens } from '../../../api/tokens/tables.ts';
import { makePortal } from '../../support/services.ts';
import { browserOf, mailsOf, makePerson, tokenIn } from './people-of-tests.ts';

const known = 'aya@aruku.example';
const unknown = 'bob@aruku.example';

async function makeKnown() {
  const portal = await makePortal();
  await makePerson(portal, known, 'member');
  return portal;
}

type Portal = Awaited<ReturnType<typeof makeKnown>>;

/** Everything that an ask leaves behind, without what differs between any two asks. */
async function traceOf(portal: Portal, path: string, body: object) {
  const { db } = portal.services;
  const before = await tables(db);
  const answer = await browserOf(portal).send('POST', path, body);
  const { requestId: _, ...said } = (await answer.json()) as Record<string, unknown>;
  const after = await tables(db);
  const added = after.map((rows, index) => rows.slice(before[index]?.length).map((row) => Object.keys(row).length));
  const headers = [...answer.headers].filter(([name]) => !['retry-after', 'ratelimit', 'x-request-id'].includes(name));
  return { status: answer.status, said, headers, added };
}

async function tables(db: Portal['services']['db']): Promise<object[][]> {
  return [
    await db.read.select().from(oneTimeTokens),
    await db.read.select().from(outbox),
    await db.read.select().from(auditLog),
  ];
}

describe('who asks with an address that nobody has', () => {
  it.each([
    ['/api/sign-in-links', {}],
    ['/api/password-resets', {}],
    ['/api/registrations', {}],
    ['/api/session', { password: 'a wrong password' }],
  ])('is answered as everybody, after the same writes: %s', async (path, more) => {
    const portal = await makeKnown();
    const ofKnown = await traceOf(portal, path, { email: known, ...more });
    const ofUnknown = await traceOf(portal, path, { email: unknown, ...more });
    expect(ofKnown.added.flat().length).toBeGreaterThan(0);
    expect(ofUnknown).toEqual(ofKnown);
  });

  it.each(['/api/sign-in-links', '/api/password-resets'])('gets no mail: %s', async (path) => {
    const portal = await makeKnown();
    await browserOf(portal).send('POST', path, { email: unknown });
    await browserOf(portal).send('POST', path, { email: known });
    const [toUnknown, toKnown] = await mailsOf(portal);
    expect(toUnknown).toMatchObject({ to: unknown, text: null });
    expect(toKnown?.text?.subject).toBeTruthy();
  });

  it('is sent the way to register; who is known is told so, without a link to do it again', async () => {
    const portal = await makeKnown();
    await browserOf(portal).send('POST', '/api/registrations', { email: unknown });
    await browserOf(portal).send('POST', '/api/registrations', { email: known });
    const [toUnknown, toKnown] = await mailsOf(portal);
    expect(tokenIn(toUnknown?.text ?? null)).toMatch(/^[\w-]{32}$/);
    expect(toKnown?.text?.subject).toBe('すでに会員登録がお済みです');
    expect(tokenIn(toKnown?.text ?? null)).toBe('');
  });
});

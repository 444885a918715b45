import { describe, expect, it } from 'vitest';
import {
  findToken,
  isStillUsable,
  issueToken,
  revokeTokens,
  tokenOf,
  useUp,
} from '../../../api/tokens/one-time-tokens.ts';
import { oneTimeTokens } from '../../../api/tokens/tables.ts';
import { hashOf } from '../../../api/sessions/tokens.ts';
import { makeServices } from '../../support/services.ts';

async function issued(minutes = 10) {
  const made = await makeServices();
  const { services } = made;
  const { id, statement } = issueToken(services, { purpose: 'sign-in-link', subject: 'emma', minutes });
  await services.db.write([statement]);
  return { ...made, id, token: tokenOf(services.secret, id) };
}

describe('a one-time token', () => {
  it('opens what it was issued for, once', async () => {
    const { services, id, token } = await issued();
    const { db, clock } = services;
    expect(await findToken(db, 'sign-in-link', token, clock())).toMatchObject({ id, subject: 'emma' });
    await db.write([useUp(db, id, clock())]);
    expect(await findToken(db, 'sign-in-link', token, clock())).toBeNull();
  });

  it('opens nothing of another purpose, and nothing after its time', async () => {
    const { services, token, time } = await issued(10);
    expect(await findToken(services.db, 'password-reset', token, time.now)).toBeNull();
    expect(await findToken(services.db, 'sign-in-link', token, time.now + 10 * 60_000)).toBeNull();
  });

  it('is used by one of two who come at the same moment', async () => {
    const { services, id } = await issued();
    const { db, clock } = services;
    const use = () => db.write([useUp(db, id, clock())]);
    const results = await Promise.all([use(), use()]);
    expect(results.map(([result]) => result?.changes)).toEqual(expect.arrayContaining([0, 1]));
    const { rows } = await db.raw.execute('select count(*) as n from one_time_tokens where used_at is not null');
    expect(rows[0]?.['n']).toBe(1);
  });

  it('is stored as its hash only', async () => {
    const { services, token } = await issued();
    const [row] = await services.db.read.select().from(oneTimeTokens);
    expect(row?.tokenHash).toBe(hashOf(token));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('can be taken back', async () => {
    const { services, id, token } = await issued();
    const { db, clock } = services;
    await db.write([revokeTokens(db, 'sign-in-link', 'emma')]);
    expect(await findToken(db, 'sign-in-link', token, clock())).toBeNull();
    const [row] = await db.read.select({ id: isStillUsable(id, clock()) }).from(oneTimeTokens);
    expect(row).toBeUndefined();
  });
});

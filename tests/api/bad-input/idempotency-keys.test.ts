import { describe, expect, it } from 'vitest';
import { forgetOldKeys } from '../../../api/db/idempotency.ts';
import { makePortal } from '../../support/services.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { openTicket } from '../support/portal.ts';
import { dayMs, lateParcel, wrongColour } from '../support/samples.ts';
import { rowCounts } from '../support/stored.ts';

describe('an Idempotency-Key', () => {
  it.each([['short'], ['a'.repeat(101)], ['two words of it'], ['clé-de-passage']])(
    'that cannot be one is refused, and nothing is stored: %s',
    async (key) => {
      const { app, services } = await makePortal();
      const headers = { 'Idempotency-Key': key, 'Accept-Language': 'en' };
      const answer = sendJson(app.request, '/api/tickets', lateParcel, { headers });
      expect(await problemOf(answer, 'invalid-input', 422)).toMatchObject({
        detail: 'An Idempotency-Key has 8 to 100 visible characters, such as a UUID.',
      });
      expect((await rowCounts(services.db)).conversations).toBe(0);
    },
  );

  it.each([['8-chars!'], ['a'.repeat(100)]])('of 8 to 100 visible characters is good: %s', async (key) => {
    const { app } = await makePortal();
    const headers = { 'Idempotency-Key': key };
    expect((await sendJson(app.request, '/api/tickets', lateParcel, { headers })).status).toBe(201);
  });

  it('that comes with another message is refused, and the first message stays as it is', async () => {
    const portal = await makePortal();
    const { requestUrl } = await openTicket(portal, lateParcel);
    const headers = { 'Idempotency-Key': 'a-key-for-one-message' };
    portal.time.now += 1000;
    const send = (message: string) => sendJson(portal.app.request, `${requestUrl}messages`, { message }, { headers });
    expect((await send('届きました。')).status).toBe(201);
    await problemOf(send('やはり届いていません。'), 'key-reused', 422);
    const { rows } = await portal.services.db.raw.execute('select body from messages order by created_at, id');
    expect(rows.map((row) => row['body'])).toEqual([lateParcel.message, '届きました。']);
  });

  it('of one conversation says nothing about another', async () => {
    const portal = await makePortal();
    const headers = { 'Idempotency-Key': 'the-same-key-twice' };
    for (const ticket of [lateParcel, wrongColour]) {
      const { requestUrl } = await openTicket(portal, ticket);
      const answer = await sendJson(
        portal.app.request,
        `${requestUrl}messages`,
        { message: 'お願いします。' },
        { headers },
      );
      expect(answer.status).toBe(201);
    }
    expect((await rowCounts(portal.services.db)).messages).toBe(4);
  });

  it('is remembered for 30 days', async () => {
    const { app, services, time } = await makePortal();
    const headers = { 'Idempotency-Key': 'a-key-from-last-month' };
    const send = () => sendJson(app.request, '/api/tickets', lateParcel, { headers });
    await send();
    time.now += 30 * dayMs;
    await forgetOldKeys(services.db, time.now);
    await send();
    expect((await rowCounts(services.db)).conversations).toBe(1);
    time.now += 1;
    await forgetOldKeys(services.db, time.now);
    await send();
    expect((await rowCounts(services.db)).conversations).toBe(2);
  });
});

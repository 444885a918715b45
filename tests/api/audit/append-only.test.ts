import { describe, expect, it } from 'vitest';
import { audited } from '../../../api/audit/audited.ts';
import { forgetOldEntries } from '../../../api/audit/forget.ts';
import { makeServices } from '../../support/services.ts';

const dayMs = 86_400_000;

/** A log with an entry for each of so many days ago. */
async function makeLog(...daysAgo: number[]) {
  const { services, time } = await makeServices();
  const today = time.now;
  for (const days of daysAgo) {
    time.now = today - days * dayMs;
    await services.db.write([
      audited(services, { accountId: null, action: `${days}`, target: { kind: 'day', id: `${days}` } }),
    ]);
  }
  time.now = today;
  const rows = async () =>
    (await services.db.raw.execute('select action, detail from audit_log order by created_at')).rows;
  const actions = async () => (await rows()).map(({ action }) => action);
  return { services, time, rows, actions };
}

describe('the audit log', () => {
  it('is never changed, whatever a program asks of the database', async () => {
    const { services, actions } = await makeLog(800, 1);
    await expect(services.db.raw.execute("update audit_log set action = 'nothing'")).rejects.toThrow(/append-only/);
    await expect(
      services.db.raw.execute('insert or replace into audit_log select * from audit_log limit 1'),
    ).rejects.toThrow();
    expect(await actions()).toEqual(['800', '1']);
  });

  it('lets nothing go without a record of it, not even what is old', async () => {
    const { services, actions } = await makeLog(800, 1);
    await expect(services.db.raw.execute('delete from audit_log')).rejects.toThrow(/forgets only what a recorded/);
    expect(await actions()).toEqual(['800', '1']);
  });

  it('forgets what is older than it was told to keep, and says so', async () => {
    const { services, time, rows, actions } = await makeLog(800, 731, 729, 1);
    await forgetOldEntries(services, 730);
    expect(await actions()).toEqual(['729', '1', 'audit-log:forget']);
    expect(JSON.parse((await rows())[2]?.['detail'] as string)).toEqual({ before: time.now - 730 * dayMs });
  });

  it('says nothing where there was nothing to forget', async () => {
    const { services, actions } = await makeLog(729);
    await forgetOldEntries(services, 730);
    expect(await actions()).toEqual(['729']);
  });

  it('keeps the last 30 days whoever asks, and however', async () => {
    const { services, time, actions } = await makeLog(31, 29);
    for (const days of [29, 0, -1, Number.NaN])
      await expect(forgetOldEntries(services, days)).rejects.toThrow(RangeError);
    const forged = { accountId: null, action: 'audit-log:forget', target: { kind: 'audit-log', id: 'audit-log' } };
    await services.db.write([audited(services, { ...forged, detail: { before: time.now } })]);
    await expect(services.db.raw.execute('delete from audit_log where action = 29')).rejects.toThrow(/last 30 days/);
    expect(await actions()).toEqual(['31', '29', 'audit-log:forget']);
  });
});

import { describe, expect, it } from 'vitest';
import { audited } from '../../../api/audit/audited.ts';
import { keepToRetention } from '../../../api/privacy/retention.ts';
import { defaultRetention, fewestAuditLogDays, retentionSchema } from '../../../content/schema/retention.ts';
import { makeServices } from '../../support/services.ts';

const dayMs = 86_400_000;

const isAllowed = (auditLog: string) => retentionSchema.safeParse({ auditLog }).success;

/** A log with an entry for each of so many days ago, kept for so long. */
async function makeLog(daysAgo: number[], kept = '730 days') {
  const retention = () => ({ ...defaultRetention, auditLog: kept });
  const { services, time } = await makeServices({ retention });
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
  /** Without what the job says of all kinds of data together. */
  const actions = async () => (await rows()).map(({ action }) => action).filter((action) => action !== 'retention');
  return { services, time, rows, actions };
}

describe('the audit log', () => {
  it('is never changed, whatever a program asks of the database', async () => {
    const { services, actions } = await makeLog([800, 1]);
    await expect(services.db.raw.execute("update audit_log set action = 'nothing'")).rejects.toThrow(/append-only/);
    await expect(
      services.db.raw.execute('insert or replace into audit_log select * from audit_log limit 1'),
    ).rejects.toThrow();
    expect(await actions()).toEqual(['800', '1']);
  });

  it('lets nothing go without a record of it, not even what is old', async () => {
    const { services, actions } = await makeLog([800, 1]);
    await expect(services.db.raw.execute('delete from audit_log')).rejects.toThrow(/forgets only what a recorded/);
    expect(await actions()).toEqual(['800', '1']);
  });

  it('forgets what is older than it was told to keep, and says so', async () => {
    const { services, time, rows, actions } = await makeLog([800, 731, 729, 1]);
    await keepToRetention(services);
    expect(await actions()).toEqual(['729', '1', 'audit-log:forget']);
    expect(JSON.parse((await rows())[2]?.['detail'] as string)).toEqual({ before: time.now - 730 * dayMs });
  });

  it('says nothing where there was nothing to forget', async () => {
    const { services, actions } = await makeLog([729]);
    await keepToRetention(services);
    expect(await actions()).toEqual(['729']);
  });

  it('keeps the last 30 days whoever asks, and however', async () => {
    const { services, time, actions } = await makeLog([31, 29]);
    const forged = { accountId: null, action: 'audit-log:forget', target: { kind: 'audit-log', id: 'audit-log' } };
    await services.db.write([audited(services, { ...forged, detail: { before: time.now } })]);
    await expect(services.db.raw.execute('delete from audit_log where action = 29')).rejects.toThrow(/last 30 days/);
    expect(await actions()).toEqual(['31', '29', 'audit-log:forget']);
  });

  it('can be told to keep what the database keeps, and no less', async () => {
    expect(isAllowed(`${fewestAuditLogDays} days`)).toBe(true);
    expect(isAllowed(`${fewestAuditLogDays - 1} days`)).toBe(false);
    // In March it would be fewer.
    expect(isAllowed('1 month')).toBe(false);
    expect(isAllowed('2 months')).toBe(true);

    const log = await makeLog([fewestAuditLogDays + 1, fewestAuditLogDays - 1], `${fewestAuditLogDays} days`);
    await keepToRetention(log.services);
    expect(await log.actions()).toEqual([`${fewestAuditLogDays - 1}`, 'audit-log:forget']);
    const tooSoon = await makeLog([fewestAuditLogDays], `${fewestAuditLogDays - 1} days`);
    await expect(keepToRetention(tooSoon.services)).rejects.toThrow(/last 30 days/);
  });

  it('is never refused by the database for months, whatever the day', async () => {
    const { services, time, actions } = await makeLog([], '2 months');
    for (const day of ['2027-03-01', '2028-03-01', '2027-03-31', '2027-12-31']) {
      time.now = Date.parse(`${day}T01:00:00Z`) - 70 * dayMs;
      await services.db.write([audited(services, { accountId: null, action: day, target: { kind: 'day', id: day } })]);
      time.now += 70 * dayMs;
      await keepToRetention(services);
      expect(await actions()).not.toContain(day);
    }
  });

  it('names its own forgetting like everything else, so that it can be opened and paged past', async () => {
    const { services } = await makeLog([800]);
    await keepToRetention(services);
    const { rows } = await services.db.raw.execute("select id from audit_log where action = 'audit-log:forget'");
    expect(rows[0]?.['id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});

import { describe, expect, it } from 'vitest';
import { defaultRetention, periodBefore } from '../../../content/schema/retention.ts';
import { audited } from '../../../api/audit/audited.ts';
import { votes } from '../../../api/feedback/tables.ts';
import { allJobs } from '../../../api/jobs/all-jobs.ts';
import { runDueJobs } from '../../../api/jobs/jobs.ts';
import { keepToRetention, retentionPlan } from '../../../api/privacy/retention.ts';
import { everyRow, holdFor, twoCustomers } from './crossing.ts';

const dayMs = 86_400_000;

const at = (iso: string) => Date.parse(`${iso}T12:00:00Z`);

/** Both customers' requests are closed, and the clock stands so many days later. */
async function closedAndLater(days: number) {
  const made = await twoCustomers();
  await made.services.db.raw.execute("update conversations set state = 'closed'");
  made.time.now += days * dayMs;
  return made;
}

describe('retention', () => {
  it('empties closed conversations after their time, and forgets whose they were', async () => {
    const { services, time } = await closedAndLater(729);
    await keepToRetention(services);
    expect((await everyRow(services)).includes('Hanako-body-1')).toBe(true);
    time.now += 3 * dayMs;
    const gone = await keepToRetention(services);
    expect(gone).toMatchObject({ closedConversations: 4, customers: 2 });
    await runDueJobs(services, allJobs);
    // Who gets notices by mail goes on getting them until they stop it.
    const subscribed = await services.db.raw.execute('delete from notice_subscribers returning id');
    expect(subscribed.rows).toHaveLength(2);
    const rows = await everyRow(services);
    expect(rows.includes('Hanako-'), 'something of Hanako is left').toBe(false);
    expect(rows.includes('Tomas-'), 'something of Tom is left').toBe(false);
    const { rows: counted } = await services.db.raw.execute('select count(*) as n from conversations');
    expect(counted[0]?.['n']).toBe(4);
  });

  it('leaves open conversations alone, however old, and the people they are from', async () => {
    const { services, hanako } = await closedAndLater(1000);
    await services.db.raw.execute(`update conversations set state = 'open' where customer_id = '${hanako.id}'`);
    expect(await keepToRetention(services)).toMatchObject({ closedConversations: 2, customers: 1 });
    const rows = await everyRow(services);
    for (const word of [hanako.name, ...hanako.words]) expect(rows).toContain(word);
    expect(rows).not.toContain('Tomas-body');
  });

  it('respects legal holds, and says what they keep', async () => {
    const { services, hanako, time } = await closedAndLater(1000);
    await holdFor(services, hanako, 40);
    const plan = await retentionPlan(services);
    expect(plan.find(({ kind }) => kind === 'closedConversations')).toMatchObject({
      due: 2,
      kept: 2,
      after: '24 months',
    });
    await keepToRetention(services);
    expect((await everyRow(services)).includes('Hanako-body-1')).toBe(true);
    time.now += 41 * dayMs;
    await keepToRetention(services);
    expect((await everyRow(services)).includes('Hanako-body-1')).toBe(false);
  });

  it('deletes spam sooner', async () => {
    const { services, hanako } = await closedAndLater(31);
    await services.db.raw.execute(`update conversations set state = 'spam' where customer_id = '${hanako.id}'`);
    expect(await keepToRetention(services)).toMatchObject({ spam: 2 });
    expect((await everyRow(services)).includes('Hanako-body')).toBe(false);
  });

  it('deletes mails with what they say, comments of votes and the audit log after theirs, and nothing younger', async () => {
    const { services, time } = await twoCustomers();
    await services.db.write([
      services.db.read.insert(votes).values({
        id: 'vote',
        language: 'ja',
        kind: 'faq',
        slug: 'return-policy',
        isHelpful: false,
        comment: 'my order A-1048-2231',
        createdAt: time.now,
      }),
    ]);
    time.now += 89 * dayMs;
    expect(await keepToRetention(services)).toEqual({});
    time.now += 2 * dayMs;
    expect(await keepToRetention(services)).toEqual({ mails: 10 });
    time.now += 700 * dayMs;
    await services.db.write([audited(services, { accountId: null, action: 'young', target: { kind: 'x', id: 'x' } })]);
    expect(await keepToRetention(services)).toMatchObject({ voteComments: 1, auditLog: expect.any(Number) });
    const rows = await everyRow(services);
    expect(rows).not.toContain('A-1048-2231');
    expect(rows).toContain('young');
    const [vote] = await services.db.read.select().from(votes);
    expect(vote).toMatchObject({ isHelpful: false, comment: null });
  });

  it('goes through more than a batch', async () => {
    const { services } = await closedAndLater(1000);
    const { raw } = services.db;
    await raw.execute(`insert into conversations (id, reference, customer_id, subject, language, state, created_at, last_message_at)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 450)
      select 'old-' || i, 'M-OLD' || i, (select id from customers limit 1), 'Hanako-old', 'ja', 'solved', 1, 1 from n`);
    await raw.execute(`insert into messages (id, conversation_id, channel, direction, body, created_at)
      select c.id || '-' || m, c.id, 'web', 'in', 'Hanako-old', 1 from conversations c, (select 1 as m union select 2 union select 3) where c.id like 'old-%'`);
    expect(await keepToRetention(services)).toMatchObject({ closedConversations: 454 });
    expect((await everyRow(services)).includes('Hanako-old'), 'something is left').toBe(false);
  });

  it('shows owners what goes within a month', async () => {
    const { staff } = await twoCustomers();
    const { kinds } = (await (await staff.ask('/api/retention')).json()) as { kinds: object[] };
    expect(kinds).toHaveLength(6);
    const { services } = await closedAndLater(710);
    expect((await retentionPlan(services))[0]).toEqual({
      kind: 'closedConversations',
      after: '24 months',
      due: 0,
      soon: 4,
      kept: 0,
    });
  });

  it('is kept to by the daily job', async () => {
    const { services } = await closedAndLater(1000);
    await runDueJobs(services, allJobs);
    expect((await everyRow(services)).includes('Hanako-body-1')).toBe(false);
  });

  it('counts months as the calendar has them', () => {
    expect(new Date(periodBefore('1 month', at('2026-03-31'))).toISOString()).toBe('2026-02-28T12:00:00.000Z');
    expect(new Date(periodBefore('24 months', at('2026-11-16'))).toISOString()).toBe('2024-11-16T12:00:00.000Z');
    expect(new Date(periodBefore('90 days', at('2026-11-16'))).toISOString()).toBe('2026-08-18T12:00:00.000Z');
  });

  it('has a default for everything', () => {
    expect(Object.values(defaultRetention)).toHaveLength(8);
  });
});

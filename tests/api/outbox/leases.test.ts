import { messageIdOf } from '../../../api/mail/message-ids.ts';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { leaseMs, prolong, takeDue } from '../../../api/outbox/leases.ts';
import { queueMail } from '../../../api/outbox/queue-mail.ts';
import { outbox } from '../../../api/outbox/tables.ts';
import { makeGate } from '../../support/smtp.ts';
import { makeMailingPortal } from '../support/mailing.ts';
import { openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';

describe('a row of the outbox', () => {
  it('is taken by one of many who look at the same time', async () => {
    const { queue, services, time } = await makeMailingPortal();
    for (let count = 0; count < 20; count += 1) await queue();
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, index) => takeDue(services.db, `worker-${index}`, 4, time.now)),
    );
    const ids = taken.flat().map(({ id }) => id);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  it('is nobody else’s while it is prolonged, and free a minute after the last word', async () => {
    const { queue, services, time } = await makeMailingPortal();
    await queue();
    expect(await takeDue(services.db, 'one', 4, time.now)).toHaveLength(1);
    time.now += leaseMs - 1;
    expect(await takeDue(services.db, 'other', 4, time.now)).toEqual([]);
    await prolong(services.db, ['one'], time.now);
    time.now += leaseMs - 1;
    expect(await takeDue(services.db, 'other', 4, time.now)).toEqual([]);
    time.now += 1;
    expect(await takeDue(services.db, 'other', 4, time.now)).toMatchObject([
      { lease: 'other', attempts: 2, unanswered: 1 },
    ]);
  });

  it('that a process left behind goes out again, under the same id, and is counted', async () => {
    const { queue, services, time, sendDue, smtp, rows } = await makeMailingPortal();
    await queue();
    await takeDue(services.db, 'a process that was killed', 4, time.now);
    await sendDue();
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'sent', unanswered: 1 });
    expect(smtp.mails[0]?.headers['message-id']).toEqual([messageIdOf(services, row?.id ?? '')]);
  });

  it('goes out once when two processes send', async () => {
    const { queue, startWorker, smtp, services, rows } = await makeMailingPortal();
    for (let count = 0; count < 30; count += 1) await queue(`reader-${count}@example.jp`);
    // As when several processes share a database server: neither takes what the other holds.
    const workers = [startWorker(), startWorker()];
    await Promise.all(workers.map((worker) => worker.idle()));
    expect(new Set(smtp.mails.map(({ to }) => to[0])).size).toBe(30);
    expect(smtp.mails).toHaveLength(30);
    expect((await rows()).every(({ state }) => state === 'sent')).toBe(true);
    expect(await takeDue(services.db, 'late', 4, services.clock())).toEqual([]);
  });

  it('is cancelled rather than sent when it has waited for days for a mail server', async () => {
    const { app, sendDue, smtp, rows, time, ...portal } = await makeMailingPortal();
    await openTicket({ app, time, ...portal }, lateParcel);
    time.now += 3 * 86_400_000 + 1;
    await sendDue();
    expect(smtp.mails).toEqual([]);
    expect((await rows())[0]).toMatchObject({ state: 'cancelled' });
  });

  it('of a kind that nobody knows any more waits to be looked at', async () => {
    const { queue, services, sendDue, smtp, rows } = await makeMailingPortal();
    await queue();
    const [row] = await rows();
    await services.db.write([
      services.db.read
        .update(outbox)
        .set({ kind: 'toString' })
        .where(eq(outbox.id, row?.id ?? '')),
    ]);
    await sendDue();
    expect(smtp.mails).toEqual([]);
    expect((await rows())[0]).toMatchObject({
      state: 'waiting',
      attempts: 1,
      lastError: expect.stringContaining('kind'),
    });
  });
});

it('a mail that could not be written says why, and nothing of whom it is to', async () => {
  const { services, sendDue, rows } = await makeMailingPortal();
  const payload = { subscriberId: 'subscriber-of-this-test', noticeId: 'n', updateId: null };
  await services.db.write([
    queueMail(services, { kind: 'notice', to: 'hanako@example.jp', language: 'ja', payload }),
    sql`alter table notice_subscribers rename to elsewhere`,
  ]);
  await sendDue();
  const [row] = await rows();
  expect(row).toMatchObject({ state: 'waiting', lastError: expect.stringContaining('notice_subscribers') });
  expect(row?.lastError).not.toContain('subscriber-of-this-test');
});

describe('a portal whose mail server is slow', () => {
  it('answers as ever, and takes back no lease while it is sending', async () => {
    const gate = makeGate();
    const { startWorker, smtp, rows, ...portal } = await makeMailingPortal({
      onMailFrom: (_, __, done) => gate.pass(done),
    });
    const worker = startWorker();
    const opened = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        openTicket({ ...portal }, { ...lateParcel, email: `reader-${index}@example.jp` }),
      ),
    );
    worker.wake();
    expect(opened).toHaveLength(12);
    // Nothing of it has been sent; what was asked has been answered all the same.
    expect((await rows()).every(({ state }) => state === 'waiting')).toBe(true);
    gate.open();
    await smtp.received(12);
    await worker.idle();
    expect((await rows()).every(({ state, attempts }) => state === 'sent' && attempts === 1)).toBe(true);
  });

  it('finishes what is under way when it stops, and begins nothing', async () => {
    const gate = makeGate();
    const { queue, startWorker, smtp, rows } = await makeMailingPortal({
      onMailFrom: (_, __, done) => gate.pass(done),
    });
    for (let count = 0; count < 10; count += 1) await queue();
    const worker = startWorker();
    await expect.poll(() => gate.waiting.length).toBe(4);
    const closed = worker.close(60_000);
    gate.open();
    await closed;
    expect(smtp.mails).toHaveLength(4);
    const states = (await rows()).map(({ state }) => state);
    expect(states.filter((state) => state === 'sent')).toHaveLength(4);
    expect(states.filter((state) => state === 'waiting')).toHaveLength(6);
  });

  it('does not wait for ever when it stops', async () => {
    const gate = makeGate();
    const { queue, startWorker, rows } = await makeMailingPortal({
      onMailFrom: (_, __, done) => gate.pass(done),
    });
    await queue();
    const worker = startWorker();
    await expect.poll(() => gate.waiting.length).toBe(1);
    await worker.close(50);
    expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 1, lease: null, unanswered: 0 });
  });
});

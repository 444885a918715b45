import { describe, expect, it } from 'vitest';
import type { OutboxMailWithText, OutboxPage } from '../../../api/outbox/contract.ts';
import { keepToRetention } from '../../../api/privacy/retention.ts';
import { smtpAnswer } from '../../support/smtp.ts';
import { problemOf, sendJson } from '../support/ask.ts';
import { makeMailingPortal } from '../support/mailing.ts';
import { openTicket } from '../support/portal.ts';
import { dayMs, lateParcel } from '../support/samples.ts';

async function makeDesk(options: Parameters<typeof makeMailingPortal>[0] = {}) {
  const portal = await makeMailingPortal(options);
  const { ask } = portal.staff;
  return {
    ...portal,
    list: async (view: string, after = '') =>
      (await (await ask(`/api/outbox?view=${view}&after=${after}`)).json()) as OutboxPage,
    mail: async (id: string) => (await (await ask(`/api/outbox/${id}`)).json()) as OutboxMailWithText,
    put: (id: string, state: string) => sendJson(ask, `/api/outbox/${id}/state`, { state }, { method: 'PUT' }),
    audit: async () =>
      (await portal.services.db.raw.execute("select action, target_id from audit_log where target_kind = 'mail'")).rows,
  };
}

describe('the outbox at the desk', () => {
  it('lists what waits, says that nothing goes out, and shows what a mail says', async () => {
    const desk = await makeDesk();
    await openTicket(desk, lateParcel);
    const { mails, next, isSending } = await desk.list('waiting');
    expect(isSending).toBe(false);
    expect(next).toBeNull();
    expect(mails).toMatchObject([
      { kind: 'ticket-received', to: 'hanako@example.jp', state: 'waiting', isUnderWay: false, attempts: 0 },
    ]);
    const mail = await desk.mail(mails[0]?.id ?? '');
    expect(mail.subject).toContain('お問い合わせを受け付けました');
    // Nobody has proven the address: it gets nothing of what was sent with it.
    expect(mail.text).not.toContain(lateParcel.message);
  });

  it('shows no link that opens anything', async () => {
    const desk = await makeDesk();
    const { requestUrl } = await openTicket(desk, lateParcel);
    const [mail] = (await desk.list('waiting')).mails;
    const { text } = await desk.mail(mail?.id ?? '');
    const html = await (await desk.staff.ask(`/api/outbox/${mail?.id}/preview`)).text();
    for (const shown of [text, html]) {
      expect(shown).toMatch(/\/ja\/requests\/[\w-]{32}\//);
      expect(shown).not.toContain(requestUrl);
    }
    await desk.sendDue();
    expect(desk.smtp.mails[0]?.text).toContain(requestUrl);
    expect(desk.smtp.mails[0]?.html).toContain(requestUrl);
  });

  it('turns its pages', async () => {
    const desk = await makeDesk();
    for (let count = 0; count < 60; count += 1) await desk.queue();
    const first = await desk.list('waiting');
    const second = await desk.list('waiting', first.next ?? '');
    expect([first.mails.length, second.mails.length, second.next]).toEqual([50, 10, null]);
    expect(new Set([...first.mails, ...second.mails].map(({ id }) => id)).size).toBe(60);
    expect((await desk.list('waiting', 'nonsense')).mails).toHaveLength(50);
  });

  it('lets a dead letter out again, and says who did', async () => {
    let isKind = false;
    const desk = await makeDesk({ onRcptTo: (_, __, done) => done(isKind ? null : smtpAnswer(550, 'no')) });
    await desk.queue();
    await desk.sendDue();
    const [dead] = (await desk.list('dead')).mails;
    expect(dead).toMatchObject({ attempts: 1, lastError: expect.stringContaining('550') });
    isKind = true;
    expect(await (await desk.put(dead?.id ?? '', 'waiting')).json()).toMatchObject({ state: 'waiting', attempts: 0 });
    await desk.sendDue();
    expect((await desk.list('sent')).mails).toMatchObject([{ id: dead?.id, state: 'sent' }]);
    expect(await desk.audit()).toMatchObject([{ action: 'outbox:retry', target_id: dead?.id }]);
  });

  it('calls off what waits, and never what was sent', async () => {
    const desk = await makeDesk();
    await desk.queue('first@example.jp');
    await desk.sendDue();
    await desk.queue('second@example.jp');
    const [waiting] = (await desk.list('waiting')).mails;
    const [sent] = (await desk.list('sent')).mails;
    expect((await desk.put(waiting?.id ?? '', 'cancelled')).status).toBe(200);
    await desk.sendDue();
    expect(desk.smtp.mails).toHaveLength(1);
    for (const state of ['waiting', 'cancelled']) {
      await problemOf(desk.put(sent?.id ?? '', state), 'state-refused', 409);
    }
    await problemOf(desk.put(waiting?.id ?? '', 'cancelled'), 'state-refused', 409);
    await problemOf(desk.put('00000000-0000-7000-8000-000000000000', 'waiting'), 'not-found', 404);
    await problemOf(desk.put(waiting?.id ?? '', 'sent'), 'invalid-input', 422);
  });

  it('forgets mails when the time for them is over, whatever became of them', async () => {
    const desk = await makeDesk({
      onRcptTo: ({ address }, _, done) => done(address.startsWith('dead') ? smtpAnswer(550, 'no') : null),
    });
    await desk.queue('dead@example.jp');
    await desk.queue('sent@example.jp');
    await desk.sendDue();
    await desk.queue('waits@example.jp');
    const left = async () => (await desk.rows()).map(({ state }) => state).sort();
    desk.time.now += 89 * dayMs;
    await keepToRetention(desk.services);
    expect(await left()).toEqual(['dead', 'sent', 'waiting']);
    desk.time.now += 2 * dayMs;
    expect(await keepToRetention(desk.services)).toEqual({ mails: 3 });
    expect(await left()).toEqual([]);
  });

  it('is read by indexes', async () => {
    const { services } = await makeDesk();
    const plan = async (query: string) =>
      (await services.db.raw.execute(`explain query plan ${query}`)).rows.map((row) => row['detail'] as string).join();
    expect(await plan("select * from outbox where state = 'sent' and id < 'x' order by id desc limit 51")).toMatch(
      /SEARCH outbox USING INDEX outbox_by_state/,
    );
    expect(
      await plan(
        "select id from outbox where state = 'waiting' and due_at <= 1 and leased_until is null order by due_at limit 4",
      ),
    ).toMatch(/SEARCH outbox USING INDEX outbox_by_due/);
    expect(await plan("select * from outbox where lease = 'x' and state = 'waiting'")).toMatch(/outbox_by_lease/);
    expect(await plan("select count(*) from outbox where recipient = 'x' and kind = 'y' and created_at > 1")).toMatch(
      /SEARCH outbox USING COVERING INDEX outbox_by_recipient/,
    );
  });
});

import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tellNews } from '../../../api/desk/news/tell.ts';
import { webhookWay } from '../../../api/desk/news/webhook-way.ts';
import { mostAttempts } from '../../../api/outbox/backoff.ts';
import { startSending } from '../../../api/outbox/worker.ts';
import { cast } from '../../support/cast.ts';
import { sendJson } from '../support/ask.ts';
import { makeMailingPortal } from '../support/mailing.ts';
import { makeStaffedPortal, openTicket } from '../support/portal.ts';
import { lateParcel } from '../support/samples.ts';

type Portal = Awaited<ReturnType<typeof makeStaffedPortal>>;

const secret = 'what both sides know, and nobody else';

/** Somebody who is told, and answers with one status after the other; the last goes on. */
async function startReceiver(statuses: (number | 'nothing')[] = [200]) {
  const requests: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const status = statuses[Math.min(requests.length, statuses.length - 1)] ?? 200;
      requests.push({ headers: request.headers, body });
      if (status === 'nothing') response.destroy();
      else response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {}).end('thank you');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, requests };
}

function outboxOf({ services }: Portal, url: string) {
  const { raw } = services.db;
  return {
    rows: async () => (await raw.execute("select * from outbox where channel = 'webhook' order by id")).rows,
    sendDue: async () => {
      const worker = startSending(services, webhookWay(services, { url, secret }), true);
      await worker.idle();
      await worker.close(1000);
    },
  };
}

async function tellAll({ services }: Portal, hasWebhook = true): Promise<void> {
  while ((await tellNews(services, hasWebhook)) > 0);
}

describe('a webhook', () => {
  it('tells of a new ticket, of what its customer writes and of its states, and signs it', async () => {
    const portal = await makeStaffedPortal();
    const { url, requests } = await startReceiver();
    const { sendDue, rows } = outboxOf(portal, url);
    const { reference, requestUrl } = await openTicket(portal, lateParcel);
    portal.time.now += 60_000;
    await sendJson(portal.app.request, `${requestUrl}messages`, { message: 'まだ届きません。' });
    const { version } = await portal.staff.read(reference);
    await portal.staff.move(reference, 'solved', version);
    await tellAll(portal);
    await sendDue();
    const told = requests.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(told.map(({ type }) => type)).toEqual(['ticket.opened', 'ticket.customer-replied', 'ticket.state-changed']);
    expect(told[0]).toMatchObject({
      ticket: { reference, url: `http://localhost:4321/desk/#/tickets/all/${reference}` },
    });
    expect(told[2]).toMatchObject({ from: 'new', to: 'solved' });
    for (const [index, { headers, body }] of requests.entries()) {
      const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['mado-signature'] as string) ?? [];
      expect(Number(seconds)).toBe(Math.floor(portal.time.now / 1000));
      expect(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')).toBe(signature);
      expect(headers['idempotency-key']).toBe((await rows())[index]?.['id']);
    }
  });

  it('never says what was said, or by whom', async () => {
    const portal = await makeStaffedPortal();
    const { url, requests } = await startReceiver();
    await openTicket(portal, lateParcel);
    await tellAll(portal);
    await outboxOf(portal, url).sendDue();
    expect(requests).toHaveLength(1);
    for (const word of [lateParcel.subject, lateParcel.message, cast.hanako.name, cast.hanako.email]) {
      expect(requests[0]?.body).not.toContain(word);
    }
  });

  it('is not written at all where there is nobody to tell', async () => {
    const portal = await makeStaffedPortal();
    await openTicket(portal, lateParcel);
    await tellAll(portal, false);
    expect(await outboxOf(portal, '').rows()).toEqual([]);
    // What happened before somebody was there to be told is not told later.
    await tellAll(portal, true);
    expect(await outboxOf(portal, '').rows()).toEqual([]);
  });

  it.each([[500], [404], [302], ['nothing' as const]])(
    'that is not taken is sent again with the same id, and is dead after a day: %s',
    async (status) => {
      const portal = await makeStaffedPortal();
      const { url, requests } = await startReceiver([status]);
      const { sendDue, rows } = outboxOf(portal, url);
      await openTicket(portal, lateParcel);
      await tellAll(portal);
      for (let attempt = 0; attempt < 3; attempt += 1) {
        await sendDue();
        portal.time.now = (await rows())[0]?.['due_at'] as number;
      }
      expect(requests).toHaveLength(3);
      expect(new Set(requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
      expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 3 });
      if (status === 'nothing') return;
      expect((await rows())[0]).toMatchObject({ last_error: `HTTP ${status}` });
      for (let attempt = 3; attempt < mostAttempts; attempt += 1) {
        await sendDue();
        portal.time.now = (await rows())[0]?.['due_at'] as number;
      }
      expect((await rows())[0]).toMatchObject({ state: 'dead' });
      expect(requests).toHaveLength(mostAttempts);
    },
  );

  it('of a ticket that was erased meanwhile is called off', async () => {
    const portal = await makeStaffedPortal();
    const { url, requests } = await startReceiver();
    const { sendDue, rows } = outboxOf(portal, url);
    await openTicket(portal, lateParcel);
    await tellAll(portal);
    await portal.services.db.raw.execute('update conversations set erased_at = 1');
    await sendDue();
    expect(requests).toEqual([]);
    expect((await rows())[0]).toMatchObject({ state: 'cancelled' });
  });

  it('is written once, however many processes look', async () => {
    const portal = await makeStaffedPortal();
    for (let count = 0; count < 10; count += 1) await openTicket(portal, lateParcel);
    await Promise.all([tellAll(portal), tellAll(portal), tellAll(portal)]);
    expect(await outboxOf(portal, '').rows()).toHaveLength(10);
  });
});

function wish(portal: Portal, newTickets: string): Promise<Response> {
  return sendJson(portal.staff.ask, '/api/desk/notifications', { newTickets }, { method: 'PUT' });
}

describe('mails about new tickets', () => {
  it('go to those of the staff who want them, once for each ticket, without what it says', async () => {
    const portal = await makeMailingPortal();
    expect(await (await portal.staff.ask('/api/desk/notifications')).json()).toEqual({ newTickets: 'none' });
    await openTicket(portal, lateParcel);
    await tellAll(portal, false);
    expect(await (await wish(portal, 'all')).json()).toEqual({ newTickets: 'all' });
    const { reference, requestUrl } = await openTicket(portal, lateParcel);
    await sendJson(portal.app.request, `${requestUrl}messages`, { message: 'まだ届きません。' });
    await Promise.all([tellAll(portal, false), tellAll(portal, false)]);
    await portal.sendDue();
    const mine = portal.smtp.mails.filter(({ to }) => to.includes(cast.emma.email));
    expect(mine).toHaveLength(1);
    const rows = (await portal.rows()).filter(({ kind }) => kind === 'new-ticket');
    expect(rows).toMatchObject([{ recipient: cast.emma.email, state: 'sent', conversationId: null }]);
    const preview = await portal.staff.ask(`/api/outbox/${rows[0]?.id}`);
    const { subject, text } = (await preview.json()) as { subject: string; text: string };
    expect(subject).toContain(reference);
    expect(text).toContain(lateParcel.subject);
    for (const word of [lateParcel.message, cast.hanako.name, cast.hanako.email]) expect(text).not.toContain(word);
  });

  it('of one’s teams are only those', async () => {
    const portal = await makeMailingPortal();
    await wish(portal, 'team');
    const { raw } = portal.services.db;
    await raw.execute("insert into teams values ('t', 'Sizes', 0)");
    await raw.execute("insert into team_members select 't', id from accounts");
    await openTicket(portal, lateParcel);
    const theirs = await openTicket(portal, lateParcel);
    await raw.execute({ sql: "update conversations set team_id = 't' where reference = ?", args: [theirs.reference] });
    await tellAll(portal, false);
    expect((await portal.rows()).filter(({ kind }) => kind === 'new-ticket')).toHaveLength(1);
  });

  it('are not sent of spam, nor to whoever may not read tickets any more', async () => {
    const portal = await makeMailingPortal();
    await wish(portal, 'all');
    await openTicket(portal, lateParcel);
    await portal.services.db.raw.execute("update conversations set state = 'spam'");
    await tellAll(portal, false);
    await portal.services.db.raw.execute("update accounts set state = 'suspended'");
    await openTicket(portal, lateParcel);
    await tellAll(portal, false);
    expect((await portal.rows()).filter(({ kind }) => kind === 'new-ticket')).toEqual([]);
  });
});
